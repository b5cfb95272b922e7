/**
 * Moments at which one can stand. The engine's times are as fine as a number can be, 828.3499999999999 ms; people and
 * links have microseconds, so that a moment has a short name that leads to exactly it.
 */

/** @returns the end of the microsecond that a time lies in: by then all has happened that happens at the time. */
export function momentAt(timeMs: number): number {
  const nearest = Math.round(timeMs * 1000);
  return (nearest / 1000 >= timeMs ? nearest : nearest + 1) / 1000;
}
