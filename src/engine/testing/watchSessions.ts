/**
 * An observer with a model of its own of which place knows which session, kept from what can be seen from
 * outside (who logged in and out where, what died). Every lookup of the engine must agree with it. For runs
 * in which the strategy stays the same and is not `token`.
 */
import { firstOnShelf } from '../shelves.ts';
import type { Observer } from '../sim.ts';
import type { Run } from '../simulation.ts';
import { needsSession, Reason, RequestKind, RequestPhase } from '../state/requests.ts';
import { type Place, STORE } from '../state/sessions.ts';
import { StoreError } from '../state/storeErrors.ts';
import { NONE } from '../state/table.ts';
import type { World } from '../state/world.ts';
import { watchKeys } from './watchKeys.ts';
import { type Known, watchStore } from './watchStore.ts';

export interface SessionWatch {
  observer: Observer;
  /** What the engine did otherwise than the model. */
  broken: string[];
  lookups: number;
}

export function watchSessions(run: Run): SessionWatch {
  const { scenario } = run;
  /** For each place the sessions it knows, by number. */
  const known = new Map<Place, Map<number, Known>>();
  const at = (place: Place): Map<number, Known> => {
    if (!known.has(place)) known.set(place, new Map());
    return known.get(place) as Map<number, Known>;
  };
  const { strategy, onMiss } = scenario.sessions;
  const home = (server: number): Place => (strategy === 'shared' ? STORE : server);
  const idleMs = scenario.sessions.idleMs ?? Number.POSITIVE_INFINITY;
  const lifetimeMs = scenario.sessions.lifetimeMs ?? Number.POSITIVE_INFINITY;
  /** When each session was put down for the first time. */
  const bornMs = new Map<number, number>();
  const keys = watchKeys<number>(run);
  const store = strategy === 'shared' ? watchStore(scenario.store) : null;
  const watch: SessionWatch = { observer: {}, broken: [], lookups: 0 };

  const { maxPerServer } = scenario.sessions;
  const makeRoomInMemory = (place: Map<number, Known>): void => {
    while (maxPerServer !== null && place.size >= maxPerServer) {
      const [oldest] = [...place].reduce((a, b) => (b[1].usedMs < a[1].usedMs ? b : a));
      place.delete(oldest);
    }
  };

  const reasonAt = (record: Known | undefined, session: number, nowMs: number): Reason => {
    if (record === undefined) return Reason.noRecord;
    if (nowMs > record.usedMs + idleMs) return Reason.expired;
    if (nowMs > (bornMs.get(session) ?? nowMs) + lifetimeMs) return Reason.expired;
    return record.loggedIn ? Reason.none : Reason.emptySession;
  };

  /** A worker has looked for the session and begins to work: with success or to refuse. */
  const lookedUp = (world: World, r: number): void => {
    const { requests: q, sessions, nowMs } = world;
    if (q.session[r] === NONE) {
      if (q.reason[r] !== Reason.noCookie) watch.broken.push(`no cookie: ${q.reason[r]}, at ${nowMs} ms`);
      return;
    }
    const place = home(q.server[r]);
    const session = sessions.serial[q.session[r]];
    const record = at(place).get(session);
    const isTrusted = trusted.get(q.serial[r]) === true;
    const expected = isTrusted ? reasonAt(record, session, nowMs) : Reason.unknownKey;
    watch.lookups++;
    if (q.reason[r] !== expected || q.lookedIn[r] !== (isTrusted ? place : NONE)) {
      watch.broken.push(`session ${session} at ${place}: ${q.reason[r]}, not ${expected}, at ${nowMs} ms`);
    }
    if (record === undefined || !isTrusted) return;
    if (expected === Reason.expired) at(place).delete(session);
    else record.usedMs = nowMs;
    store?.wrote(at(place), session, nowMs);
  };

  /** Was the cookie of a request trusted when a worker took it? Keys may change before the store has answered. */
  const trusted = new Map<number, boolean>();
  /** Requests that were looked up: each is once. What follows may move the end of its work. */
  const seen = new Set<number>();

  /** What a server has done to the session of a request that it answered. */
  const noteKept = (world: World, r: number): void => {
    const { requests: q, sessions, nowMs } = world;
    if (q.user[r] < 0 && q.session[r] === NONE) return; // no cookie, and no copy of one
    const place = at(home(q.server[r]));
    const put = (session: number, known: Known): void => {
      if (!place.has(session)) {
        store?.makeRoom(place, nowMs);
        if (store === null) makeRoomInMemory(place);
      }
      place.set(session, known);
      if (!bornMs.has(session)) bornMs.set(session, nowMs);
      store?.wrote(place, session, nowMs);
    };
    const drop = (session: number): void => {
      place.delete(session);
      store?.wrote(place, session, nowMs);
    };
    const cookie = sessions.serial[q.session[r]];
    const made = q.newSession[r] === NONE ? cookie : sessions.serial[q.newSession[r]];
    if (q.status[r] === 401) {
      const isMiss = q.reason[r] !== Reason.emptySession;
      const kept = onMiss !== 'keep' && q.storeError[r] === StoreError.none;
      // A login that came first with the same id stays: an empty session has nothing to write over it.
      const isTaken = onMiss === 'adopt' && place.has(made);
      if (isMiss && kept && !isTaken) put(made, { usedMs: nowMs, loggedIn: false });
      const isUnread = q.session[r] === NONE || q.reason[r] === Reason.unknownKey;
      const renames = isMiss && kept && (onMiss === 'replace' || (onMiss === 'adopt' && isUnread));
      if (renames) keys.sign(q.server[r], made);
      if (renames !== (q.newSession[r] !== NONE)) watch.broken.push(`cookie set wrongly at ${nowMs} ms`);
      return;
    }
    if (q.status[r] !== 200) return;
    if (q.kind[r] === RequestKind.login) {
      if (onMiss !== 'adopt' && keys.accepts(q.server[r], cookie)) drop(cookie);
      if (q.newSession[r] !== NONE) keys.sign(q.server[r], made);
      put(made, { usedMs: nowMs, loggedIn: true });
    } else if (q.kind[r] === RequestKind.logout) drop(cookie);
    // A store that lost the session meanwhile gets it back with the cart.
    else if (q.kind[r] === RequestKind.cart && !place.has(cookie)) {
      put(cookie, { usedMs: nowMs, loggedIn: true });
    }
  };

  watch.observer = {
    moved(world, r) {
      const { requests: q, sessions } = world;
      // What caches may keep is decided when it has left the last of them, and kept by its server long before.
      if (q.phase[r] === RequestPhase.fromServer && q.object[r] !== NONE) noteKept(world, r);
      const kind = q.kind[r];
      if (q.working[r] === 1 && q.session[r] !== NONE && !trusted.has(q.serial[r])) {
        trusted.set(q.serial[r], keys.accepts(q.server[r], sessions.serial[q.session[r]]));
      }
      if (q.phase[r] === RequestPhase.retrying) {
        // Sent to another server, it is looked up anew.
        seen.delete(q.serial[r]);
        trusted.delete(q.serial[r]);
      }
      if (q.phase[r] !== RequestPhase.serving || seen.has(q.serial[r])) return;
      seen.add(q.serial[r]);
      if (needsSession(kind)) lookedUp(world, r);
    },
    decided(world, r) {
      if (world.requests.object[r] === NONE) noteKept(world, r);
    },
    happened(world, happening) {
      const { nowMs } = world;
      if (happening.what === 'sessions-lost' && happening.place !== STORE) at(happening.place).clear();
      else if (happening.what === 'store-state' && !happening.up) {
        store?.crash(at(happening.place), nowMs);
        const left = [...at(happening.place).keys()].sort((a, b) => a - b);
        const found = sessionsAt(world, happening.place).sort((a, b) => a - b);
        if (left.join() !== found.join())
          watch.broken.push(`crash left ${found}, not ${left}, at ${nowMs} ms`);
      }
      keys.happened(happening);
    },
  };
  return watch;
}

/** The numbers of the sessions on a shelf. */
function sessionsAt(world: World, place: Place): number[] {
  const found: number[] = [];
  const { records, sessions } = world;
  for (let r = firstOnShelf(world, place); r !== NONE; r = records.shelfNext[r]) {
    found.push(sessions.serial[records.session[r]]);
  }
  return found;
}
