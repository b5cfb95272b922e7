/** How a server gets at sessions: looks a record up, and keeps what a request changed. */
import { knowsKey } from './keys.ts';
import { dropRecord, findRecord, makeEmptySession, makeSession, putRecord } from './shelves.ts';
import type { Sim } from './sim.ts';
import { needsSession, Reason, RequestKind } from './state/requests.ts';
import { isStore, nodeAt, type Place, SessionEnd } from './state/sessions.ts';
import { NONE } from './state/table.ts';
import type { World } from './state/world.ts';
import { refuse, serve } from './work.ts';

/** As many as the column holds; nobody ever put that much into a cart. */
const MOST_IN_CART = 65_535;

/** Looks for the record of the request's session at a place. */
export function lookUp(sim: Sim, r: number, place: Place): void {
  const { world } = sim;
  const { records, requests } = world;
  const record = findRecord(world, requests.session[r], place);
  requests.lookedIn[r] = place;
  if (record === NONE) refuse(sim, r, Reason.noRecord);
  else if (dropIfExpired(sim, record)) refuse(sim, r, Reason.expired);
  else {
    records.usedMs[record] = world.nowMs;
    if (records.loggedIn[record] === 0) refuse(sim, r, Reason.emptySession);
    else {
      requests.cart[r] = records.cart[record];
      serve(sim, r);
    }
  }
}

/**
 * A record that nobody used for too long, or whose session has had its time, is removed when somebody comes upon it. A
 * copy in the store is not the place to decide that: it may not have heard of the last use.
 */
export function dropIfExpired({ world, scenario }: Sim, record: number): boolean {
  const { idleMs, lifetimeMs } = scenario.sessions;
  if (idleMs === null && lifetimeMs === null) return false;
  const { records, sessions, stores, nowMs } = world;
  const idleEndMs = records.usedMs[record] + (idleMs ?? Number.POSITIVE_INFINITY);
  const lifeEndMs = sessions.madeMs[records.session[record]] + (lifetimeMs ?? Number.POSITIVE_INFINITY);
  const endMs = Math.min(idleEndMs, lifeEndMs);
  if (nowMs <= endMs) return false;
  const place = records.place[record];
  if (isStore(place) && stores.source[nodeAt(place)] !== NONE) return false;
  dropRecord(world, record, lifeEndMs < idleEndMs ? SessionEnd.outlived : SessionEnd.expired, NONE, endMs);
  return true;
}

/** Does the server understand the cookie that came along? */
export function canRead({ world }: Sim, r: number): boolean {
  const { requests } = world;
  return requests.session[r] !== NONE && knowsKey(world, requests.server[r], keyOf(world, r));
}

/** The key that the cookie which came along is signed with, or NONE. */
export function keyOf({ requests, sessions, tokens }: World, r: number): number {
  const token = requests.token[r];
  return token === NONE ? sessions.key[requests.session[r]] : tokens.key[token];
}

/** What the cookie of a new session is signed with. A server that takes up any id does not sign. */
function keyFor({ world, scenario }: Sim, r: number): number {
  return scenario.sessions.onMiss === 'adopt' ? NONE : world.servers.key[world.requests.server[r]];
}

/** Is there anything to keep once the answer is computed? */
export function changesSession(sim: Sim, r: number): boolean {
  const { requests } = sim.world;
  const kind = requests.kind[r];
  if (!needsSession(kind) && kind !== RequestKind.login) return false;
  if (requests.status[r] === 0) return true;
  // A refusal is a miss, unless the server found an empty session that an earlier miss made.
  return sim.scenario.sessions.onMiss !== 'keep' && requests.reason[r] !== Reason.emptySession;
}

/** Does what the request asked for to its session, at the place that keeps it. */
export function keepAt(sim: Sim, r: number, place: Place): void {
  const { world } = sim;
  const { requests, records } = world;
  if (requests.status[r] !== 0) {
    keepMiss(sim, r, place);
    return;
  }
  const session = requests.session[r];
  let record = session === NONE ? NONE : findRecord(world, session, place);
  switch (requests.kind[r]) {
    case RequestKind.login: {
      if (!canRead(sim, r)) record = NONE;
      else if (sim.scenario.sessions.onMiss === 'adopt') {
        logInWithOldId(sim, r, place, record);
        break;
      }
      // A login gets a new session id (against session fixation); the old record goes if it is here.
      if (record !== NONE) dropRecord(world, record, SessionEnd.replaced, NONE);
      const made = makeSession(world, requests.user[r], place, keyFor(sim, r));
      requests.newSession[r] = made;
      putRecord(world, made, place, 0);
      break;
    }
    case RequestKind.logout:
      if (record !== NONE) dropRecord(world, record, SessionEnd.loggedOut, NONE);
      break;
    case RequestKind.cart:
      if (requests.cart[r] < MOST_IN_CART) requests.cart[r]++;
      // The store writes whole sessions, so one that vanished since it was read comes back.
      if (record === NONE) putRecord(world, session, place, requests.cart[r]);
      else records.cart[record] = requests.cart[r];
      break;
    default:
      break;
  }
}

/** A server that takes up any id also keeps it at a login, with what the session already held here. */
function logInWithOldId(sim: Sim, r: number, place: Place, record: number): void {
  const { world } = sim;
  const { requests, records, sessions } = world;
  const session = requests.session[r];
  sessions.empty[session] = 0;
  if (record === NONE || dropIfExpired(sim, record)) putRecord(world, session, place, 0);
  else {
    records.loggedIn[record] = 1;
    records.usedMs[record] = world.nowMs;
    sessions.end[session] = SessionEnd.none;
    requests.cart[r] = records.cart[record];
  }
}

/** What a server that does not leave misses alone makes of one: an empty session, under the same id or a new one. */
function keepMiss(sim: Sim, r: number, place: Place): void {
  const { world } = sim;
  const { requests } = world;
  const { onMiss } = sim.scenario.sessions;
  const missed = requests.session[r];
  if (onMiss === 'keep') return; // it was another when the request was refused
  if (onMiss === 'adopt' && missed !== NONE && requests.reason[r] !== Reason.unknownKey) {
    if (findRecord(world, missed, place) === NONE) putRecord(world, missed, place, 0, 0);
    return;
  }
  const made = makeEmptySession(world, requests.user[r], place, keyFor(sim, r), missed);
  requests.newSession[r] = made;
  putRecord(world, made, place, 0, 0);
}
