/**
 * The story of a stretch of a run: what was answered, what was refused and why, what changed, what took longest, and which
 * server was busiest. Read once more from the nearest kept moment, apart from the playhead.
 */
import { causesOf } from '../engine/causes.ts';
import type { Happening, Observer } from '../engine/sim.ts';
import { isAwaited, isTold } from '../engine/state/requests.ts';
import type { World } from '../engine/state/world.ts';
import { outcomeOf } from '../timeline/history.ts';
import type { Notice } from '../timeline/recent.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { addReason, type Reason, type Reasons, sortedReasons } from './reasons.ts';

/** Why an answer is as it is is settled before it arrives: so long before, at most. */
const UNDER_WAY_MS = 5000;
const MOST_TOLD = 12;
/** Working out why takes a while; of more answers the first are enough to know. */
const MOST_EXPLAINED = 2000;
const MOST_SLOW = 5;
const MOST_CHANGES = 40;
/** Events between two looks at the clock of whoever waits. */
const SLICE_EVENTS = 1000;

export type Refusal = Extract<Notice, { what: 'answer' }>;
export type Change = Exclude<Notice, { what: 'answer' }>;

export interface SlowAnswer {
  atMs: number;
  responseMs: number;
  user: number;
  kind: number;
  status: number;
  serial: number;
}

export interface BusyServer {
  server: number;
  /** Share of its workers' time that was used, 0 to 1. */
  share: number;
  /** Answers to requests that were sent here last. */
  answers: number;
}

export interface StretchStory {
  fromMs: number;
  /** As far as the run was known. */
  untilMs: number;
  ok: number;
  refused: number;
  failed: number;
  /** Answers by status, the smallest first. */
  statuses: { status: number; count: number }[];
  /** The first few that are worth telling, and how many there were. */
  told: Refusal[];
  toldCount: number;
  /** What is behind them, the most frequent first, and how many of them were looked at for that. */
  reasons: Reason<Refusal>[];
  explained: number;
  changes: Change[];
  /** Changes that are left out. */
  moreChanges: number;
  /** The slowest first. */
  slowest: SlowAnswer[];
  /** The busiest first; those that had nothing to do are left out. */
  servers: BusyServer[];
}

export interface StretchTelling {
  readonly story: StretchStory;
  readonly nowMs: number;
  /** Goes on while `keepOn()` says so; true when it has come to the end. */
  go(keepOn?: () => boolean): boolean;
}

/** What happened after `fromMs`, up to and including `toMs`, as far as the run is known. */
export function stretchStory(timeline: Timeline, fromMs: number, toMs: number): StretchTelling {
  const { run } = timeline;
  const untilMs = Math.max(fromMs, Math.min(toMs, timeline.frontierMs));
  const story: StretchStory = {
    fromMs,
    untilMs,
    ok: 0,
    refused: 0,
    failed: 0,
    statuses: [],
    told: [],
    toldCount: 0,
    reasons: [],
    explained: 0,
    changes: [],
    moreChanges: 0,
    slowest: [],
    servers: [],
  };
  const decided = new Map<number, Refusal>();
  const byStatus = new Map<number, number>();
  const byServer = new Map<number, number>();
  const reasons: Reasons<Refusal> = new Map();

  const decide = (world: World, r: number): void => {
    const { requests: q } = world;
    if (story.explained < MOST_EXPLAINED && isTold(q.status[r], q.reason[r]))
      decided.set(q.serial[r], refusalOf(world, r, causesOf(world, r, run)));
  };
  const observer: Observer = {
    decided: decide,
    finished(world, r) {
      const { requests: q, nowMs } = world;
      const why = decided.get(q.serial[r]);
      decided.delete(q.serial[r]);
      if (nowMs <= fromMs || !isAwaited(q.kind[r])) return;
      const status = q.status[r];
      story[outcomeOf(status)]++;
      count(byStatus, status);
      if (q.server[r] >= 0) count(byServer, q.server[r]);
      if (isTold(status, q.reason[r])) {
        story.toldCount++;
        // Counted when it arrives, as everything is, and told with the time at which it was settled, as everywhere.
        const refusal = why ?? refusalOf(world, r, []);
        if (story.told.length < MOST_TOLD) story.told.push(refusal);
        if (why !== undefined && story.explained < MOST_EXPLAINED) {
          story.explained++;
          addReason(reasons, refusal);
        }
      }
      keepSlowest(story.slowest, {
        atMs: nowMs,
        responseMs: nowMs - q.bornMs[r],
        user: q.user[r],
        kind: q.kind[r],
        status,
        serial: q.serial[r],
      });
    },
    happened(world, happening) {
      if (happening.what === 'gave-up') decide(world, happening.request);
      else if (world.nowMs > fromMs || (fromMs === 0 && world.nowMs === 0))
        addChange(story, world, happening);
    },
  };
  const simulation = timeline.apart(Math.max(0, fromMs - UNDER_WAY_MS));
  simulation.observe(observer);
  let before: number[] | null = null;
  return {
    story,
    get nowMs() {
      return simulation.world.nowMs;
    },
    go(keepOn = () => true) {
      for (;;) {
        if (simulation.runSlice(before === null ? fromMs : untilMs, SLICE_EVENTS)) {
          if (before === null) before = busyOf(simulation.world);
          else break;
        } else if (!keepOn()) return false;
      }
      story.statuses = [...byStatus]
        .map(([status, n]) => ({ status, count: n }))
        .sort((a, b) => a.status - b.status);
      story.reasons = sortedReasons(reasons);
      story.servers = busiest(simulation.world, before, byServer, untilMs - fromMs);
      return true;
    },
  };
}

function refusalOf({ requests: q, stores, nowMs }: World, r: number, causes: Refusal['causes']): Refusal {
  return {
    what: 'answer',
    atMs: nowMs,
    number: q.serial[r],
    stores: stores.length,
    user: q.user[r],
    kind: q.kind[r],
    server: q.server[r],
    status: q.status[r],
    serial: q.serial[r],
    causes,
  };
}

function addChange(story: StretchStory, { nowMs, stores }: World, happening: Happening): void {
  if (story.changes.length >= MOST_CHANGES) story.moreChanges++;
  else
    story.changes.push({
      ...happening,
      atMs: nowMs,
      number: story.changes.length,
      stores: stores.length,
    });
}

function keepSlowest(slowest: SlowAnswer[], answer: SlowAnswer): void {
  if (slowest.length === MOST_SLOW && answer.responseMs <= slowest[MOST_SLOW - 1].responseMs) return;
  const place = slowest.findIndex(({ responseMs }) => responseMs < answer.responseMs);
  slowest.splice(place < 0 ? slowest.length : place, 0, answer);
  slowest.length = Math.min(slowest.length, MOST_SLOW);
}

/** Worker-milliseconds of work of each server since the start. */
function busyOf({ servers, nowMs }: World): number[] {
  return Array.from(
    { length: servers.length },
    (_, s) => servers.busyMs[s] + servers.busy[s] * (nowMs - servers.busySinceMs[s]),
  );
}

function busiest(
  world: World,
  before: readonly number[],
  answers: ReadonlyMap<number, number>,
  lastedMs: number,
): BusyServer[] {
  if (lastedMs <= 0) return [];
  return busyOf(world)
    .map((busyMs, server) => ({
      server,
      share: Math.min(1, (busyMs - (before[server] ?? 0)) / (lastedMs * world.servers.workers[server])),
      answers: answers.get(server) ?? 0,
    }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share || b.answers - a.answers);
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
