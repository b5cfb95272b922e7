/**
 * What happened shortly before the playhead, in detail: the legs requests travelled, the answers people
 * got, and what is worth telling. Bounded; filled anew by replay when the playhead jumps, so it depends
 * only on the moment and not on the way there.
 */
import { type Cause, causesOf } from '../engine/causes.ts';
import type { Happening } from '../engine/sim.ts';
import type { Run } from '../engine/simulation.ts';
import { isTold, Reason, RequestKind, RequestPhase } from '../engine/state/requests.ts';
import { isStore } from '../engine/state/sessions.ts';
import { NONE } from '../engine/state/table.ts';
import type { World } from '../engine/state/world.ts';

/** How far back the details go, in simulated milliseconds. */
export const RECENT_MS = 20_000;

const LEGS = 16_384;
const ANSWERS = 16_384;
/** Notices of a moment: no more than these count, even in a storm of refusals. */
export const MOST_NOTICES = 200;

/** In the place of a phase: a copy of a session, on its way from one server to another. */
export const COPY_LEG = 255;

/** Stretches of way or work, newest last, in a ring: entry number i is in row i modulo `capacity`. */
export interface Legs {
  readonly capacity: number;
  /** Entries ever written. */
  count: number;
  serial: Uint32Array;
  phase: Uint8Array;
  user: Int32Array;
  /** The person whose cookie came along; somebody else when it was copied. NONE without a cookie. */
  owner: Int32Array;
  server: Int32Array;
  status: Uint16Array;
  kind: Uint8Array;
  /** 1 when it comes by an edge node of the CDN. */
  byEdge: Uint8Array;
  /** For a command to the store: the node it goes to. For a copy: the server. */
  to: Uint16Array;
  /** Whose page the answer shows when a cache had it, or NONE. */
  sees: Int32Array;
  sinceMs: Float64Array;
  untilMs: Float64Array;
}

/** Answers that arrived, newest last, in a ring as above. */
export interface Answers {
  readonly capacity: number;
  count: number;
  serial: Uint32Array;
  atMs: Float64Array;
  responseMs: Float64Array;
  user: Int32Array;
  kind: Uint8Array;
  status: Uint16Array;
}

/** Something worth telling. `number` tells notices of the same moment apart. */
export type Notice = {
  atMs: number;
  number: number;
  /** Nodes that the store had: where there are several, they are told by number. */
  stores: number;
} & (
  | {
      what: 'answer';
      user: number;
      kind: number;
      server: number;
      status: number;
      serial: number;
      causes: Cause[];
    }
  | Happening
);

export interface Recent {
  legs: Legs;
  answers: Answers;
  /** Oldest first; of those that are not older than RECENT_MS the last MOST_NOTICES are always there. */
  notices: Notice[];
}

export function createRecent(): Recent {
  return {
    legs: {
      capacity: LEGS,
      count: 0,
      serial: new Uint32Array(LEGS),
      phase: new Uint8Array(LEGS),
      user: new Int32Array(LEGS),
      owner: new Int32Array(LEGS),
      server: new Int32Array(LEGS),
      status: new Uint16Array(LEGS),
      kind: new Uint8Array(LEGS),
      byEdge: new Uint8Array(LEGS),
      to: new Uint16Array(LEGS),
      sees: new Int32Array(LEGS),
      sinceMs: new Float64Array(LEGS),
      untilMs: new Float64Array(LEGS),
    },
    answers: {
      capacity: ANSWERS,
      count: 0,
      serial: new Uint32Array(ANSWERS),
      atMs: new Float64Array(ANSWERS),
      responseMs: new Float64Array(ANSWERS),
      user: new Int32Array(ANSWERS),
      kind: new Uint8Array(ANSWERS),
      status: new Uint16Array(ANSWERS),
    },
    notices: [],
  };
}

/** Notes a stretch of way or of work that a request begins. Waiting is neither. */
export function noteLeg({ legs }: Recent, world: World, r: number): void {
  const { requests } = world;
  const phase = requests.phase[r];
  if (isWaiting(phase)) return;
  const row = legs.count++ % legs.capacity;
  legs.serial[row] = requests.serial[r];
  legs.phase[row] = phase;
  legs.user[row] = requests.user[r];
  legs.owner[row] = ownerOf(world, r);
  legs.server[row] = requests.server[r];
  legs.status[row] = requests.status[r];
  legs.kind[row] = requests.kind[r];
  legs.byEdge[row] = requests.edge[r] === NONE ? 0 : 1;
  legs.to[row] = requests.storeNode[r];
  legs.sees[row] = requests.sees[r];
  legs.sinceMs[row] = requests.sinceMs[r];
  legs.untilMs[row] = requests.untilMs[r];
}

/** Notes a copy of a session that sets out for another server. Those between nodes of the store have no way to see. */
export function noteCopy(
  { legs }: Recent,
  { copies, sessions, nowMs }: World,
  copy: number,
  untilMs: number,
): void {
  if (isStore(copies.to[copy])) return;
  const user = sessions.user[copies.session[copy]];
  const row = legs.count++ % legs.capacity;
  legs.serial[row] = 0;
  legs.phase[row] = COPY_LEG;
  legs.user[row] = user;
  legs.owner[row] = user;
  legs.server[row] = copies.from[copy];
  legs.to[row] = copies.to[copy];
  legs.status[row] = 0;
  legs.kind[row] = RequestKind.page;
  legs.byEdge[row] = 0;
  legs.sees[row] = NONE;
  legs.sinceMs[row] = nowMs;
  legs.untilMs[row] = untilMs;
}

/** Who asks, or, when a copy of somebody's cookie does, that somebody. NONE for passing visitors. */
export function ownerOf({ requests, sessions }: World, r: number): number {
  if (requests.user[r] !== NONE || requests.session[r] === NONE) return requests.user[r];
  return sessions.user[requests.session[r]];
}

const isWaiting = (phase: number): boolean =>
  phase === RequestPhase.queued ||
  phase === RequestPhase.connecting ||
  phase === RequestPhase.retrying ||
  phase === RequestPhase.waitingAtEdge ||
  phase === RequestPhase.waitingAtBalancer ||
  phase === RequestPhase.waitingForPage;

export function noteAnswer({ answers }: Recent, { requests, nowMs }: World, r: number): void {
  const row = answers.count++ % answers.capacity;
  answers.serial[row] = requests.serial[r];
  answers.atMs[row] = nowMs;
  answers.responseMs[row] = nowMs - requests.bornMs[r];
  answers.user[row] = requests.user[r];
  answers.kind[row] = requests.kind[r];
  answers.status[row] = requests.status[r];
}

/** Is the answer worth telling, to somebody who waits for it? */
export function isNews({ status, reason, kind, abandoned }: World['requests'], r: number): boolean {
  if (!isTold(status[r], reason[r])) return false;
  // Nobody sees what a cache asks for by itself.
  if (kind[r] === RequestKind.refresh) return false;
  // What a server still says to someone who has stopped waiting is no news to anybody.
  return abandoned[r] === 0 || reason[r] === Reason.gaveUp;
}

/** Notes an answer that is not a success, that shows the wrong page, or that nobody waits for any more, with its causes. */
export function noteRefusal(recent: Recent, world: World, r: number, run: Run): void {
  const { requests } = world;
  if (!isNews(requests, r)) return;
  push(recent, {
    what: 'answer',
    atMs: world.nowMs,
    number: requests.serial[r],
    stores: world.stores.length,
    user: requests.user[r],
    kind: requests.kind[r],
    server: requests.server[r],
    status: requests.status[r],
    serial: requests.serial[r],
    causes: causesOf(world, r, run),
  });
}

export function noteHappening(recent: Recent, world: World, happening: Happening, run: Run): void {
  if (happening.what === 'gave-up') {
    noteRefusal(recent, world, happening.request, run);
    return;
  }
  const last = recent.notices[recent.notices.length - 1];
  const number = last && last.atMs === world.nowMs ? last.number + 1 : 0;
  push(recent, { ...happening, atMs: world.nowMs, number, stores: world.stores.length });
}

function push(recent: Recent, notice: Notice): void {
  recent.notices.push(notice);
  // Dropped in blocks, so that a long row of notices does not move the array for each one.
  if (recent.notices.length > 2 * MOST_NOTICES) recent.notices = recent.notices.slice(-MOST_NOTICES);
}
