/**
 * An observer that follows every request from phase to phase and from its decision to its end, and notes
 * what should not be: gaps in time, ways that don't exist, answers decided twice or changed later.
 */
import type { Observer } from '../sim.ts';
import { GAVE_UP_STATUS, REQUEST_PHASES, Reason, RequestKind, RequestPhase } from '../state/requests.ts';
import { accepts } from '../state/servers.ts';
import type { World } from '../state/world.ts';

const P = RequestPhase;

/** Where a request can go from each phase. */
const WAYS: Record<number, readonly number[]> = {
  [P.toEdge]: [P.waitingAtEdge, P.toBalancer, P.toUser],
  [P.waitingAtEdge]: [P.toBalancer, P.toUser],
  [P.toBalancer]: [P.waitingAtBalancer, P.toServer, P.toUser, P.backToEdge],
  [P.waitingAtBalancer]: [P.toServer, P.toUser, P.backToEdge],
  [P.toServer]: [
    ...[P.connecting, P.queued, P.readingStore, P.waitingForPage, P.serving],
    ...[P.fromServer, P.toServer, P.toUser, P.backToEdge, P.retrying],
  ],
  [P.connecting]: [P.toServer, P.toUser, P.backToEdge, P.retrying],
  [P.queued]: [P.readingStore, P.waitingForPage, P.serving, P.toUser, P.backToEdge, P.retrying],
  // A store command begins anew when the store dies or comes back.
  [P.readingStore]: [P.readingStore, P.serving, P.fromServer, P.toUser, P.backToEdge, P.retrying],
  [P.waitingForPage]: [P.serving, P.toUser, P.backToEdge, P.retrying],
  [P.serving]: [P.writingStore, P.spreading, P.fromServer, P.toUser, P.backToEdge, P.retrying],
  [P.spreading]: [P.writingStore, P.fromServer, P.toUser, P.backToEdge, P.retrying],
  [P.writingStore]: [P.writingStore, P.fromServer, P.toUser, P.backToEdge, P.retrying],
  [P.fromServer]: [P.toUser, P.backToEdge],
  [P.backToEdge]: [P.toUser],
  [P.toUser]: [],
  [P.retrying]: [P.toServer, P.toUser, P.backToEdge],
};

interface Journey {
  phase: number;
  sinceMs: number;
  untilMs: number;
  status: number;
  reason: number;
  /** Nobody waits for it any more: it has ended for whoever asked, and goes on. */
  gaveUp: boolean;
}

export interface TravelWatch {
  observer: Observer;
  broken: string[];
  /** The longest time from birth to answer. */
  longestMs: number;
}

export function watchTravel(): TravelWatch {
  const journeys = new Map<number, Journey>();
  const watch: TravelWatch = { observer: {}, broken: [], longestMs: 0 };
  const claim = (holds: boolean, world: World, r: number, what: string): void => {
    const name = REQUEST_PHASES[world.requests.phase[r]];
    if (!holds) watch.broken.push(`${what}: request ${world.requests.serial[r]}, ${name}, ${world.nowMs} ms`);
  };
  watch.observer = {
    moved(world, r) {
      const q = world.requests;
      const journey = journeys.get(q.serial[r]);
      const phase = q.phase[r];
      const untilMs = q.untilMs[r];
      if (journey === undefined) {
        claim(
          (phase === P.toBalancer || phase === P.toEdge) && q.bornMs[r] === world.nowMs,
          world,
          r,
          'begins at its birth',
        );
        journeys.set(q.serial[r], {
          phase,
          sinceMs: world.nowMs,
          untilMs,
          status: 0,
          reason: 0,
          gaveUp: false,
        });
        return;
      }
      const moved = journey.phase === phase && journey.sinceMs === q.sinceMs[r];
      if (!moved) {
        claim(WAYS[journey.phase].includes(phase), world, r, `no way from ${REQUEST_PHASES[journey.phase]}`);
        claim(q.sinceMs[r] === world.nowMs, world, r, 'a phase begins now');
        claim(journey.untilMs >= world.nowMs, world, r, 'the last phase lasted as long as it said');
      }
      if (!moved && phase >= P.queued && phase <= P.spreading) {
        claim(accepts(world.servers.state[q.server[r]]), world, r, 'is taken on by a server that is there');
      }
      if (phase === P.serving || phase === P.queued || phase === P.readingStore) {
        claim(
          q.arrivedMs[r] >= q.bornMs[r] && q.arrivedMs[r] <= world.nowMs,
          world,
          r,
          'served after arriving',
        );
      }
      claim(untilMs >= world.nowMs, world, r, 'a phase ends after now');
      journey.phase = phase;
      journey.sinceMs = q.sinceMs[r];
      journey.untilMs = untilMs;
    },
    decided(world, r) {
      const q = world.requests;
      const journey = journeys.get(q.serial[r]);
      claim(journey?.status === 0, world, r, 'is decided once');
      claim(q.status[r] !== 0 && q.reason[r] !== 0, world, r, 'has a status and a reason');
      if (journey) Object.assign(journey, { status: q.status[r], reason: q.reason[r] });
    },
    finished(world, r) {
      const q = world.requests;
      const journey = journeys.get(q.serial[r]);
      watch.longestMs = Math.max(watch.longestMs, world.nowMs - q.bornMs[r]);
      claim(journey?.gaveUp === false, world, r, 'ends once');
      if (journey !== undefined && q.reason[r] === Reason.gaveUp) {
        claim(q.status[r] === GAVE_UP_STATUS && q.abandoned[r] === 1, world, r, 'is waited for in vain');
        journey.gaveUp = true;
        return;
      }
      // What a cache asks for by itself ends where the cache is.
      const atUser = journey?.phase === P.toUser && journey.untilMs === world.nowMs;
      claim(atUser || q.kind[r] === RequestKind.refresh, world, r, 'ends at its user');
      claim(journey?.status === q.status[r] && journey.reason === q.reason[r], world, r, 'ends as decided');
      journeys.delete(q.serial[r]);
    },
  };
  return watch;
}
