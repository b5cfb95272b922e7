/**
 * Copies of every session in the memory of every server, as Tomcat's DeltaManager keeps them: whoever changes one tells
 * all others, and of two versions the later counts. A server that starts fetches everything before it listens.
 */
import { keepAt } from './sessionAccess.ts';
import { findRecord, firstOnShelf } from './shelves.ts';
import type { Sim } from './sim.ts';
import { RequestKind } from './state/requests.ts';
import { accepts, ServerState } from './state/servers.ts';
import { type Place, SessionEnd } from './state/sessions.ts';
import { NONE } from './state/table.ts';
import type { World } from './state/world.ts';
import { forgetCopies, isOnItsWay, lagMs, sendCopy } from './store/copies.ts';
import { makeRoomFor, makeRoomInMemory } from './store/room.ts';
import {
  bury,
  dropTombstone,
  dropTombstonesOf,
  goneVersion,
  isLater,
  isRenewal,
  lastWrittenMs,
  noteUse,
  setVersion,
  type Version,
  versionAt,
  versionOfRecord,
  writeTimeMs,
} from './store/versions.ts';

/** How long a silent server is waited for before it is no longer a member: Tomcat's `dropTime`. */
export const MEMBER_LOST_MS = 3000;

/** Does the server get copies? */
const isMember = ({ servers }: World, s: number): boolean => accepts(servers.state[s]);

/** How long a worker is busy with telling the others, before the answer leaves. */
export function spreadMs(sim: Sim, r: number): number {
  const { world, scenario } = sim;
  const { servers, requests, nowMs } = world;
  const { lag, perCopyMs, waits } = scenario.sessions.copies;
  const from = requests.server[r];
  let others = 0;
  let slowestMs = 0;
  for (let to = 0; to < servers.length; to++) {
    if (to === from) continue;
    if (isMember(world, to)) {
      others++;
      if (waits) slowestMs = Math.max(slowestMs, 2 * lagMs(sim, lag, to));
    } else if (waits && servers.state[to] === ServerState.hung) {
      slowestMs = Math.max(slowestMs, servers.sinceMs[to] + MEMBER_LOST_MS - nowMs);
    }
  }
  return others * perCopyMs + slowestMs;
}

/** Keeps what a request changed on its server, and tells the others. */
export function keepEverywhere(sim: Sim, r: number): void {
  const { requests } = sim.world;
  const from = requests.server[r];
  const session = requests.session[r];
  const had = session !== NONE && findRecord(sim.world, session, from) !== NONE;
  const lastMs = lastWrittenMs(sim.world, session, from);
  makeRoomInMemory(sim, r, from);
  keepAt(sim, r, from);
  const isLogout = requests.kind[r] === RequestKind.logout && requests.status[r] === 0;
  const gone = isLogout ? SessionEnd.loggedOut : SessionEnd.replaced;
  const end = had ? gone : SessionEnd.none;
  if (session !== NONE) written(sim, from, session, lastMs, end, isRenewal(sim.world, r));
  const made = requests.newSession[r];
  if (made !== NONE) written(sim, from, made, Number.NEGATIVE_INFINITY, SessionEnd.none);
}

/**
 * A server has written a session's record, or taken it away, for the reason given; `none` if it had none before. What it
 * knew until then was written at `lastMs`.
 */
function written(
  sim: Sim,
  from: Place,
  session: number,
  lastMs: number,
  end: Version['end'],
  renews = false,
): void {
  const { world } = sim;
  const atMs = writeTimeMs(world, lastMs);
  const record = findRecord(world, session, from);
  if (record !== NONE) {
    // Whoever only reads says when that was, and nothing of what is in the session.
    if (!renews) world.records.writtenMs[record] = atMs;
    world.records.usedMs[record] = world.nowMs;
    tell(sim, from, session, versionOfRecord(world, record));
  } else if (end !== SessionEnd.none) {
    bury(sim, session, from, end, atMs);
    tell(sim, from, session, goneVersion(end, atMs, NONE));
    serverWasTold(sim, session);
  }
}

function tell(sim: Sim, from: Place, session: number, version: Version): void {
  const { world, scenario } = sim;
  const { lag, waits } = scenario.sessions.copies;
  for (let to = 0; to < world.servers.length; to++) {
    if (to === from || !isMember(world, to)) continue;
    world.totals.copies++;
    // Who waits for the others has their answer by now.
    if (waits) reachServer(sim, to, session, version);
    else sendCopy(sim, from, to, session, version, world.nowMs + lagMs(sim, lag, to));
  }
}

/** A version of a session has come to a server. One that has fallen silent never reads it. */
export function reachServer(sim: Sim, to: Place, session: number, version: Version): void {
  if (isMember(sim.world, to)) learn(sim, to, session, version);
}

function learn(sim: Sim, to: Place, session: number, version: Version): void {
  const { world } = sim;
  if (!isLater(version, versionAt(world, session, to))) {
    noteUse(world, session, to, version);
    return;
  }
  if (version.end === SessionEnd.none && findRecord(world, session, to) === NONE) makeRoomFor(sim, to);
  setVersion(sim, session, to, version);
}

/** That a session was taken away need not be remembered when nothing of it is on its way any more. */
export function serverWasTold({ world }: Sim, session: number): void {
  const { tombstones, sessions } = world;
  if (sessions.firstTombstone[session] === NONE || isOnItsWay(world, session)) return;
  for (let stone = sessions.firstTombstone[session]; stone !== NONE; ) {
    const place = tombstones.place[stone];
    stone = tombstones.next[stone];
    if (place >= 0) dropTombstone(world, session, place);
  }
}

/** A process has ended: what it was about to tell, and what it was about to be told, is lost with it. */
export function forgetMember(sim: Sim, s: number): void {
  forgetCopies(sim.world, (from, to) => from === s || to === s);
  dropTombstonesOf(sim.world, s);
}

/** A server that starts gets what the others have and what they took away, before it listens. */
export function fetchState(sim: Sim, s: number): void {
  const { world } = sim;
  const { tombstones, records, servers } = world;
  for (let from = 0; from < servers.length; from++) {
    if (from === s || !isMember(world, from)) continue;
    for (let record = firstOnShelf(world, from); record !== NONE; record = records.shelfNext[record]) {
      learn(sim, s, records.session[record], versionOfRecord(world, record));
    }
  }
  const last = tombstones.length;
  for (let stone = 0; stone < last; stone++) {
    const session = tombstones.session[stone];
    const place = tombstones.place[stone];
    if (session === NONE || place < 0 || place === s || !isMember(world, place)) continue;
    const version = versionAt(world, session, place);
    if (version !== null) learn(sim, s, session, version);
  }
}

/** Makes every server know a session as it is on one of them. */
export function copyEverywhere(sim: Sim, session: number, version: Version): void {
  for (let to = 0; to < sim.world.servers.length; to++) {
    if (!isMember(sim.world, to)) continue;
    if (findRecord(sim.world, session, to) === NONE) makeRoomFor(sim, to);
    setVersion(sim, session, to, version);
  }
}
