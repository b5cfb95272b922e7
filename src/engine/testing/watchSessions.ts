/**
 * An observer with a model of its own of which place knows which session, kept from what can be seen from
 * outside (who logged in and out where, what died). Every lookup of the engine must agree with it. For runs
 * in which the strategy stays the same.
 */
import type { Scenario } from '../scenario.ts';
import type { Observer } from '../sim.ts';
import { Reason, RequestKind, RequestPhase } from '../state/requests.ts';
import { type Place, STORE } from '../state/sessions.ts';
import { NONE } from '../state/table.ts';
import type { World } from '../state/world.ts';

/** What a place knows of a session. */
interface Known {
  usedMs: number;
  loggedIn: boolean;
}

export function watchSessions(scenario: Scenario): { observer: Observer; broken: string[]; lookups: number } {
  /** For each place the sessions it knows, by number. */
  const known = new Map<Place, Map<number, Known>>();
  const at = (place: Place): Map<number, Known> => {
    if (!known.has(place)) known.set(place, new Map());
    return known.get(place) as Map<number, Known>;
  };
  const { strategy, onMiss } = scenario.sessions;
  const home = (server: number): Place => (strategy === 'shared' ? STORE : server);
  const idleMs = scenario.sessions.idleMs ?? Number.POSITIVE_INFINITY;
  const watch = { observer: {} as Observer, broken: [] as string[], lookups: 0 };

  const reasonAt = (record: Known | undefined, nowMs: number): Reason => {
    if (record === undefined) return Reason.noRecord;
    if (nowMs - record.usedMs > idleMs) return Reason.expired;
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
    const expected = reasonAt(record, nowMs);
    watch.lookups++;
    if (q.reason[r] !== expected || q.lookedIn[r] !== place) {
      watch.broken.push(`session ${session} at ${place}: ${q.reason[r]}, not ${expected}, at ${nowMs} ms`);
    }
    if (record === undefined) return;
    if (expected === Reason.expired) at(place).delete(session);
    else record.usedMs = nowMs;
  };

  /** Requests that were looked up: each is once. What follows may move the end of its work. */
  const seen = new Set<number>();

  watch.observer = {
    moved(world, r) {
      const { requests: q } = world;
      const kind = q.kind[r];
      if (q.phase[r] !== RequestPhase.serving || seen.has(q.serial[r])) return;
      seen.add(q.serial[r]);
      if (kind !== RequestKind.visit && kind !== RequestKind.login) lookedUp(world, r);
    },
    decided(world, r) {
      const { requests: q, sessions, nowMs } = world;
      if (q.user[r] < 0) return;
      const place = at(home(q.server[r]));
      const cookie = sessions.serial[q.session[r]];
      const made = q.newSession[r] === NONE ? cookie : sessions.serial[q.newSession[r]];
      if (q.status[r] === 401) {
        const isMiss = q.reason[r] !== Reason.emptySession;
        if (isMiss && onMiss !== 'keep') place.set(made, { usedMs: nowMs, loggedIn: false });
        const renames = isMiss && (onMiss === 'replace' || (onMiss === 'adopt' && q.session[r] === NONE));
        if (renames !== (q.newSession[r] !== NONE)) watch.broken.push(`cookie set wrongly at ${nowMs} ms`);
        return;
      }
      if (q.status[r] !== 200) return;
      if (q.kind[r] === RequestKind.login) {
        if (onMiss !== 'adopt') place.delete(cookie);
        place.set(made, { usedMs: nowMs, loggedIn: true });
      } else if (q.kind[r] === RequestKind.logout) place.delete(cookie);
      // A store that lost the session meanwhile gets it back with the cart.
      else if (q.kind[r] === RequestKind.cart && !place.has(cookie)) {
        place.set(cookie, { usedMs: nowMs, loggedIn: true });
      }
    },
    happened(_, happening) {
      if (happening.what === 'sessions-lost') at(happening.place).clear();
    },
  };
  return watch;
}
