/**
 * What a place knows of a session, as a version that can be passed on: a record, or that there is none any more. Where
 * any place may be written to, the version that was written last counts, so that a removal has to be remembered too.
 */
import { dropRecord, dropSession, findRecord, holdSession, loseRecord, putRecord } from '../shelves.ts';
import type { Sim } from '../sim.ts';
import { RequestKind } from '../state/requests.ts';
import { isStore, type Place, SessionEnd } from '../state/sessions.ts';
import { addRow, freeRow, NONE } from '../state/table.ts';
import type { World } from '../state/world.ts';
import { kindOf } from './kinds.ts';

export type End = (typeof SessionEnd)[keyof typeof SessionEnd];

export interface Version {
  /** Why the record is gone; `none` while it is there, and then the rest says what is in it. */
  end: End;
  /** Intervention behind the end, or NONE. */
  by: number;
  writtenMs: number;
  loggedIn: 0 | 1;
  cart: number;
  madeMs: number;
  usedMs: number;
}

const NOTHING = { loggedIn: 0 as const, cart: 0, madeMs: 0, usedMs: 0 };

export const goneVersion = (end: End, writtenMs: number, by: number): Version => ({
  ...NOTHING,
  end,
  by,
  writtenMs,
});

export function versionOfRecord({ records }: World, record: number): Version {
  return {
    end: SessionEnd.none,
    by: NONE,
    writtenMs: records.writtenMs[record],
    loggedIn: records.loggedIn[record] as 0 | 1,
    cart: records.cart[record],
    madeMs: records.madeMs[record],
    usedMs: records.usedMs[record],
  };
}

/** What a place knows of a session; null when it never heard of it, or has forgotten that it did. */
export function versionAt(world: World, session: number, place: Place): Version | null {
  const record = findRecord(world, session, place);
  if (record !== NONE) return versionOfRecord(world, record);
  const { tombstones } = world;
  const stone = findTombstone(world, session, place);
  return stone === NONE ? null : goneVersion(tombstones.end[stone] as End, tombstones.writtenMs[stone], NONE);
}

/** Does the first count, of two versions? At the same time a removal does, then the fuller cart. */
export function isLater(a: Version, b: Version | null): boolean {
  if (b === null || a.writtenMs !== b.writtenMs) return b === null || a.writtenMs > b.writtenMs;
  if (a.end === SessionEnd.none && b.end === SessionEnd.none) return a.cart > b.cart;
  return b.end === SessionEnd.none;
}

/** A clock that counts microseconds, as Cassandra's does, tells two writes to one session apart at one node. */
const TICK_MS = 0.001;

/**
 * When something that a place writes, or takes away, counts as written: now, or a tick after what the place wrote of the
 * session before. Two changes at one time would else be put in another order elsewhere than here.
 * @param lastMs what `lastWrittenMs` said before the change
 */
export const writeTimeMs = ({ nowMs }: World, lastMs: number): number =>
  nowMs > lastMs ? nowMs : lastMs + TICK_MS;

/** When what a place knows of a session was written; -Infinity when it knows nothing. */
export function lastWrittenMs(world: World, session: number, place: Place): number {
  if (session === NONE) return Number.NEGATIVE_INFINITY;
  const { records, tombstones } = world;
  const record = findRecord(world, session, place);
  if (record !== NONE) return records.writtenMs[record];
  const stone = findTombstone(world, session, place);
  return stone === NONE ? Number.NEGATIVE_INFINITY : tombstones.writtenMs[stone];
}

/** Does a request that succeeds leave its session as it was, but for when it was used? */
export const isRenewal = ({ requests }: World, r: number): boolean =>
  requests.kind[r] === RequestKind.page && requests.status[r] === 0;

/** The same version may have been used later than this place knows. */
export function noteUse(world: World, session: number, place: Place, { writtenMs, usedMs }: Version): void {
  const { records } = world;
  const record = findRecord(world, session, place);
  if (record !== NONE && records.writtenMs[record] === writtenMs)
    records.usedMs[record] = Math.max(records.usedMs[record], usedMs);
}

/** Makes a place know this of a session, whatever it knew before. */
export function setVersion(sim: Sim, session: number, place: Place, version: Version): void {
  const { world } = sim;
  const { records } = world;
  let record = findRecord(world, session, place);
  if (version.end !== SessionEnd.none) {
    if (record !== NONE) endRecord(world, record, version);
    bury(sim, session, place, version.end, version.writtenMs);
    return;
  }
  dropTombstone(world, session, place);
  if (record === NONE) record = putRecord(world, session, place, 0, version.loggedIn);
  // An empty session with the same id may stand where a login is put.
  if (version.loggedIn === 1) world.sessions.end[session] = SessionEnd.none;
  records.loggedIn[record] = version.loggedIn;
  records.cart[record] = version.cart;
  records.madeMs[record] = version.madeMs;
  records.usedMs[record] = version.usedMs;
  records.writtenMs[record] = version.writtenMs;
}

/** A logout and the like are what somebody wanted; the rest is a loss. */
function endRecord(world: World, record: number, { end, by }: Version): void {
  if (end === SessionEnd.overwritten) loseRecord(world, record, end, by);
  else dropRecord(world, record, end, by);
}

/** Remembers that a place took a session's record away, where a removal has a time that counts. */
export function bury(sim: Sim, session: number, place: Place, end: End, writtenMs: number): void {
  // Followers do what their leader says.
  if (isStore(place) && kindOf(sim.scenario.store).tells !== 'peers') return;
  const { world } = sim;
  const { tombstones, sessions } = world;
  let stone = findTombstone(world, session, place);
  if (stone === NONE) {
    stone = addRow(tombstones);
    tombstones.session[stone] = session;
    tombstones.place[stone] = place;
    tombstones.next[stone] = sessions.firstTombstone[session];
    sessions.firstTombstone[session] = stone;
    holdSession(world, session);
  }
  tombstones.end[stone] = end;
  tombstones.writtenMs[stone] = writtenMs;
}

function findTombstone({ tombstones, sessions }: World, session: number, place: Place): number {
  let stone = sessions.firstTombstone[session];
  while (stone !== NONE && tombstones.place[stone] !== place) stone = tombstones.next[stone];
  return stone;
}

/** Forgets all that a place took away. */
export function dropTombstonesOf(world: World, place: Place): void {
  const { tombstones } = world;
  for (let stone = 0; stone < tombstones.length; stone++) {
    const session = tombstones.session[stone];
    if (session !== NONE && tombstones.place[stone] === place) dropTombstone(world, session, place);
  }
}

/** Forgets that a place took a session's record away. The session may be gone after this. */
export function dropTombstone(world: World, session: number, place: Place): void {
  const { tombstones, sessions } = world;
  const stone = findTombstone(world, session, place);
  if (stone === NONE) return;
  if (sessions.firstTombstone[session] === stone) sessions.firstTombstone[session] = tombstones.next[stone];
  else {
    let before = sessions.firstTombstone[session];
    while (tombstones.next[before] !== stone) before = tombstones.next[before];
    tombstones.next[before] = tombstones.next[stone];
  }
  tombstones.session[stone] = NONE;
  freeRow(tombstones, stone);
  dropSession(world, session);
}
