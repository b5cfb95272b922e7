/**
 * What became of requests over the whole run so far, in buckets of simulated time: the data of the
 * timeline. It is written once, when a stretch of time is simulated for the first time.
 */

/** Width of a bucket in simulated milliseconds. */
export const BUCKET_MS = 250;

export type Outcome = 'ok' | 'refused' | 'failed';

export interface History {
  /** Buckets that have been begun. */
  length: number;
  ok: Uint32Array;
  refused: Uint32Array;
  failed: Uint32Array;
}

export function createHistory(): History {
  return { length: 0, ok: new Uint32Array(256), refused: new Uint32Array(256), failed: new Uint32Array(256) };
}

/** What an answer is to whoever waits for it: all that is counted is told apart by this. */
export function outcomeOf(status: number): Outcome {
  return status < 400 ? 'ok' : status === 401 ? 'refused' : 'failed';
}

/** Counts an answer that arrived at `atMs`, after 0. The end of a bucket belongs to it: whoever goes there has seen it all. */
export function countAnswer(history: History, atMs: number, status: number): void {
  const bucket = Math.max(0, Math.ceil(atMs / BUCKET_MS) - 1);
  if (bucket >= history.length) extend(history, bucket + 1);
  history[outcomeOf(status)][bucket]++;
}

/**
 * Answers that arrived after one time, up to and including another. Both are edges of buckets, or as far as the run is
 * known; before 0 there was nothing.
 */
export function countIn(history: History, outcome: Outcome, fromMs: number, toMs: number): number {
  let count = 0;
  const end = Math.min(history.length, Math.ceil(toMs / BUCKET_MS));
  for (let i = Math.max(0, fromMs / BUCKET_MS); i < end; i++) count += history[outcome][i];
  return count;
}

/** Forgets everything from `fromMs` on; `fromMs` is the start of a bucket. */
export function truncateHistory(history: History, fromMs: number): void {
  const length = Math.min(history.length, Math.ceil(fromMs / BUCKET_MS));
  for (const column of [history.ok, history.refused, history.failed]) column.fill(0, length);
  history.length = length;
}

function extend(history: History, length: number): void {
  if (length > history.ok.length) {
    const capacity = Math.max(length, history.ok.length * 2);
    for (const name of ['ok', 'refused', 'failed'] as const) {
      const wider = new Uint32Array(capacity);
      wider.set(history[name]);
      history[name] = wider;
    }
  }
  history.length = length;
}
