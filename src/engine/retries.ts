/**
 * Further attempts at a request: how many there may be, which requests a second server may get, and who stays
 * with the server that has just failed.
 */
import { noteAttempt } from './attempts.ts';
import { POLICIES } from './policies/index.ts';
import { takesBound } from './rotation.ts';
import type { Sim } from './sim.ts';
import type { AttemptFailure } from './state/attempts.ts';
import { CacheKind, Reason, RequestKind, RequestPhase, RoutedBy } from './state/requests.ts';
import { NONE } from './state/table.ts';
import { enterPhase } from './travel.ts';

/**
 * Where a further attempt goes: `next` at once to a server that the request has not tried (nginx); `same` to the
 * same server after a pause (HAProxy); `redispatch` to another one at once, but when a cookie or a hash has named the
 * server only with the last attempt (HAProxy's `option redispatch`).
 */
export const RETRY_TARGETS = ['next', 'same', 'redispatch'] as const;
export type RetryTarget = (typeof RETRY_TARGETS)[number];

/**
 * What is sent to another server although one had it already and died or was too slow: nothing (HAProxy), or what
 * changes nothing when it is done twice, which are pages (nginx).
 */
export const REPLAYS = ['none', 'idempotent'] as const;
export type Replay = (typeof REPLAYS)[number];

/** May there be another attempt after this many failed ones? */
export function retriesLeft({ scenario, world }: Sim, failed: number): boolean {
  // Without a number there are as many attempts as servers, as in nginx.
  return failed <= (scenario.balancer.retries ?? world.balancer.listedCount - 1);
}

/** May a request that a server had be sent to a server again? */
export function canReplay(sim: Sim, r: number): boolean {
  if (sim.scenario.balancer.replay === 'none') return false;
  const { requests } = sim.world;
  const kind = requests.kind[r];
  const isIdempotent = kind !== RequestKind.login && kind !== RequestKind.cart && kind !== RequestKind.logout;
  return isIdempotent && retriesLeft(sim, requests.attempts[r] + 1);
}

/** Takes a request back from a server that failed with it, for another attempt at once. */
export function replay(sim: Sim, r: number, failure: AttemptFailure): void {
  const { requests } = sim.world;
  noteAttempt(sim.world, r, failure);
  // What the server had found out about the session is gone with it.
  requests.status[r] = 0;
  requests.reason[r] = Reason.none;
  requests.lookedIn[r] = NONE;
  requests.cart[r] = 0;
  requests.cache[r] = CacheKind.none;
  requests.sees[r] = NONE;
  enterPhase(sim, r, RequestPhase.retrying, 0);
}

/** Does the next attempt go to the server of the last one? */
export function staysWithServer(sim: Sim, r: number): boolean {
  const { world, scenario } = sim;
  const { requests, servers, balancer } = world;
  const { retryTo, retries } = scenario.balancer;
  const s = requests.server[r];
  if (retryTo === 'next' || servers.registered[s] === 0) return false;
  if (retryTo === 'same') return true;
  if (!takesBound(world, s)) return false;
  const isOnlyOne = balancer.usableCount === (balancer.usable[0] === s ? 1 : 0);
  // By affinity or by a hash it belongs to this server; any other server would do as well otherwise.
  const belongsHere =
    requests.routedBy[r] >= RoutedBy.affinity || POLICIES[world.settings.policy].family === 'hash';
  return isOnlyOne || (belongsHere && requests.attempts[r] < (retries ?? 0));
}
