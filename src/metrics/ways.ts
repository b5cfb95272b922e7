/** Adds up where the time of finished requests went, part by part. */
import { PART_OF_PHASE, PARTS } from '../engine/parts.ts';
import { isAwaited } from '../engine/state/requests.ts';
import type { World } from '../engine/state/world.ts';

export interface Ways {
  /** For each row of the requests table the time in each part so far, one part after the other. */
  spentMs: Float64Array;
  /** Number of the request that the row holds, its part now, and since when. */
  serial: Float64Array;
  part: Uint8Array;
  sinceMs: Float64Array;
  /** Of finished requests that somebody waited for: how many, and their time by part. */
  count: number;
  totalMs: Float64Array;
}

export const createWays = (): Ways => ({
  spentMs: new Float64Array(0),
  serial: new Float64Array(0),
  part: new Uint8Array(0),
  sinceMs: new Float64Array(0),
  count: 0,
  totalMs: new Float64Array(PARTS.length),
});

/** A request entered a phase, or the end of its phase was moved. */
export function watchWay(ways: Ways, { nowMs, requests }: World, r: number): void {
  if (r >= ways.part.length) Object.assign(ways, wider(ways, requests.phase.length));
  if (ways.serial[r] !== requests.serial[r]) {
    ways.serial[r] = requests.serial[r];
    ways.spentMs.fill(0, r * PARTS.length, (r + 1) * PARTS.length);
  } else close(ways, nowMs, r);
  ways.part[r] = PART_OF_PHASE[requests.phase[r]];
  ways.sinceMs[r] = nowMs;
}

/** A request has ended for whoever asked. One that was on its way before anybody looked is left out. */
export function finishWay(ways: Ways, { nowMs, requests }: World, r: number): void {
  if (!isAwaited(requests.kind[r]) || ways.serial[r] !== requests.serial[r]) return;
  close(ways, nowMs, r);
  ways.sinceMs[r] = nowMs;
  ways.count++;
  for (let i = 0; i < PARTS.length; i++) ways.totalMs[i] += ways.spentMs[r * PARTS.length + i];
}

/** The mean time in a part, in milliseconds; null before anything is finished. */
export const meanMsIn = ({ count, totalMs }: Ways, part: number): number | null =>
  count === 0 ? null : totalMs[part] / count;

function close({ spentMs, part, sinceMs }: Ways, nowMs: number, r: number): void {
  spentMs[r * PARTS.length + part[r]] += nowMs - sinceMs[r];
}

function wider(old: Ways, rows: number): Partial<Ways> {
  const spentMs = new Float64Array(rows * PARTS.length);
  const serial = new Float64Array(rows);
  const part = new Uint8Array(rows);
  const sinceMs = new Float64Array(rows);
  spentMs.set(old.spentMs);
  serial.set(old.serial);
  part.set(old.part);
  sinceMs.set(old.sinceMs);
  return { spentMs, serial, part, sinceMs };
}
