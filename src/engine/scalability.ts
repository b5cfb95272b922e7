/** How much more can be done with more: laws of scaling as pure functions. */

/**
 * Gunther's universal scalability law: what `n` processors do, in units of what one does. `contention` (alpha) is
 * the share that only one can do at a time, `coherency` (beta) what each pair has to tell each other.
 * With a coherency above 0 there is a number of processors beyond which more of them do less.
 */
export function universalScalability(n: number, contention: number, coherency: number): number {
  // Less than one processor has nobody to wait for.
  if (n <= 1) return n;
  return n / (1 + contention * (n - 1) + coherency * n * (n - 1));
}

/** Where the law has its peak; Infinity when it has none. */
export function mostUsefulProcessors(contention: number, coherency: number): number {
  return coherency === 0 ? Number.POSITIVE_INFINITY : Math.sqrt((1 - contention) / coherency);
}

/** Amdahl's law: how much faster `n` processors are when `parallel` of the work (0 to 1) can be divided. */
export function amdahlSpeedup(n: number, parallel: number): number {
  return 1 / (1 - parallel + parallel / n);
}
