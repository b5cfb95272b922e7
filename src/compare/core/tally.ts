/**
 * What became of the requests of one run from its start on, so that the numbers at any moment can be told without
 * running up to it again. Written once, when a stretch of time is simulated for the first time, as the history is.
 */
import type { Scenario } from '../../engine/scenario.ts';
import { isAwaited, needsSession, RequestKind, RequestPhase } from '../../engine/state/requests.ts';
import { NONE } from '../../engine/state/table.ts';
import type { World } from '../../engine/state/world.ts';
import { createCostMeter, meanCost } from '../../metrics/cost.ts';
import { addValue, createHistogram, type Histogram, meanOf, quantileOf } from '../../metrics/histogram.ts';
import type { Recent } from '../../timeline/recent.ts';

/**
 * The numbers of a run from its start to a moment; null where there is nothing to take a mean or a share of. Answers count
 * from the moment they are settled, when the picture tells of a refusal; how long they took is known when they arrive.
 */
export interface RunNumbers {
  /** Share of the requests of the logged-in that were served. */
  servedShare: number | null;
  /** Answers 401, and failures, that somebody waited for. */
  refused: number;
  failed: number;
  /** The same of what nobody waited for: files of pages, and what caches asked for by themselves. */
  filesFailed: number;
  /** Mean, and what 95 of 100 served answers took at most. */
  meanMs: number | null;
  p95Ms: number | null;
  forcedLogins: number;
  sessionsLost: number;
  /** Pages that showed an older cart than the person had seen; answers that a copied cookie got. */
  staleReads: number;
  replaysServed: number;
  cartItemsLost: number;
  /** US dollars an hour: machines as they are at that moment, and the balancer's work so far. */
  usdPerHour: number;
}

export interface Tally {
  /** Takes in what has been answered since. `complete` says that everything up to the present is there. */
  note(recent: Recent, nowMs: number, complete: boolean): void;
  /** Forgets what came after a time: something else has been done then. */
  forgetAfter(timeMs: number): void;
  /** The numbers at the moment of this world, which has been noted. */
  read(world: World, scenario: Scenario): RunNumbers;
}

interface Sums {
  /** Answers and notices that are in the sums. */
  answers: number;
  notices: number;
  needLogin: number;
  needLoginServed: number;
  refused: number;
  failed: number;
  staleReads: number;
  replaysServed: number;
  servedMs: Histogram;
}

export function createTally(): Tally {
  let length = 0;
  let atMs = new Float64Array(256);
  let responseMs = new Float64Array(256);
  let status = new Uint16Array(256);
  let kind = new Uint8Array(256);
  /** Answers that look like successes and are none. They are few. */
  let odd: { atMs: number; reason: string }[] = [];
  /** Up to and including this time all is there. */
  let completeMs = -1;
  let sums = createSums();

  const grow = () => {
    const wider = <T extends Float64Array | Uint16Array | Uint8Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    atMs = wider(atMs, new Float64Array(2 * length));
    responseMs = wider(responseMs, new Float64Array(2 * length));
    status = wider(status, new Uint16Array(2 * length));
    kind = wider(kind, new Uint8Array(2 * length));
  };

  /** Answers up to `lastMs` that are not there yet. */
  const noteAnswers = ({ answers }: Recent, lastMs: number) => {
    const oldest = Math.max(0, answers.count - answers.capacity);
    let first = answers.count;
    while (first > oldest && answers.atMs[(first - 1) % answers.capacity] > completeMs) first--;
    for (let i = first; i < answers.count; i++) {
      const row = i % answers.capacity;
      if (answers.atMs[row] > lastMs) break;
      if (length === atMs.length) grow();
      atMs[length] = answers.atMs[row];
      responseMs[length] = answers.responseMs[row];
      status[length] = answers.status[row];
      kind[length] = answers.kind[row];
      length++;
    }
  };
  const noteOdd = ({ notices }: Recent, lastMs: number) => {
    let first = notices.length;
    while (first > 0 && notices[first - 1].atMs > completeMs) first--;
    for (let i = first; i < notices.length; i++) {
      const notice = notices[i];
      if (notice.what !== 'answer' || notice.status >= 400 || notice.atMs > lastMs) continue;
      const [answer] = notice.causes;
      if (answer.code === 'answered') odd.push({ atMs: notice.atMs, reason: answer.reason });
    }
  };

  return {
    note(recent, nowMs, complete) {
      if (nowMs < completeMs) return;
      // In the middle of a slice more may happen at this very time: what is there was before it.
      const lastMs = complete ? nowMs : before(nowMs);
      noteAnswers(recent, lastMs);
      noteOdd(recent, lastMs);
      completeMs = Math.max(completeMs, lastMs);
    },
    forgetAfter(timeMs) {
      length = countUntil(timeMs);
      odd = odd.filter((o) => o.atMs <= timeMs);
      completeMs = Math.min(completeMs, timeMs);
      sums = createSums();
    },
    read(world, scenario) {
      const { nowMs, totals } = world;
      const answers = countUntil(nowMs);
      if (answers < sums.answers || (sums.notices > 0 && odd[sums.notices - 1].atMs > nowMs))
        sums = createSums();
      for (; sums.answers < answers; sums.answers++) {
        const i = sums.answers;
        if (status[i] < 400) addValue(sums.servedMs, responseMs[i]);
        countOutcome(sums, kind[i], status[i]);
      }
      for (; sums.notices < odd.length && odd[sums.notices].atMs <= nowMs; sums.notices++) {
        const { reason } = odd[sums.notices];
        if (reason === 'staleCart') sums.staleReads++;
        else if (reason === 'impostor') sums.replaysServed++;
      }
      const settled = { ...sums };
      countOnTheWay(settled, world);
      return {
        servedShare: settled.needLogin === 0 ? null : settled.needLoginServed / settled.needLogin,
        refused: settled.refused,
        failed: settled.failed,
        filesFailed: totals.failed - sums.failed + filesOnTheWay(world),
        meanMs: meanOf(sums.servedMs),
        p95Ms: quantileOf(sums.servedMs, 0.95),
        forcedLogins: totals.forcedLogins,
        sessionsLost: totals.sessionsLost,
        staleReads: sums.staleReads,
        replaysServed: sums.replaysServed,
        cartItemsLost: totals.cartItemsLost,
        usdPerHour: usdPerHourNow(world, scenario),
      };
    },
  };

  /** How many answers came until a time. */
  function countUntil(timeMs: number): number {
    let low = 0;
    let high = length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (atMs[middle] <= timeMs) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function countOutcome(sums: Sums, kind: number, status: number): void {
  if (status === 401) sums.refused++;
  else if (status >= 400) sums.failed++;
  if (!needsSession(kind)) return;
  sums.needLogin++;
  if (status < 400) sums.needLoginServed++;
}

/** Adds the answers that are settled, and that somebody waits for, but that have not arrived yet. */
function countOnTheWay(sums: Sums, { requests }: World): void {
  const { status, kind } = requests;
  for (let r = 0; r < requests.length; r++)
    if (isOnTheWay(requests, r) && isAwaited(kind[r])) countOutcome(sums, kind[r], status[r]);
}

/** Failures among the answers to requests for files that have not arrived yet. */
function filesOnTheWay({ requests }: World): number {
  let count = 0;
  for (let r = 0; r < requests.length; r++)
    if (isOnTheWay(requests, r) && requests.kind[r] === RequestKind.file && requests.status[r] >= 400)
      count++;
  return count;
}

function isOnTheWay({ serial, status, abandoned, object, phase }: World['requests'], r: number): boolean {
  if (serial[r] === 0 || status[r] === 0 || abandoned[r] === 1) return false;
  // A cache on the way may still put what it has in the place of a failure.
  return object[r] === NONE || phase[r] === RequestPhase.toUser;
}

function createSums(): Sums {
  return {
    answers: 0,
    notices: 0,
    needLogin: 0,
    needLoginServed: 0,
    refused: 0,
    failed: 0,
    staleReads: 0,
    replaysServed: 0,
    servedMs: createHistogram(),
  };
}

function usdPerHourNow(world: World, scenario: Scenario): number {
  const perSecond = world.nowMs === 0 ? 0 : world.totals.born / (world.nowMs / 1000);
  const { servers, balancer, store } = meanCost(
    createCostMeter(world, scenario),
    world,
    world.nowMs,
    perSecond,
  );
  return servers + balancer + store;
}

/** The last time before another that there is among numbers. */
function before(timeMs: number): number {
  return timeMs === 0 ? -1 : timeMs * (1 - Number.EPSILON / 2);
}
