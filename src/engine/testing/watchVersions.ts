/**
 * An observer of a store of several nodes: whatever a server finds there has been written at some time, and a
 * consistent store forgets nothing that nobody wanted gone.
 */
import type { Observer } from '../sim.ts';
import type { Run } from '../simulation.ts';
import { Reason, RequestKind, RequestPhase } from '../state/requests.ts';
import { SessionEnd } from '../state/sessions.ts';
import { NONE } from '../state/table.ts';

/** How a session may end because somebody wanted it, or by its own rules. */
const WANTED: readonly number[] = [
  SessionEnd.loggedOut,
  SessionEnd.replaced,
  SessionEnd.expired,
  SessionEnd.evicted,
];

export function watchVersions({ scenario, interventions }: Run): {
  observer: Observer;
  broken: string[];
  found: number;
} {
  const { kind, consensus } = scenario.store;
  const { strategy } = scenario.sessions;
  const makesRoom = scenario.store.maxSessions !== null;
  const expires = scenario.sessions.idleMs !== null || scenario.sessions.lifetimeMs !== null;
  // With another shard ids lead elsewhere, and so do lookups.
  const grows = interventions.some((i) => i.do === 'add-shard');
  const neverForgets = !grows && strategy === 'shared' && kind === 'cp' && !consensus.staleReads;
  /** Every number of things that a session's cart ever had. */
  const written = new Map<number, Set<number>>();
  const carts = (session: number): Set<number> => {
    if (!written.has(session)) written.set(session, new Set([0]));
    return written.get(session) as Set<number>;
  };
  const seen = new Set<number>();
  const watch = { observer: {} as Observer, broken: [] as string[], found: 0 };
  watch.observer = {
    moved({ requests: q, sessions, nowMs }, r) {
      if (q.phase[r] !== RequestPhase.serving || seen.has(q.serial[r]) || q.session[r] < 0) return;
      seen.add(q.serial[r]);
      if (q.status[r] !== 0 || q.kind[r] === RequestKind.login) return;
      const session = sessions.serial[q.session[r]];
      watch.found++;
      if (!carts(session).has(q.cart[r])) {
        watch.broken.push(`session ${session} never had ${q.cart[r]} in the cart, at ${nowMs} ms`);
      }
      // Whoever sends a copy of a cookie is nobody the world knows.
      if (q.user[r] !== NONE && sessions.user[q.session[r]] !== q.user[r])
        watch.broken.push(`somebody else's session at ${nowMs} ms`);
    },
    decided({ requests: q, sessions, users, nowMs }, r) {
      if (q.session[r] < 0) return;
      const session = sessions.serial[q.session[r]];
      if (q.status[r] === 200 && q.kind[r] === RequestKind.cart) carts(session).add(q.cart[r]);
      if (!neverForgets || q.reason[r] !== Reason.noRecord) return;
      const s = q.session[r];
      const end = sessions.end[s];
      // A node that is down, or behind, may still have what the others took away.
      const isOld = sessions.loggedOut[s] === 1 || users.session[sessions.user[s]] !== s;
      if (end === SessionEnd.none && (isOld || makesRoom || expires)) return;
      // A node that was cut off keeps what the leader dropped to make room, until it hears of it.
      if (end === SessionEnd.overwritten && makesRoom) return;
      if (!WANTED.includes(end)) watch.broken.push(`session ${session} ended by ${end} at ${nowMs} ms`);
    },
  };
  return watch;
}
