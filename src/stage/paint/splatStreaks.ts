/**
 * Paints streaks: a comet's tail along a lane, thin and faint at `from`, wide and strong at `to`.
 *
 * Each piece of the lane is scanned along its longer axis, one column (or row) of pixels at a time, with
 * the exact share that the tail covers of each pixel. So a streak costs about four pixels per pixel of
 * its length, and every pixel is painted once.
 */
import { layStronger } from './blend.ts';
import { type Lanes, laneX, laneY } from './lanes.ts';
import type { Streaks } from './marks.ts';
import type { SpriteSet } from './sprites.ts';
import { type Surface, touch } from './surface.ts';

/** Half the width of a streak at its head and at the end of its tail, in CSS px. */
const HEAD_HALF_PX = 1.75;
const TAIL_HALF_PX = 0.4;

/** Opacity of the head; the line of the lane and what lies under it stay visible through it. */
const HEAD_OPACITY = 0.85;

/** Numbers that belong to the streak in hand, in one place that is reused. */
export interface StreakBrush {
  colour: number;
  alpha: number;
  /** Device px per CSS px. */
  density: number;
  /** Length of the streak in device px, for the round head. */
  length: number;
  /** Whether the piece before was scanned by columns; unknown (-1) before the first. */
  byColumns: number;
  /** Ends of the piece in hand in device px, and where on the streak they lie (0 tail, 1 head). */
  readonly ends: Float64Array;
}

export function createStreakBrush(): StreakBrush {
  return { colour: 0, alpha: 0, density: 1, length: 0, byColumns: -1, ends: new Float64Array(6) };
}

export function splatStreaks(
  surface: Surface,
  sprites: SpriteSet,
  lanes: Lanes,
  streaks: Streaks,
  density: number,
  brush: StreakBrush,
): void {
  const { lane, from, to, colour, alpha, count } = streaks;
  const last = lanes.samples - 1;
  const { ends } = brush;
  for (let s = 0; s < count; s++) {
    const tail = Math.min(1, Math.max(0, from[s]));
    const head = Math.min(1, Math.max(0, to[s]));
    const span = Math.abs(head - tail);
    if (!(span > 0) || alpha[s] === 0 || lane[s] >= lanes.count || colour[s] >= sprites.inks.length) continue;
    brush.colour = sprites.inks[colour[s]];
    brush.alpha = alpha[s] * HEAD_OPACITY;
    brush.density = density;
    brush.length = span * lanes.lengthPx[lane[s]] * density;
    brush.byColumns = -1;

    // From sample to sample of the lane, since it is straight between them.
    const step = head > tail ? 1 : -1;
    let at = tail;
    let sample = step > 0 ? Math.floor(tail * last) : Math.ceil(tail * last);
    ends[3] = laneX(lanes, lane[s], tail) * density;
    ends[4] = laneY(lanes, lane[s], tail) * density;
    ends[5] = 0;
    while (at !== head) {
      sample += step;
      const next = sample / last;
      at = step > 0 ? Math.min(head, next) : Math.max(head, next);
      ends[0] = ends[3];
      ends[1] = ends[4];
      ends[2] = ends[5];
      ends[3] = laneX(lanes, lane[s], at) * density;
      ends[4] = laneY(lanes, lane[s], at) * density;
      ends[5] = Math.abs(at - tail) / span;
      paintPiece(surface, brush);
    }
  }
}

/** Paints the straight piece between `ends`. */
function paintPiece(surface: Surface, brush: StreakBrush): void {
  const { width, height, pixels } = surface;
  const { ends, density, colour } = brush;
  const dx = ends[3] - ends[0];
  const dy = ends[4] - ends[1];
  const length = Math.sqrt(dx * dx + dy * dy);
  if (!(length > 0)) return;
  const byColumns = Math.abs(dx) >= Math.abs(dy);
  // From here on "main" is the axis that is scanned and "cross" the other one.
  const main0 = byColumns ? ends[0] : ends[1];
  const mainLength = byColumns ? dx : dy;
  const cross0 = byColumns ? ends[1] : ends[0];
  const crossLength = byColumns ? dy : dx;
  const stride = byColumns ? 1 : width;
  const crossStride = byColumns ? width : 1;
  const mainEnd = byColumns ? width : height;
  const crossEnd = byColumns ? height : width;
  /** Cutting a tail slantwise makes it wider. */
  const slant = length / Math.abs(mainLength);

  const widest = HEAD_HALF_PX * density * slant + 1;
  // Where the axis changes, the piece begins a little earlier, or a notch would remain at the joint.
  const earlier = brush.byColumns >= 0 && brush.byColumns !== Number(byColumns) ? HEAD_HALF_PX * density : 0;
  brush.byColumns = Number(byColumns);
  const start = main0 - Math.sign(mainLength) * earlier;
  const stop = main0 + mainLength;
  const first = Math.max(0, Math.ceil(Math.min(start, stop) - 0.5));
  const beyond = Math.min(mainEnd, Math.ceil(Math.max(start, stop) - 0.5));
  if (beyond <= first) return;

  const least = Math.floor(Math.min(cross0, cross0 + crossLength) - widest - earlier);
  const most = Math.ceil(Math.max(cross0, cross0 + crossLength) + widest + earlier);
  if (!(most > 0 && least < crossEnd)) return;
  if (byColumns) touch(surface, first, least, beyond, most);
  else touch(surface, least, first, most, beyond);

  // Everything on the way is linear in the place along the main axis.
  const perPixel = 1 / mainLength;
  const crossStep = crossLength * perPixel;
  const alongStep = (ends[5] - ends[2]) * perPixel;
  const halfStep = (HEAD_HALF_PX - TAIL_HALF_PX) * density;
  const { alpha, length: streakLength } = brush;
  for (let main = first; main < beyond; main++) {
    const way = main + 0.5 - main0;
    let along = ends[2] + alongStep * way;
    if (along > 1) along = 1;
    else if (along < 0) along = 0;
    const toHead = (1 - along) * streakLength;
    let half = TAIL_HALF_PX * density + halfStep * along;
    // The head is round.
    if (toHead < half) half = Math.sqrt(half * half - (half - toHead) * (half - toHead));
    const centre = cross0 + crossStep * way;
    const low = centre - half * slant;
    const high = centre + half * slant;
    const strength = alpha * along * (0.5 + 0.5 * along);
    const until = high < crossEnd ? high : crossEnd;
    for (let cross = low > 0 ? low | 0 : 0; cross < until; cross++) {
      const covered = (high < cross + 1 ? high : cross + 1) - (low > cross ? low : cross);
      layStronger(pixels, main * stride + cross * crossStride, colour, (strength * covered + 0.5) | 0);
    }
  }
}
