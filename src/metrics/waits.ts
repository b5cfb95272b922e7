/** How long requests wait at their server until a worker takes them. */
import { RequestPhase } from '../engine/state/requests.ts';
import type { World } from '../engine/state/world.ts';
import { addValue, createHistogram, type Histogram } from './histogram.ts';

export interface Waits {
  /** 1 for rows of the requests table that are on their way to a worker. */
  expected: Uint8Array;
  waitMs: Histogram;
}

export const createWaits = (): Waits => ({ expected: new Uint8Array(64), waitMs: createHistogram() });

/** A request entered a phase. A worker's first phase is reading the session or serving, and counts once. */
export function watchWait(waits: Waits, { nowMs, requests }: World, r: number): void {
  switch (requests.phase[r]) {
    case RequestPhase.toServer:
      if (r >= waits.expected.length) waits.expected = wider(waits.expected, requests.phase.length);
      waits.expected[r] = 1;
      break;
    case RequestPhase.readingStore:
    case RequestPhase.serving:
      if (waits.expected[r] !== 1) break;
      waits.expected[r] = 0;
      addValue(waits.waitMs, nowMs - requests.arrivedMs[r]);
      break;
  }
}

function wider(flags: Uint8Array, length: number): Uint8Array {
  const copy = new Uint8Array(length);
  copy.set(flags);
  return copy;
}
