/**
 * What to paint at a moment: a mark for every request inside, a streak for every leg too short to be
 * seen moving. Reads the world and the recent past; writes into structs that are used again each frame.
 */
import { isAwaited, isTold, Reason, RequestPhase } from '../engine/state/requests.ts';
import { NONE } from '../engine/state/table.ts';
import type { World } from '../engine/state/world.ts';
import { NAMED_PEOPLE } from '../player/view.ts';
import { COPY_LEG, ownerOf } from '../timeline/recent.ts';
import type { Timeline } from '../timeline/timeline.ts';
import type { ServerPlace, StageLayout } from './layout.ts';
import { createLeg, findCopyLeg, findLeg, type Leg } from './legs.ts';
import type { Lanes } from './paint/lanes.ts';
import { STYLE, type Style } from './paint/looks.ts';
import {
  addMark,
  addMarkOnLane,
  addStreak,
  createMarks,
  createStreaks,
  type Marks,
  type Streaks,
} from './paint/marks.ts';
import { SHAPE, type Shape } from './paint/shapes.ts';
import { MAX_COLOURS, spriteId } from './paint/sprites.ts';

/** The shape of each named person, in order: all different, so that nobody is told by colour alone. */
const PERSON_SHAPES = ['circle', 'square', 'triangle', 'diamond', 'hexagon', 'star', 'plus', 'drop'] as const;
/** Palette index of everybody who is not shown by name. */
export const NEUTRAL = NAMED_PEOPLE;

/** From this many marks on they are drawn half as large: a flow rather than single shapes. */
export const CROWDED_FROM = 1200;
/** Distance of requests that wait before a silent server. */
const KNOCKING_STEP_PX = 15;
/** Waiting requests drawn one by one. */
const MOST_IN_QUEUE = 6;
/** Length of a moving mark's tail. */
const TAIL_PX = 46;
/** With more requests inside tails get shorter, and beyond the second number there are none: the flow shows itself. */
const WHOLE_TAILS_UP_TO = 300;
const TAILS_UP_TO = 1500;
/** Opacity of files, of 256: they must not drown the pages that they belong to. */
const SMALL_ALPHA = 150;
/** Opacity of everybody but the followed person, and of requests that nobody waits for. */
const DIMMED = 60;

export interface Scene {
  readonly marks: Marks;
  readonly streaks: Streaks;
}

export interface SceneOptions {
  /** Person to stand out, or NONE. */
  followed: number;
  /** Simulated time for which a leg that is over stays visible. */
  glowMs: number;
  /** Nothing glides: a request is drawn in the middle of its leg, with the way it goes. */
  calm: boolean;
}

/** Things of a layout that the scene looks up in every frame, by server. */
export interface SceneMap {
  layout: StageLayout;
  lanes: Lanes;
  placeOf: (ServerPlace | undefined)[];
  /** How far along each person's lane, and the crowd's, the CDN is. */
  edgeAt: Float32Array;
  /** Scratch: a piece of a lane. */
  leg: Leg;
  /** Scratch of a frame: the glowing streak of each lane, direction and colour, or NONE. */
  glowing: Int32Array;
  /** Scratch of a frame: requests that stand before each server's closed door. */
  knocking: Uint16Array;
  /** Scratch of a frame: requests for each server that wait for another attempt at it. */
  pausing: Uint16Array;
}

/** How far along each lane the CDN is: half-way on a wide stage, and on a narrow one as far from the balancer as it is. */
function edgesAlong({ cdn, wide, balancer }: StageLayout, lanes: Lanes): Float32Array {
  const edgeAt = new Float32Array(lanes.count).fill(0.5);
  if (cdn === null || wide) return edgeAt;
  const beforeBalancerPx = balancer.y - (cdn.y + cdn.h / 2);
  return edgeAt.map((_, lane) => Math.max(0, 1 - beforeBalancerPx / lanes.lengthPx[lane]));
}

export function createScene(): Scene {
  return { marks: createMarks(), streaks: createStreaks() };
}

export function mapScene(layout: StageLayout, lanes: Lanes): SceneMap {
  const placeOf: (ServerPlace | undefined)[] = [];
  for (const place of layout.servers) placeOf[place.server] = place;
  return {
    layout,
    lanes,
    placeOf,
    edgeAt: edgesAlong(layout, lanes),
    leg: createLeg(),
    glowing: new Int32Array(lanes.count * 2 * MAX_COLOURS),
    knocking: new Uint16Array(placeOf.length),
    pausing: new Uint16Array(placeOf.length),
  };
}

export function updateScene(scene: Scene, map: SceneMap, timeline: Timeline, options: SceneOptions): void {
  scene.marks.count = 0;
  scene.streaks.count = 0;
  addGlow(scene, map, timeline, options);
  addRequests(scene, map, timeline, options);
}

export function personShape(user: number): Shape {
  return user >= 0 && user < NAMED_PEOPLE ? SHAPE[PERSON_SHAPES[user]] : SHAPE.circle;
}

export function personColour(user: number): number {
  return user >= 0 && user < NAMED_PEOPLE ? user : NEUTRAL;
}

function addRequests(
  { marks, streaks }: Scene,
  map: SceneMap,
  timeline: Timeline,
  options: SceneOptions,
): void {
  const { world } = timeline;
  const { requests } = world;
  const { lanes, placeOf, knocking, pausing, leg } = map;
  const tailPx = tailPxAmong(requests.used);
  knocking.fill(0);
  pausing.fill(0);
  for (let r = 0; r < requests.length; r++) {
    if (requests.serial[r] === 0) continue;
    const owner = ownerOf(world, r);
    const phase = requests.phase[r];
    const waitedFor = requests.abandoned[r] === 0;
    const alpha = waitedFor && (options.followed === NONE || options.followed === owner) ? 255 : DIMMED;
    // Whoever comes with a copy of a cookie has the shape of its owner, but nobody's colour.
    const colour = personColour(requests.user[r]);
    const shape = personShape(owner);
    const isSmall = !isAwaited(requests.kind[r]);
    const inward = spriteId(inwardStyle(requests.token[r] !== NONE, isSmall), shape, colour);
    const place = requests.server[r] >= 0 ? placeOf[requests.server[r]] : undefined;
    marks.about = r;
    switch (phase) {
      case RequestPhase.toEdge:
      case RequestPhase.toBalancer:
      case RequestPhase.toServer:
      case RequestPhase.fromServer:
      case RequestPhase.backToEdge:
      case RequestPhase.toUser: {
        const faint = isSmall ? (alpha * SMALL_ALPHA) >> 8 : alpha;
        addTraveller(marks, streaks, isSmall ? 0 : tailPx, map, world, options.calm, r, inward, faint);
        break;
      }
      case RequestPhase.waitingAtEdge:
      case RequestPhase.waitingAtBalancer: {
        const atEdge = phase === RequestPhase.waitingAtEdge;
        const way = atEdge ? RequestPhase.toEdge : RequestPhase.toBalancer;
        if (!findLeg(leg, map, way, owner, NONE, atEdge)) break;
        addMarkOnLane(marks, lanes, leg.lane, leg.to, inward, alpha >> 1);
        break;
      }
      case RequestPhase.connecting:
        if (place) {
          // Nobody opens: they stand one behind the other before the door.
          const behind = knocking[requests.server[r]]++ * KNOCKING_STEP_PX;
          const at = Math.max(0.2, 1 - (KNOCKING_STEP_PX + behind) / lanes.lengthPx[place.lane]);
          addMarkOnLane(marks, lanes, place.lane, at, inward, alpha >> 1);
        }
        break;
      case RequestPhase.retrying:
        if (place) {
          // The balancer pauses: they stand one behind the other where their lane begins.
          const before = pausing[requests.server[r]]++ * KNOCKING_STEP_PX;
          const at = Math.min(0.4, (KNOCKING_STEP_PX + before) / lanes.lengthPx[place.lane]);
          addMarkOnLane(marks, lanes, place.lane, at, spriteId(STYLE.full, shape, colour), alpha >> 1);
        }
        break;
      case RequestPhase.serving:
      case RequestPhase.readingStore:
      case RequestPhase.waitingForPage:
      case RequestPhase.writingStore:
      case RequestPhase.spreading: {
        const dock = place?.docks[requests.worker[r]];
        if (dock) addMark(marks, dock.x, dock.y, inward, alpha);
        break;
      }
    }
  }
  addQueues(marks, map, timeline, options);
}

/** The length of tails among so many requests, in whole px. */
function tailPxAmong(inside: number): number {
  const crowd = Math.max(0, inside - WHOLE_TAILS_UP_TO) / (TAILS_UP_TO - WHOLE_TAILS_UP_TO);
  return Math.max(0, Math.round(TAIL_PX * (1 - crowd)));
}

/**
 * A request on its way along a lane, with a tail of so many px. Apart, and with whole numbers only, so that no
 * number on the way needs an object of its own.
 */
function addTraveller(
  marks: Marks,
  streaks: Streaks,
  tailPx: number,
  map: SceneMap,
  world: World,
  calm: boolean,
  r: number,
  inward: number,
  alpha: number,
): void {
  const { lanes, leg } = map;
  const { requests, nowMs } = world;
  const owner = ownerOf(world, r);
  if (!findLeg(leg, map, requests.phase[r], owner, requests.server[r], requests.edge[r] !== NONE)) return;
  const { lane, from, to } = leg;
  const back = to < from;
  const since = requests.sinceMs[r];
  const span = requests.untilMs[r] - since;
  const way = calm ? 0.5 : span > 0 ? (nowMs - since) / span : 1;
  const at = from + (to - from) * way;
  if (tailPx > 0) {
    const gone = Math.abs(at - from);
    const tail = Math.min(calm ? 0.3 : gone, tailPx / lanes.lengthPx[lane]);
    addStreak(streaks, lane, back ? at + tail : at - tail, at, personColour(requests.user[r]), alpha >> 1);
  }
  addMarkOnLane(marks, lanes, lane, at, back ? answerOf(requests, r, owner) : inward, alpha);
}

/** How the answer to a request looks. */
function answerOf(requests: World['requests'], r: number, owner: number): number {
  const shape = personShape(owner);
  const colour = personColour(requests.user[r]);
  const status = requests.status[r];
  if (!isAwaited(requests.kind[r])) return smallSprite(status, shape, colour);
  const sees = requests.sees[r];
  return answerSprite(status, requests.reason[r], seenShape(sees, shape), seenColour(sees, colour));
}

function addQueues(
  marks: Marks,
  { layout }: SceneMap,
  { world }: Timeline,
  { followed }: SceneOptions,
): void {
  const { requests, servers } = world;
  for (const { server, queue, queueStep } of layout.servers) {
    let r = servers.queueFirst[server];
    for (let i = 0; i < MOST_IN_QUEUE && r !== NONE; i++, r = requests.next[r]) {
      const user = requests.user[r];
      const waitedFor = requests.abandoned[r] === 0;
      const alpha = waitedFor && (followed === NONE || followed === user) ? 255 : DIMMED;
      const style = isAwaited(requests.kind[r]) ? STYLE.full : STYLE.small;
      const sprite = spriteId(style, personShape(user), personColour(user));
      marks.about = r;
      addMark(marks, queue.x + i * queueStep.x, queue.y + i * queueStep.y, sprite, alpha);
    }
  }
}

/**
 * Legs that were over too soon to be seen: they fade along their lane. Of those that look alike only the
 * strongest is drawn, since streaks of one colour do not add up: a crowd costs no more than a few people.
 */
function addGlow(
  { streaks }: Scene,
  map: SceneMap,
  { recent, nowMs }: Timeline,
  { glowMs, followed, calm }: SceneOptions,
): void {
  const { legs } = recent;
  const { placeOf, glowing, leg } = map;
  const briefMs = glowMs / 4;
  const oldest = Math.max(0, legs.count - legs.capacity);
  glowing.fill(NONE);
  for (let i = legs.count - 1; i >= oldest; i--) {
    const row = i % legs.capacity;
    const phase = legs.phase[row];
    if (phase === RequestPhase.serving || phase === RequestPhase.spreading) continue;
    const isCopy = phase === COPY_LEG;
    const travels = !isCopy && (phase >= RequestPhase.fromServer || phase <= RequestPhase.toServer);
    const sinceMs = legs.sinceMs[row];
    if (sinceMs < nowMs - glowMs - briefMs) {
      // Work is noted again with its old start when its end is moved; ways are noted in the order of time.
      if (travels) break;
      continue;
    }
    const untilMs = legs.untilMs[row];
    const ageMs = nowMs - untilMs;
    if (ageMs < 0 || ageMs >= glowMs || untilMs - sinceMs >= briefMs) continue;

    const owner = legs.owner[row];
    if (travels) {
      if (!findLeg(leg, map, phase, owner, legs.server[row], legs.byEdge[row] === 1)) continue;
    } else if (isCopy) {
      if (!findCopyLeg(leg, map, legs.server[row], legs.to[row])) continue;
    } else {
      const place = placeOf[legs.server[row]];
      if (place === undefined) continue;
      leg.lane = place.storeLanes[legs.to[row]];
      leg.from = 0;
      leg.to = 1;
    }
    const { lane, from, to } = leg;
    const back = to < from;
    const status = legs.status[row];
    const colour =
      status === 401
        ? REFUSED_INK
        : status >= 400
          ? FAILED_INK
          : seenColour(legs.sees[row], personColour(legs.user[row]));
    const isFile = !isAwaited(legs.kind[row]);
    const strength = !isFile && (followed === NONE || followed === owner) ? 230 : DIMMED;
    const alpha = calm ? strength : strength * (1 - ageMs / glowMs);
    const look = (lane * 2 + (back ? 1 : 0)) * MAX_COLOURS + colour;
    const alike = glowing[look];
    if (alike === NONE) {
      glowing[look] = streaks.count;
      addStreak(streaks, lane, from, to, colour, alpha);
    } else if (alpha > streaks.alpha[alike]) streaks.alpha[alike] = alpha;
  }
}

/** Palette indexes after the people and the neutral one. */
export const REFUSED_INK = NEUTRAL + 1;
export const FAILED_INK = NEUTRAL + 2;

/** A page out of a cache has the shape and the colour of whom it was made for. */
const seenShape = (sees: number, shape: Shape): Shape => (sees === NONE ? shape : personShape(sees));
const seenColour = (sees: number, colour: number): number => (sees === NONE ? colour : personColour(sees));

/** How a request looks on its way in. */
const inwardStyle = (sealed: boolean, isSmall: boolean): Style =>
  isSmall ? STYLE.small : sealed ? STYLE.sealed : STYLE.full;

/** A file is a small mark, and a failed one stands out like any other failure. */
function smallSprite(status: number, shape: Shape, colour: number): number {
  return status < 400
    ? spriteId(STYLE.small, shape, colour)
    : answerSprite(status, Reason.none, shape, colour);
}

/**
 * An answer is the hollow shape of who asked; a refusal and a failure have forms and inks of their own, and what only
 * looks like a success is half filled.
 */
function answerSprite(status: number, reason: number, shape: Shape, colour: number): number {
  if (status < 400) return spriteId(isTold(status, reason) ? STYLE.doubtful : STYLE.hollow, shape, colour);
  return status === 401
    ? spriteId(STYLE.refused, shape, REFUSED_INK)
    : spriteId(STYLE.failed, shape, FAILED_INK);
}
