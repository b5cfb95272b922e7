/** Where a comparison has something to show: the first moments of runs that part are the same in all of them. */
import type { Lockstep } from './lockstep.ts';
import { tableOf } from './table.ts';
import type { RunNumbers } from './tally.ts';

/** Whoever compares from a moment on is led on by no more than this, in steps. Simulated milliseconds. */
const LOOK_AHEAD_MS = 20_000;
const STEP_MS = 1000;

/** Does one of the runs do better or worse in what people meet? What it costs is known before anything happens. */
export const tells = (numbers: readonly RunNumbers[]): boolean =>
  tableOf(numbers).some(({ id, alike }) => id !== 'usdPerHour' && alike === null);

/**
 * Where to look next for a moment that tells, from one on. Null where the playhead is at such a moment; back where the
 * search began when none is near.
 */
export function nextLookMs(lockstep: Pick<Lockstep, 'nowMs' | 'numbers'>, fromMs: number): number | null {
  if (tells(lockstep.numbers())) return null;
  const nextMs = lockstep.nowMs + STEP_MS;
  return nextMs > fromMs + LOOK_AHEAD_MS ? fromMs : nextMs;
}
