/** The few numbers that sum up the last seconds before the playhead. */
import { needsSession, RequestPhase } from '../engine/state/requests.ts';
import type { World } from '../engine/state/world.ts';
import type { Recent } from './recent.ts';

/** Simulated milliseconds that the numbers look back on. */
export const WINDOW_MS = 5000;

export interface Numbers {
  /** Simulated milliseconds the numbers look back on; shorter at the start of a run. */
  windowMs: number;
  /** Requests of logged-in people that were served, as a share; null when there were none. */
  servedShare: number | null;
  /** Refusals (401), and failures (5xx, or nobody waited any more), that arrived in that time; and per simulated second. */
  refused: number;
  failed: number;
  refusedPerSecond: number;
  failedPerSecond: number;
  /** 95 of 100 successful answers took at most this long; null when there were none. */
  p95Ms: number | null;
  /** Answers per simulated second. */
  answersPerSecond: number;
}

export function recentNumbers({ answers }: Recent, nowMs: number): Numbers {
  const oldest = Math.max(0, answers.count - answers.capacity);
  let windowMs = Math.min(WINDOW_MS, nowMs);
  const times: number[] = [];
  let asked = 0;
  let served = 0;
  let refused = 0;
  let failed = 0;
  let count = 0;
  let i = answers.count - 1;
  for (; i >= oldest; i--) {
    const row = i % answers.capacity;
    if (answers.atMs[row] <= nowMs - windowMs) break;
    const status = answers.status[row];
    const kind = answers.kind[row];
    if (needsSession(kind)) {
      asked++;
      if (status < 400) served++;
    }
    if (status === 401) refused++;
    else if (status >= 400) failed++;
    if (status < 400) times.push(answers.responseMs[row]);
    count++;
  }
  // Under heavy traffic the ring holds less than the window; then the numbers speak of what it holds.
  if (i < oldest && oldest > 0) windowMs = nowMs - answers.atMs[oldest % answers.capacity];
  const seconds = Math.max(windowMs, 1) / 1000;
  return {
    windowMs,
    servedShare: asked === 0 ? null : served / asked,
    refused,
    failed,
    refusedPerSecond: refused / seconds,
    failedPerSecond: failed / seconds,
    p95Ms: times.length === 0 ? null : quantile(times, 0.95),
    answersPerSecond: count / seconds,
  };
}

/** Simulated milliseconds over which a server's load is averaged. */
const LOAD_WINDOW_MS = 2000;

/** Share of each server's worker time that was used over the last moments, 0 to 1, by server index. */
export function recentLoads({ legs }: Recent, world: World): Float64Array {
  const { servers, nowMs } = world;
  const loads = new Float64Array(servers.length);
  const oldest = Math.max(0, legs.count - legs.capacity);
  const fromMs = Math.max(0, nowMs - LOAD_WINDOW_MS);
  let sinceMs = fromMs;
  for (let i = legs.count - 1; i >= oldest; i--) {
    const row = i % legs.capacity;
    if (legs.sinceMs[row] < nowMs - WINDOW_MS) break;
    if (i === oldest && oldest > 0) sinceMs = Math.max(fromMs, legs.sinceMs[row]);
    const phase = legs.phase[row];
    if (
      phase !== RequestPhase.serving &&
      phase !== RequestPhase.readingStore &&
      phase !== RequestPhase.writingStore &&
      phase !== RequestPhase.spreading
    )
      continue;
    const overlap = Math.min(nowMs, legs.untilMs[row]) - Math.max(fromMs, legs.sinceMs[row]);
    if (overlap > 0) loads[legs.server[row]] += overlap;
  }
  const windowMs = Math.max(1, nowMs - sinceMs);
  for (let s = 0; s < loads.length; s++) loads[s] = Math.min(1, loads[s] / (windowMs * servers.workers[s]));
  return loads;
}

/** The smallest value that a share `q` of all values does not exceed. Sorts the array it is given. */
function quantile(values: number[], q: number): number {
  values.sort((a, b) => a - b);
  return values[Math.max(0, Math.ceil(q * values.length) - 1)];
}
