/** What is where in a series. Apart from what writes it, because few visitors open the charts. */
import { FINENESS, FIRST } from './series.ts';

/** Places in a sample. */
export const At = {
  /** What all machines cost, in US dollars an hour; nodes of the store that are paid for; balancers. */
  serversUsd: 0,
  storeNodes: 1,
  balancers: 2,
  loggedIn: 3,
  /** People who gave up. */
  left: 4,
  /** Logged-in people whose sessions travel with them, in tokens. */
  inTokens: 5,
  /** Counts since the start. */
  born: 6,
  sessionsLost: 7,
  forcedLogins: 8,
  /** Servers that follow, `PER_SERVER` numbers of each; then the sessions in each node of the store. */
  servers: 9,
  firstServer: 10,
} as const;
export const AtServer = {
  /** Worker-milliseconds of work since the start. */
  busyMs: 0,
  /** 0 while the process is not there. */
  workers: 1,
  queue: 2,
  sessions: 3,
} as const;
export const PER_SERVER = 4;

// Scratch for making a number of its bits. It carries nothing from one call to the next.
const scratch = new Float32Array(1);
const bits = new Uint32Array(scratch.buffer);

/** Where a bin begins, in milliseconds. */
export function beginOfBin(bin: number): number {
  bits[0] = (bin - 1 + FIRST) << (23 - FINENESS);
  return bin === 0 ? 0 : scratch[0];
}

/** What stands for all times in a bin: off by 1.6 % at most. */
export function middleOfBin(bin: number): number {
  return bin === 0 ? 0 : (beginOfBin(bin) + beginOfBin(bin + 1)) / 2;
}

/** The time that a share `q` of the counted ones does not exceed, off by 1.6 % at most; NaN when none was counted. */
export function quantileOfBins(counts: ArrayLike<number>, count: number, q: number): number {
  if (count === 0) return Number.NaN;
  let left = Math.max(1, Math.ceil(q * count));
  let bin = 0;
  while (left > counts[bin]) left -= counts[bin++];
  return middleOfBin(bin);
}
