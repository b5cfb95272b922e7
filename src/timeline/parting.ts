/** Whether two things that were done are the same, and where two lists of them part. */
import type { Intervention } from '../engine/intervention.ts';

/** The same text for the same thing, in whatever order its properties were written. */
export const keyOfDone = (done: Intervention): string => JSON.stringify(Object.entries(done).sort());

/** How many interventions two lists have in common at their beginning. */
export function countSame(a: readonly Intervention[], b: readonly Intervention[]): number {
  let i = 0;
  while (i < a.length && i < b.length && (a[i] === b[i] || keyOfDone(a[i]) === keyOfDone(b[i]))) i++;
  return i;
}

/** When two lists, in order of time, first differ; infinite where they do not. Simulated milliseconds. */
export function partMs(a: readonly Intervention[], b: readonly Intervention[]): number {
  const same = countSame(a, b);
  return Math.min(timeOf(a[same]), timeOf(b[same]));
}

const timeOf = (intervention: Intervention | undefined): number =>
  intervention?.atMs ?? Number.POSITIVE_INFINITY;
