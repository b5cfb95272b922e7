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

export function watchSessions(scenario: Scenario): { observer: Observer; broken: string[]; lookups: number } {
  /** For each place the sessions it knows, by number, and when each was last used. */
  const known = new Map<Place, Map<number, number>>();
  const at = (place: Place): Map<number, number> => {
    if (!known.has(place)) known.set(place, new Map());
    return known.get(place) as Map<number, number>;
  };
  const home = (server: number): Place => (scenario.sessions.strategy === 'shared' ? STORE : server);
  const idleMs = scenario.sessions.idleMs ?? Number.POSITIVE_INFINITY;
  const watch = { observer: {} as Observer, broken: [] as string[], lookups: 0 };

  /** A worker has looked for the session and begins to work: with success or to refuse. */
  const lookedUp = (world: World, r: number): void => {
    const { requests: q, sessions, nowMs } = world;
    if (q.session[r] === NONE) {
      if (q.reason[r] !== Reason.noCookie) watch.broken.push(`no cookie: ${q.reason[r]}, at ${nowMs} ms`);
      return;
    }
    const place = home(q.server[r]);
    const session = sessions.serial[q.session[r]];
    const usedMs = at(place).get(session);
    const expected =
      usedMs === undefined ? Reason.noRecord : nowMs - usedMs > idleMs ? Reason.expired : Reason.none;
    watch.lookups++;
    if (q.reason[r] !== expected || q.lookedIn[r] !== place) {
      watch.broken.push(`session ${session} at ${place}: ${q.reason[r]}, not ${expected}, at ${nowMs} ms`);
    }
    if (expected === Reason.none) at(place).set(session, nowMs);
    else at(place).delete(session);
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
      if (q.status[r] !== 200 || q.user[r] < 0) return;
      const place = at(home(q.server[r]));
      const session = sessions.serial[q.session[r]];
      if (q.kind[r] === RequestKind.login) {
        place.delete(session);
        place.set(sessions.serial[q.newSession[r]], nowMs);
      } else if (q.kind[r] === RequestKind.logout) place.delete(session);
      // A store that lost the session meanwhile gets it back with the cart.
      else if (q.kind[r] === RequestKind.cart && !place.has(session)) place.set(session, nowMs);
    },
    happened(_, happening) {
      if (happening.what === 'sessions-lost') at(happening.place).clear();
    },
  };
  return watch;
}
