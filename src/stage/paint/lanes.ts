/**
 * Lanes: the curves that requests travel along, sampled once per layout at equal distances.
 *
 * With equal distances a fraction of the travel time is a fraction of the way, and a point on a lane is
 * one index and one linear step between two samples: no Bézier arithmetic in a frame.
 */

/** The way of a lane as the layout gives it, in CSS px, written x, y, x, y, … */
export type Curve =
  /** Start, two handles, end. */
  | { readonly kind: 'cubic'; readonly points: readonly number[] }
  /** Corner after corner, joined by straight pieces. */
  | { readonly kind: 'polyline'; readonly points: readonly number[] };

export interface Lanes {
  readonly count: number;
  /** Samples per lane, the same for all. */
  readonly samples: number;
  /** x and y of every sample in CSS px, lane after lane. */
  readonly points: Float32Array;
  /** Length of each lane, for tails of a constant length on the screen. */
  readonly lengthPx: Float32Array;
}

/** 64 pieces: on a lane of 600 px the chord leaves an S-curve by less than a tenth of a pixel. */
const SAMPLES = 65;

/** Steps in which a Bézier is measured; its speed varies smoothly, so a few per sample are enough. */
const CUBIC_STEPS = 256;

export function createLanes(curves: readonly Curve[], samples = SAMPLES): Lanes {
  const points = new Float32Array(curves.length * samples * 2);
  const lengthPx = new Float32Array(curves.length);
  curves.forEach((curve, lane) => {
    const way = corners(curve);
    lengthPx[lane] = sampleEvenly(way, points.subarray(lane * samples * 2, (lane + 1) * samples * 2));
  });
  return { count: curves.length, samples, points, lengthPx };
}

/** x at a fraction of the length; fractions outside 0..1 stay at the ends. */
export function laneX(lanes: Lanes, lane: number, fraction: number): number {
  return alongLane(lanes, lane, fraction, 0);
}

/** y at a fraction of the length; fractions outside 0..1 stay at the ends. */
export function laneY(lanes: Lanes, lane: number, fraction: number): number {
  return alongLane(lanes, lane, fraction, 1);
}

/** Writes the point at a fraction of the length to `x[slot]`, `y[slot]`. */
export function pointOnLane(
  lanes: Lanes,
  lane: number,
  fraction: number,
  x: Float32Array,
  y: Float32Array,
  slot: number,
): void {
  x[slot] = alongLane(lanes, lane, fraction, 0);
  y[slot] = alongLane(lanes, lane, fraction, 1);
}

function alongLane(lanes: Lanes, lane: number, fraction: number, axis: 0 | 1): number {
  const { samples, points } = lanes;
  const last = samples - 1;
  const way = fraction <= 0 ? 0 : fraction >= 1 ? last : fraction * last;
  // At the far end the piece is the last one, taken whole, so that the index stays within the lane.
  const piece = way >= last ? last - 1 : way | 0;
  const i = (lane * samples + piece) * 2 + axis;
  return points[i] + (points[i + 2] - points[i]) * (way - piece);
}

function corners(curve: Curve): Float64Array {
  const p = curve.points;
  const complete = curve.kind === 'cubic' ? p.length === 8 : p.length >= 4 && p.length % 2 === 0;
  if (!complete) {
    throw new Error(
      `A ${curve.kind} lane needs ${curve.kind === 'cubic' ? '8 numbers' : 'an even number of at least 4 numbers'} (x, y, …), not ${p.length}.`,
    );
  }
  if (curve.kind === 'polyline') return Float64Array.from(p);
  const way = new Float64Array((CUBIC_STEPS + 1) * 2);
  for (let i = 0; i <= CUBIC_STEPS; i++) {
    const t = i / CUBIC_STEPS;
    const s = 1 - t;
    const a = s * s * s;
    const b = 3 * s * s * t;
    const c = 3 * s * t * t;
    const d = t * t * t;
    way[i * 2] = a * p[0] + b * p[2] + c * p[4] + d * p[6];
    way[i * 2 + 1] = a * p[1] + b * p[3] + c * p[5] + d * p[7];
  }
  return way;
}

/** Fills `out` with points at equal distances along `way` and returns the length of the way. */
function sampleEvenly(way: Float64Array, out: Float32Array): number {
  const pieces = way.length / 2 - 1;
  let length = 0;
  for (let i = 0; i < pieces; i++) length += pieceLength(way, i);

  const last = out.length / 2 - 1;
  let piece = 0;
  let before = 0;
  for (let k = 0; k <= last; k++) {
    const goal = (length * k) / last;
    while (piece < pieces - 1 && before + pieceLength(way, piece) < goal) {
      before += pieceLength(way, piece);
      piece++;
    }
    const size = pieceLength(way, piece);
    const t = size === 0 ? 0 : Math.min(1, (goal - before) / size);
    const i = piece * 2;
    out[k * 2] = way[i] + (way[i + 2] - way[i]) * t;
    out[k * 2 + 1] = way[i + 1] + (way[i + 3] - way[i + 1]) * t;
  }
  return length;
}

function pieceLength(way: Float64Array, piece: number): number {
  const i = piece * 2;
  return Math.hypot(way[i + 2] - way[i], way[i + 3] - way[i + 1]);
}
