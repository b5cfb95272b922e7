/** Where sessions are at a moment, as the page shows it: on shelves, in the store, with their owners. */
import type { Scenario } from '../engine/scenario.ts';
import { findLogin, firstOnShelf, shelfCount } from '../engine/shelves.ts';
import { type Place, SessionEnd, WITH_OWNER } from '../engine/state/sessions.ts';
import { NONE } from '../engine/state/table.ts';
import type { World } from '../engine/state/world.ts';
import { STRATEGIES } from '../engine/strategies/index.ts';
import { tokenBytes } from '../engine/tokens.ts';

/** Records drawn on a shelf; the rest is shown as a number. */
const SHELF_LIMIT = 16;

export interface RecordView {
  user: number;
  /** False for a record whose owner has since got another session: it only takes up memory. */
  current: boolean;
  /** Made by a miss: nobody is logged in with it. */
  empty: boolean;
  cart: number;
}

export interface ShelfView {
  records: RecordView[];
  count: number;
  /** Records nobody can use any more. */
  orphans: number;
}

/** Where the session of a person who has one is. */
export function placeOfSession(world: World, u: number): Place {
  if (STRATEGIES[world.settings.strategy].keeper === 'user') return WITH_OWNER;
  return world.records.place[findLogin(world, world.users.session[u])];
}

/** Servers that have a record with which the person is logged in. */
export function copiesOfSession({ users, sessions, records }: World, u: number): number {
  let count = 0;
  let record = users.session[u] === NONE ? NONE : sessions.firstRecord[users.session[u]];
  for (; record !== NONE; record = records.next[record]) {
    if (records.place[record] >= 0 && records.loggedIn[record] === 1) count++;
  }
  return count;
}

/** Bytes of the token in a person's cookie; null without one. */
export function bytesCarried({ users, tokens }: World, scenario: Scenario, u: number): number | null {
  const token = users.token[u];
  return token === NONE ? null : tokenBytes(scenario, tokens.cart[token]);
}

/** The place where a failure or a restart took a session's last record, or null when it ended otherwise. */
export function lostAt({ sessions }: World, session: number): Place | null {
  const end = sessions.end[session];
  const byFailure =
    end === SessionEnd.serverKilled ||
    end === SessionEnd.serverRestarted ||
    end === SessionEnd.serverRemoved ||
    end === SessionEnd.serverResized ||
    end === SessionEnd.storeKilled;
  return byFailure ? sessions.endAt[session] : null;
}

/** The records of a place: those in use first, so that a shelf full of leftovers still shows them. */
export function viewShelf(world: World, place: Place): ShelfView {
  const { records, sessions } = world;
  const current: RecordView[] = [];
  const old: RecordView[] = [];
  let orphans = 0;
  // A crowd's shelf is only counted; walking it ten times a second would cost more than the simulation.
  const count = shelfCount(world, place);
  const walk = count <= 2000;
  let seen = 0;
  for (
    let r = firstOnShelf(world, place);
    r !== NONE && (walk || seen < SHELF_LIMIT);
    r = records.shelfNext[r]
  ) {
    seen++;
    const session = records.session[r];
    const user = sessions.user[session];
    const isCurrent = isNamed(world, session, user);
    if (!isCurrent) orphans++;
    const list = isCurrent ? current : old;
    if (list.length < SHELF_LIMIT)
      list.push({ user, current: isCurrent, empty: records.loggedIn[r] === 0, cart: records.cart[r] });
  }
  return { records: [...current, ...old].slice(0, SHELF_LIMIT), count, orphans };
}

/** Does its owner's cookie name the session, or is an answer on the way that brings this cookie? */
function isNamed({ users, sessions }: World, session: number, user: number): boolean {
  const named = users.session[user];
  if (named === session) return true;
  const isNewer = named === NONE || sessions.serial[session] > sessions.serial[named];
  return isNewer && sessions.references[session] > 1;
}
