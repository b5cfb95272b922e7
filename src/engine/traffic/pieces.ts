/** Rates that are straight lines between corners, and the exact time at which so many visitors were expected. */

/** Visitors expected while a rate (per second) goes in a straight line from `from` to `to`. */
export function expectedIn(from: number, to: number, lengthMs: number): number {
  return ((from + to) / 2) * (lengthMs / 1000);
}

/**
 * The time into such a stretch at which `expected` visitors were expected, which must not be more than the stretch
 * has. Solves a t + s t^2 / 2 = expected in the form that loses no digits when the slope s is small.
 */
export function timeOf(expected: number, from: number, to: number, lengthMs: number): number {
  const slope = (to - from) / (lengthMs / 1000);
  const root = Math.sqrt(Math.max(0, from * from + 2 * slope * expected));
  return Math.min(lengthMs, (2 * expected * 1000) / (from + root));
}

/** The time at which `expected` visitors were expected at a rate that stays the same; Infinity at rate 0. */
export function atRate(perSecond: number, fromMs: number, expected: number): number {
  return perSecond > 0 ? fromMs + (1000 / perSecond) * expected : Number.POSITIVE_INFINITY;
}
