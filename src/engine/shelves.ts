/**
 * Session records and the shelves they stand on. A record is found only where it was put: every lookup
 * names a place. Sessions are kept for as long as anything refers to them.
 */
import { isStore, nodeAt, type Place, type SessionEnd } from './state/sessions.ts';
import { addRow, freeRow, NONE } from './state/table.ts';
import type { World } from './state/world.ts';

type EndCode = (typeof SessionEnd)[keyof typeof SessionEnd];

/** A new session, made by a login, with no record yet and one reference, which the caller holds. */
export function makeSession(world: World, user: number, madeAt: Place, key: number): number {
  world.totals.sessionsMade++;
  return addSession(world, user, madeAt, key);
}

/**
 * A new session as above, but one with which nobody is logged in: a server that did not know the session
 * `missed` (or got no cookie, if that is NONE) makes it.
 */
export function makeEmptySession(
  world: World,
  user: number,
  madeAt: Place,
  key: number,
  missed: number,
): number {
  const { sessions, totals } = world;
  totals.emptySessionsMade++;
  const s = addSession(world, user, madeAt, key);
  sessions.empty[s] = 1;
  sessions.instead[s] = missed === NONE || sessions.empty[missed] === 0 ? missed : sessions.instead[missed];
  holdSession(world, sessions.instead[s]);
  return s;
}

function addSession(world: World, user: number, madeAt: Place, key: number): number {
  const { sessions, totals } = world;
  const s = addRow(sessions);
  sessions.serial[s] = totals.sessionsMade + totals.emptySessionsMade;
  sessions.id[s] = 0;
  sessions.user[s] = user;
  sessions.madeMs[s] = world.nowMs;
  sessions.madeAt[s] = madeAt;
  sessions.key[s] = key;
  sessions.empty[s] = 0;
  sessions.instead[s] = NONE;
  sessions.loggedOut[s] = 0;
  sessions.firstTombstone[s] = NONE;
  sessions.firstRecord[s] = NONE;
  sessions.references[s] = 1;
  sessions.end[s] = 0;
  sessions.endAt[s] = NONE;
  sessions.endMs[s] = 0;
  sessions.endBy[s] = NONE;
  return s;
}

/** Notes one more reference to a session; NONE is allowed and does nothing. */
export function holdSession(world: World, session: number): void {
  if (session !== NONE) world.sessions.references[session]++;
}

/** Gives a reference back; the last one frees the session. */
export function dropSession(world: World, session: number): void {
  if (session === NONE) return;
  const { sessions } = world;
  if (--sessions.references[session] === 0) {
    sessions.serial[session] = 0;
    freeRow(sessions, session);
    dropSession(world, sessions.instead[session]);
  }
}

/** The record of a session at a place, or NONE. */
export function findRecord(world: World, session: number, place: Place): number {
  const { records } = world;
  let record = world.sessions.firstRecord[session];
  while (record !== NONE && records.place[record] !== place) record = records.next[record];
  return record;
}

/**
 * The record with which a session's owner is logged in, wherever it is, or NONE; of several the one that was put
 * down last. No server can ask this; explanations can.
 */
export function findLogin({ sessions, records }: World, session: number): number {
  let record = sessions.firstRecord[session];
  while (record !== NONE && records.loggedIn[record] === 0) record = records.next[record];
  return record;
}

/** Puts a record of a session down where there is none yet; `loggedIn` is 0 for an empty one. */
export function putRecord(
  world: World,
  session: number,
  place: Place,
  cart: number,
  loggedIn: 0 | 1 = 1,
): number {
  const { records, sessions } = world;
  const r = addRow(records);
  records.session[r] = session;
  records.loggedIn[r] = loggedIn;
  records.cart[r] = cart;
  records.madeMs[r] = world.nowMs;
  records.writtenMs[r] = world.nowMs;
  records.usedMs[r] = world.nowMs;
  records.next[r] = sessions.firstRecord[session];
  sessions.firstRecord[session] = r;
  if (loggedIn === 1) sessions.end[session] = 0;
  holdSession(world, session);
  shelve(world, r, place);
  return r;
}

/** Takes a record from the shelf for good. With the last one of a login its session ends, for the reason given. */
export function dropRecord(
  world: World,
  record: number,
  end: EndCode,
  by: number,
  atMs: number = world.nowMs,
): void {
  const { records, sessions } = world;
  const session = records.session[record];
  unshelve(world, record);
  if (sessions.firstRecord[session] === record) sessions.firstRecord[session] = records.next[record];
  else {
    let other = sessions.firstRecord[session];
    while (records.next[other] !== record) other = records.next[other];
    records.next[other] = records.next[record];
  }
  records.session[record] = NONE;
  freeRow(records, record);
  if (records.loggedIn[record] === 1 && findLogin(world, session) === NONE) {
    sessions.end[session] = end;
    sessions.endAt[session] = records.place[record];
    sessions.endMs[session] = atMs;
    sessions.endBy[session] = by;
  }
  dropSession(world, session);
}

/** Puts a record onto another shelf, where the session has none yet. */
export function moveRecord(world: World, record: number, place: Place): void {
  unshelve(world, record);
  shelve(world, record, place);
}

/**
 * Empties a shelf, oldest record first. Counts and returns the sessions that are lost with it: those that
 * somebody still has a cookie for and is logged in with nowhere else.
 */
export function clearShelf(world: World, place: Place, end: EndCode, by: number): number {
  const { records, totals } = world;
  const before = totals.sessionsLost;
  for (let record = firstOnShelf(world, place); record !== NONE; ) {
    const following = records.shelfNext[record];
    loseRecord(world, record, end, by);
    record = following;
  }
  return lossSince(world, before, place, by);
}

/** Takes a record from the shelf for good, and counts the session if it is lost with it. */
export function loseRecord(world: World, record: number, end: EndCode, by: number): void {
  const { records, users, sessions, totals } = world;
  const session = records.session[record];
  const wanted = users.session[sessions.user[session]] === session && records.loggedIn[record] === 1;
  dropRecord(world, record, end, by);
  if (wanted && findLogin(world, session) === NONE) totals.sessionsLost++;
}

/** How many sessions were lost at a place since there were `before`; remembers it as a loss of many at once. */
export function lossSince(world: World, before: number, place: Place, by: number): number {
  const count = world.totals.sessionsLost - before;
  if (count > 0) world.massLogout = { atMs: world.nowMs, place, count, by };
  return count;
}

export function firstOnShelf(world: World, place: Place): number {
  return isStore(place) ? world.stores.shelfFirst[nodeAt(place)] : world.servers.shelfFirst[place];
}

export function shelfCount(world: World, place: Place): number {
  return isStore(place) ? world.stores.shelfCount[nodeAt(place)] : world.servers.shelfCount[place];
}

function shelve(world: World, record: number, place: Place): void {
  const { records } = world;
  const shelves = isStore(place) ? world.stores : world.servers;
  const i = isStore(place) ? nodeAt(place) : place;
  const last = shelves.shelfLast[i];
  records.place[record] = place;
  records.shelfPrevious[record] = last;
  records.shelfNext[record] = NONE;
  if (last === NONE) shelves.shelfFirst[i] = record;
  else records.shelfNext[last] = record;
  shelves.shelfLast[i] = record;
  shelves.shelfCount[i]++;
}

function unshelve(world: World, record: number): void {
  const { records } = world;
  const place = records.place[record];
  const shelves = isStore(place) ? world.stores : world.servers;
  const i = isStore(place) ? nodeAt(place) : place;
  const previous = records.shelfPrevious[record];
  const following = records.shelfNext[record];
  if (previous === NONE) shelves.shelfFirst[i] = following;
  else records.shelfNext[previous] = following;
  if (following === NONE) shelves.shelfLast[i] = previous;
  else records.shelfPrevious[following] = previous;
  shelves.shelfCount[i]--;
}
