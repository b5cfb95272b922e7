/**
 * What to paint in one frame: marks (a sprite at a place) and streaks (a piece of a lane), in columns.
 *
 * Both are filled anew for each frame and keep their memory, so that a frame allocates nothing. Later
 * entries are painted over earlier ones, and all marks over all streaks.
 */
import { type Lanes, laneX, laneY } from './lanes.ts';

/** Marks in painting order; only the first `count` entries of each column mean something. */
export interface Marks {
  count: number;
  /** Centre, in CSS px of the stage. */
  x: Float32Array;
  y: Float32Array;
  /** What `spriteId` gave. */
  sprite: Uint16Array;
  /** 0 (invisible) to 255 (opaque). */
  alpha: Uint8Array;
  /** What it stands for: what `about` was when it was added. */
  subject: Int32Array;
  about: number;
}

/** Comet tails, and hops too short to be seen otherwise; only the first `count` entries mean something. */
export interface Streaks {
  count: number;
  /** Index into the lanes. */
  lane: Uint16Array;
  /** Where the tail ends, as a fraction of the lane's length. */
  from: Float32Array;
  /** Where the head is, as a fraction; smaller than `from` on the way back. */
  to: Float32Array;
  /** Index into the palette of the sprite set. */
  colour: Uint8Array;
  /** Opacity of the head, 0 to 255. */
  alpha: Uint8Array;
}

export function createMarks(capacity = 256): Marks {
  const size = Math.max(1, capacity);
  return {
    count: 0,
    x: new Float32Array(size),
    y: new Float32Array(size),
    sprite: new Uint16Array(size),
    alpha: new Uint8Array(size),
    subject: new Int32Array(size),
    about: 0,
  };
}

export function createStreaks(capacity = 256): Streaks {
  const size = Math.max(1, capacity);
  return {
    count: 0,
    lane: new Uint16Array(size),
    from: new Float32Array(size),
    to: new Float32Array(size),
    colour: new Uint8Array(size),
    alpha: new Uint8Array(size),
  };
}

/** Room for at least `capacity` marks; what is there stays. */
function reserveMarks(marks: Marks, capacity: number): void {
  if (capacity <= marks.x.length) return;
  const size = Math.max(capacity, marks.x.length * 2);
  const { x, y, sprite, alpha, subject } = marks;
  marks.x = new Float32Array(size);
  marks.x.set(x);
  marks.y = new Float32Array(size);
  marks.y.set(y);
  marks.sprite = new Uint16Array(size);
  marks.sprite.set(sprite);
  marks.alpha = new Uint8Array(size);
  marks.alpha.set(alpha);
  marks.subject = new Int32Array(size);
  marks.subject.set(subject);
}

/** Room for at least `capacity` streaks; what is there stays. */
function reserveStreaks(streaks: Streaks, capacity: number): void {
  if (capacity <= streaks.lane.length) return;
  const size = Math.max(capacity, streaks.lane.length * 2);
  const { lane, from, to, colour, alpha } = streaks;
  streaks.lane = new Uint16Array(size);
  streaks.lane.set(lane);
  streaks.from = new Float32Array(size);
  streaks.from.set(from);
  streaks.to = new Float32Array(size);
  streaks.to.set(to);
  streaks.colour = new Uint8Array(size);
  streaks.colour.set(colour);
  streaks.alpha = new Uint8Array(size);
  streaks.alpha.set(alpha);
}

export function addMark(marks: Marks, xPx: number, yPx: number, sprite: number, alpha = 255): void {
  const i = marks.count;
  if (i === marks.x.length) reserveMarks(marks, i + 1);
  marks.x[i] = xPx;
  marks.y[i] = yPx;
  marks.sprite[i] = sprite;
  marks.alpha[i] = alpha;
  marks.subject[i] = marks.about;
  marks.count = i + 1;
}

/** The usual mark: a request at a fraction of its way along a lane. */
export function addMarkOnLane(
  marks: Marks,
  lanes: Lanes,
  lane: number,
  fraction: number,
  sprite: number,
  alpha = 255,
): void {
  addMark(marks, laneX(lanes, lane, fraction), laneY(lanes, lane, fraction), sprite, alpha);
}

export function addStreak(
  streaks: Streaks,
  lane: number,
  from: number,
  to: number,
  colour: number,
  alpha = 255,
): void {
  const i = streaks.count;
  if (i === streaks.lane.length) reserveStreaks(streaks, i + 1);
  streaks.lane[i] = lane;
  streaks.from[i] = from;
  streaks.to[i] = to;
  streaks.colour[i] = colour;
  streaks.alpha[i] = alpha;
  streaks.count = i + 1;
}
