/** The balancer: where a request is sent, and what happens when nobody is there. */
import { noteAttempt } from './attempts.ts';
import { look, pickFor } from './chooser.ts';
import { further } from './further.ts';
import { retriesLeft, staysWithServer } from './retries.ts';
import { takesBound } from './rotation.ts';
import { uncount } from './serverLife.ts';
import type { Sim } from './sim.ts';
import { AttemptFailure } from './state/attempts.ts';
import { Reason, RequestPhase, RoutedBy } from './state/requests.ts';
import { NONE } from './state/table.ts';
import { decide, enterPhase, sendHome } from './travel.ts';

/** Sends a request to a server, or says that there is none to send it to. */
export function dispatch(sim: Sim, r: number): void {
  const { requests, servers, balancer, nowMs } = sim.world;
  const server = choose(sim, r);
  if (server === NONE) {
    const { noServer } = sim.scenario.balancer.status;
    decide(sim, r, noServer, requests.attempts[r] > 0 ? Reason.unreachable : Reason.noServer);
    sendHome(sim, r);
    return;
  }
  requests.server[r] = server;
  requests.sentMs[r] = nowMs;
  requests.counted[r] = 1;
  balancer.inFlight++;
  servers.inFlight[server]++;
  servers.routed[server]++;
  if (sim.uses.notesOfSends) noteSend(sim, r, server);
  connect(sim, r);
}

function noteSend(sim: Sim, r: number, server: number): void {
  const { detection, affinity } = sim.scenario.balancer;
  if (detection.maxFails > 0) further().noteSent(sim, server);
  if (affinity === 'address' && sim.strategy.affinity === 'cookie') further().rememberAddress(sim, r, server);
}

function connect(sim: Sim, r: number): void {
  enterPhase(sim, r, RequestPhase.toServer, sim.scenario.hops.serverMs);
}

/** The connection was refused, or nobody answered it: another attempt, as often as allowed. */
export function attemptFailed(sim: Sim, r: number): void {
  const { requests } = sim.world;
  const { balancer } = sim.scenario;
  const unanswered = requests.late[r] === Reason.unreachable;
  noteAttempt(sim.world, r, unanswered ? AttemptFailure.unanswered : AttemptFailure.refused);
  requests.late[r] = Reason.none;
  if (!retriesLeft(sim, requests.attempts[r])) {
    uncount(sim, r, true);
    decide(sim, r, unanswered ? balancer.status.unanswered : balancer.status.refused, Reason.unreachable);
    sendHome(sim, r);
  } else if (staysWithServer(sim, r)) {
    // Who was refused would be refused again at once; who was not answered has waited already.
    const pauseMs = unanswered ? 0 : Math.min(balancer.retryDelayMs, balancer.connectTimeoutMs);
    enterPhase(sim, r, RequestPhase.retrying, pauseMs);
  } else goElsewhere(sim, r);
}

/** The pause before another attempt is over, if there was one. Meanwhile the server may have left the rotation. */
export function retry(sim: Sim, r: number): void {
  if (staysWithServer(sim, r)) connect(sim, r);
  else goElsewhere(sim, r);
}

function goElsewhere(sim: Sim, r: number): void {
  uncount(sim, r, true);
  dispatch(sim, r);
}

function choose(sim: Sim, r: number): number {
  const { world } = sim;
  const { requests } = world;
  const { affinity } = sim.strategy;
  const byAddress =
    sim.uses.notesOfSends && affinity === 'cookie' && sim.scenario.balancer.affinity === 'address';
  if (byAddress && requests.attempts[r] === 0) requests.bound[r] = further().serverOfAddress(sim, r);
  const bound = affinity === 'cookie' ? requests.bound[r] : NONE;
  // A cookie counts once: who was sent there in vain is balanced anew.
  if (bound !== NONE && requests.attempts[r] === 0 && takesBound(world, bound)) {
    requests.routedBy[r] = byAddress ? RoutedBy.address : RoutedBy.affinity;
    if (sim.policy.bound) sim.policy.bound(look(sim.chooser, sim.policy, world, sim.scenario), bound);
    return bound;
  }
  requests.routedBy[r] = RoutedBy.policy;
  return pickFor(sim.chooser, sim.policy, world, sim.scenario, r, sim.streams.routing);
}
