/**
 * The single answers of a stretch of a run, read once more from the nearest kept moment, apart from the playhead: what the
 * history counts in buckets, one by one. Bounded: a stretch with too many answers, or too far from a kept moment, is given
 * up, and whoever asked makes do with the buckets.
 */
import { isAwaited } from '../engine/state/requests.ts';
import { RECENT_MS } from './recent.ts';
import type { Timeline } from './timeline.ts';

/** Answers that are kept at most. */
const MOST_ANSWERS = 24_000;
/** Events that are worked through at most: about a second of computing. */
const MOST_EVENTS = 1_500_000;
/** Events between two looks at the clock of whoever waits. */
const SLICE_EVENTS = 1000;

/** Answers in order of time; the columns are as long as needed, `count` of each hold something. */
export interface SingleAnswers {
  count: number;
  atMs: Float64Array;
  responseMs: Float64Array;
  user: Int32Array;
  kind: Uint8Array;
  status: Uint16Array;
  serial: Uint32Array;
}

export interface Closeup {
  readonly fromMs: number;
  readonly toMs: number;
  /** Every answer after `fromMs`, up to and including this time, has been read. */
  readonly untilMs: number;
  readonly answers: SingleAnswers;
  /** There is too much of it. */
  readonly isTooMuch: boolean;
  /** Reads on as far as the run is known, while `keepOn()` says so. Returns whether there is nothing more to read now. */
  go(keepOn?: () => boolean): boolean;
}

/** @param fromMs answers after this time */
export function createCloseup(timeline: Timeline, fromMs: number, toMs: number): Closeup {
  const answers = createAnswers();
  let untilMs = fromMs;
  let isTooMuch = false;
  let events = 0;

  /** What lies shortly before the playhead is at hand. */
  const readRecent = (): void => {
    const { recent, nowMs } = timeline;
    const ring = recent.answers;
    const wantedMs = Math.min(toMs, nowMs);
    const oldest = Math.max(0, ring.count - ring.capacity);
    if (untilMs < nowMs - RECENT_MS || untilMs >= wantedMs) return;
    // A ring that has gone round has forgotten what is older than its oldest entry.
    if (oldest > 0 && ring.atMs[oldest % ring.capacity] > untilMs) return;
    let first = ring.count;
    while (first > oldest && ring.atMs[(first - 1) % ring.capacity] > untilMs) first--;
    for (let i = first; i < ring.count; i++) {
      const row = i % ring.capacity;
      if (ring.atMs[row] > wantedMs) break;
      add(answers, ring, row);
    }
    untilMs = wantedMs;
    isTooMuch = answers.count > MOST_ANSWERS;
  };

  let apart: ReturnType<Timeline['apart']> | null = null;
  /** Runs on from a kept moment. */
  const readAgain = (keepOn: () => boolean): boolean => {
    const wantedMs = Math.min(toMs, timeline.frontierMs);
    if (apart === null) {
      apart = timeline.apart(untilMs);
      const sinceMs = untilMs;
      apart.observe({
        finished({ requests, nowMs }, r) {
          if (nowMs <= sinceMs || !isAwaited(requests.kind[r])) return;
          addRow(
            answers,
            nowMs,
            nowMs - requests.bornMs[r],
            requests.user[r],
            requests.kind[r],
            requests.status[r],
            requests.serial[r],
          );
        },
      });
    }
    for (;;) {
      const arrived = apart.runSlice(wantedMs, SLICE_EVENTS);
      events += SLICE_EVENTS;
      if (arrived) {
        untilMs = wantedMs;
        isTooMuch = answers.count > MOST_ANSWERS;
        return true;
      }
      isTooMuch = answers.count > MOST_ANSWERS || events > MOST_EVENTS;
      if (isTooMuch) return true;
      if (!keepOn()) return false;
    }
  };

  return {
    fromMs,
    toMs,
    get untilMs() {
      return untilMs;
    },
    get isTooMuch() {
      return isTooMuch;
    },
    answers,
    go(keepOn = () => true) {
      if (isTooMuch) return true;
      // Two ways to read must not mix: what the second has begun it ends.
      if (apart === null) readRecent();
      if (isTooMuch || untilMs >= Math.min(toMs, timeline.frontierMs)) return true;
      if (!readAgain(keepOn)) return false;
      apart = null;
      return true;
    },
  };
}

/** Number of the first answer after a time. */
export function firstAnswerAfter({ atMs, count }: SingleAnswers, timeMs: number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (atMs[middle] > timeMs) high = middle;
    else low = middle + 1;
  }
  return low;
}

function createAnswers(): SingleAnswers {
  return {
    count: 0,
    atMs: new Float64Array(64),
    responseMs: new Float64Array(64),
    user: new Int32Array(64),
    kind: new Uint8Array(64),
    status: new Uint16Array(64),
    serial: new Uint32Array(64),
  };
}

function add(answers: SingleAnswers, from: Omit<SingleAnswers, 'count'>, row: number): void {
  addRow(
    answers,
    from.atMs[row],
    from.responseMs[row],
    from.user[row],
    from.kind[row],
    from.status[row],
    from.serial[row],
  );
}

function addRow(
  answers: SingleAnswers,
  atMs: number,
  responseMs: number,
  user: number,
  kind: number,
  status: number,
  serial: number,
): void {
  const row = answers.count++;
  if (row === answers.atMs.length) widen(answers);
  answers.atMs[row] = atMs;
  answers.responseMs[row] = responseMs;
  answers.user[row] = user;
  answers.kind[row] = kind;
  answers.status[row] = status;
  answers.serial[row] = serial;
}

function widen(answers: SingleAnswers): void {
  for (const name of ['atMs', 'responseMs', 'user', 'kind', 'status', 'serial'] as const) {
    const column = answers[name];
    const Kind = column.constructor as new (length: number) => typeof column;
    const wider = new Kind(column.length * 2);
    wider.set(column);
    Object.assign(answers, { [name]: wider });
  }
}
