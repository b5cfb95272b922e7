/** The balancer: where a request is sent, and what happens when nobody is there. */
import { noteAttempt, retriesLeft } from './attempts.ts';
import { look, pickFor } from './chooser.ts';
import { takesBound } from './rotation.ts';
import { uncount } from './serverLife.ts';
import type { Sim } from './sim.ts';
import { AttemptFailure } from './state/attempts.ts';
import { Reason, RequestPhase, RoutedBy } from './state/requests.ts';
import { NONE } from './state/table.ts';
import { decide, enterPhase, sendHome } from './travel.ts';

/** Sends a request to a server, or answers 503 when there is none to send it to. */
export function dispatch(sim: Sim, r: number): void {
  const { requests, servers, balancer, nowMs } = sim.world;
  const server = choose(sim, r);
  if (server === NONE) {
    decide(sim, r, 503, requests.attempts[r] > 0 ? Reason.unreachable : Reason.noServer);
    sendHome(sim, r);
    return;
  }
  requests.server[r] = server;
  requests.sentMs[r] = nowMs;
  requests.counted[r] = 1;
  balancer.inFlight++;
  servers.inFlight[server]++;
  servers.routed[server]++;
  enterPhase(sim, r, RequestPhase.toServer, sim.scenario.hops.serverMs);
}

/** The connection was refused, or nobody answered it: try another server, as often as allowed. */
export function attemptFailed(sim: Sim, r: number): void {
  const { requests } = sim.world;
  const failure =
    requests.late[r] === Reason.unreachable ? AttemptFailure.unanswered : AttemptFailure.refused;
  noteAttempt(sim.world, r, failure);
  requests.late[r] = Reason.none;
  uncount(sim, r, true);
  if (retriesLeft(sim, requests.attempts[r])) {
    dispatch(sim, r);
    return;
  }
  decide(sim, r, 503, Reason.unreachable);
  sendHome(sim, r);
}

function choose(sim: Sim, r: number): number {
  const { world } = sim;
  const { requests } = world;
  const bound = sim.strategy.affinity === 'cookie' ? requests.bound[r] : NONE;
  // A cookie counts once: who was sent there in vain is balanced anew.
  if (bound !== NONE && requests.attempts[r] === 0 && takesBound(world, bound)) {
    requests.routedBy[r] = RoutedBy.affinity;
    if (sim.policy.bound) sim.policy.bound(look(sim.chooser, world, sim.scenario), bound);
    return bound;
  }
  requests.routedBy[r] = RoutedBy.policy;
  return pickFor(sim.chooser, sim.policy, world, sim.scenario, r, sim.streams.routing);
}
