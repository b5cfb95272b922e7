/**
 * How a run went, in buckets of simulated time: how long answers took, and how things stood at the end of each bucket.
 * The data of the charts. Written once, when a stretch of time is simulated for the first time, and bounded: when there
 * are many buckets, each two become one.
 */
import type { Scenario } from '../engine/scenario.ts';
import { accepts, ServerState } from '../engine/state/servers.ts';
import { UserPhase } from '../engine/state/users.ts';
import type { World } from '../engine/state/world.ts';
import { STRATEGIES } from '../engine/strategies/index.ts';
import { usesStore } from '../engine/usesStore.ts';
import { hasSession } from './hasSession.ts';

/** Width of a bucket at first; a multiple of the history's. */
export const NARROWEST_MS = 1000;
/** So many narrow buckets are made half as many wide ones. */
export const MOST_BUCKETS = 480;

/** Response times are counted in bins, 32 to each doubling, so that what is read from them is off by 1.6 % at most. */
export const FINENESS = 5;
/** Times below 2^-2 ms count as none, times from 2^18 ms (4 min 22 s) as that. */
export const FIRST = (127 - 2) << FINENESS;
export const BINS = 1 + (20 << FINENESS);

/** Numbers at the beginning of a sample that belong to its whole bucket: prices. Of two that become one, it is the mean. */
const PRICES = 3;

/** Rows stay as they are once they are in a list. */
export interface Series {
  bucketMs: number;
  /** Of each whole bucket, how many answers took how long. Bucket i ends at (i + 1) · bucketMs, which belongs to it. */
  times: Uint32Array[];
  /** The same of the bucket that has not ended. */
  filling: Uint32Array;
  /** How things stood at the end of each whole bucket: what is where is in `readSeries.ts`. */
  samples: Float64Array[];
}

export function createSeries(): Series {
  return { bucketMs: NARROWEST_MS, times: [], filling: new Uint32Array(BINS), samples: [] };
}

// Scratch for looking at the bits of a number. It carries nothing from one call to the next.
const scratch = new Float32Array(1);
const bits = new Uint32Array(scratch.buffer);

/** Counts how long a successful answer took. */
export function countTime({ filling }: Series, ms: number): void {
  filling[binOf(ms)]++;
}

export function binOf(ms: number): number {
  scratch[0] = ms;
  return Math.max(0, Math.min(BINS - 1, (bits[0] >>> (23 - FINENESS)) - FIRST + 1));
}

/** When the bucket ends that is not whole yet: the run must stop there, and be looked at. */
export function nextSampleMs({ samples, bucketMs }: Series): number {
  return (samples.length + 1) * bucketMs;
}

/** The world is at the end of the bucket. */
export function takeSample(series: Series, world: World, scenario: Scenario): void {
  series.times.push(series.filling);
  series.filling = new Uint32Array(BINS);
  series.samples.push(sampleOf(world, scenario));
  if (series.samples.length < MOST_BUCKETS) return;
  series.bucketMs *= 2;
  series.times = inPairs(series.times, (count, before) => count + before);
  series.samples = inPairs(series.samples, (now, before, place) =>
    place < PRICES ? (now + before) / 2 : now,
  );
}

/** The last time up to `timeMs` at which a bucket ends, so that everything before it can stay. */
export function wholeUntilMs({ bucketMs }: Series, timeMs: number): number {
  return Math.floor(timeMs / bucketMs) * bucketMs;
}

/** Forgets everything from `fromMs` on; `fromMs` is the start of a bucket. */
export function truncateSeries(series: Series, fromMs: number): void {
  const length = fromMs / series.bucketMs;
  series.times = series.times.slice(0, length);
  series.samples = series.samples.slice(0, length);
  series.filling = new Uint32Array(BINS);
}

function inPairs<Row extends Uint32Array | Float64Array>(
  rows: Row[],
  join: (later: number, earlier: number, place: number) => number,
): Row[] {
  return rows
    .filter((_, i) => i % 2 === 1)
    .map((row, i) => row.map((value, place) => join(value, rows[2 * i][place], place)) as Row);
}

/** How things stand: what is where is in `readSeries.ts`. */
export function sampleOf(world: World, scenario: Scenario): Float64Array {
  const { servers, stores, users, settings, totals, nowMs } = world;
  const { keeper } = STRATEGIES[settings.strategy];
  let loggedIn = 0;
  let left = 0;
  let inTokens = 0;
  for (let u = 0; u < users.length; u++) {
    if (users.phase[u] === UserPhase.left) left++;
    if (!hasSession(world, u)) continue;
    if (users.refused[u] === 0) loggedIn++;
    if (keeper === 'user') inTokens++;
  }
  let serversUsd = 0;
  const places: number[] = [];
  for (let s = 0; s < servers.length; s++) {
    const state = servers.state[s];
    if (state !== ServerState.removed) serversUsd += servers.usdPerHour[s];
    places.push(
      servers.busyMs[s] + servers.busy[s] * (nowMs - servers.busySinceMs[s]),
      accepts(state) || state === ServerState.hung ? servers.workers[s] : 0,
      servers.queueLength[s],
      servers.shelfCount[s],
    );
  }
  for (let node = 0; node < stores.length; node++) places.push(stores.shelfCount[node]);
  return Float64Array.of(
    serversUsd,
    usesStore(settings.strategy, scenario) ? stores.length : 0,
    world.balancers.count,
    loggedIn,
    left,
    inTokens,
    totals.born,
    totals.sessionsLost,
    totals.forcedLogins,
    servers.length,
    ...places,
  );
}
