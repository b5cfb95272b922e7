/** Contenders take turns, round by round, so that a busy machine is unfair to all alike. */

const ROUNDS = 11;

export function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

/** Runs several pieces of work in turn, round by round, so that a busy machine is unfair to all alike. */
export function inTurn(work: (() => number)[], rounds = ROUNDS): number[][] {
  const results: number[][] = work.map(() => []);
  for (let round = -2; round < rounds; round++) {
    work.forEach((run, i) => {
      const result = run();
      if (round >= 0) results[i].push(result); // the first rounds warm up
    });
  }
  return results;
}

export const ratios = (a: number[], b: number[]): number => median(a.map((value, i) => value / b[i]));
