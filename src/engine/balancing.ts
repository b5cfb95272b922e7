/** The balancer: where a request is sent, and what happens when nobody is there. */
import { attemptsOf, noteAttempt, retriesLeft } from './attempts.ts';
import type { BalancerView, Draw } from './policies/policy.ts';
import { uniform } from './random/streams.ts';
import { takesBound } from './rotation.ts';
import { uncount } from './serverLife.ts';
import type { Sim } from './sim.ts';
import { AttemptFailure } from './state/attempts.ts';
import { Reason, RequestPhase, RoutedBy } from './state/requests.ts';
import { NONE } from './state/table.ts';
import type { World } from './state/world.ts';
import { decide, enterPhase, sendHome } from './travel.ts';

/** The balancer's eyes and dice, made once for a simulation and pointed at one request after another. */
export interface Chooser {
  readonly view: BalancerView;
  readonly draw: Draw & { stream: number; serial: number; count: number };
  /** Stamps given out so far to requests that had tried servers in vain. */
  stamps: number;
}

export function createChooser(): Chooser {
  const nothing = new Float64Array(0);
  const nobody = new Int32Array(0);
  return {
    view: {
      usable: nobody,
      usableCount: 0,
      inFlight: nobody,
      weight: nothing,
      own: nothing,
      perServer: nothing,
      stamp: 0,
      triedBy: new Uint32Array(8),
    },
    draw: {
      stream: 0,
      serial: 0,
      count: 0,
      next() {
        return uniform(this.stream, this.serial, this.count++);
      },
    },
    stamps: 0,
  };
}

/** Sends a request to a server, or answers 503 when there is none to send it to. */
export function dispatch(sim: Sim, chooser: Chooser, r: number): void {
  const { requests, servers } = sim.world;
  const server = choose(sim, chooser, r);
  if (server === NONE) {
    decide(sim, r, 503, requests.attempts[r] > 0 ? Reason.unreachable : Reason.noServer);
    sendHome(sim, r);
    return;
  }
  requests.server[r] = server;
  requests.counted[r] = 1;
  servers.inFlight[server]++;
  servers.routed[server]++;
  enterPhase(sim, r, RequestPhase.toServer, sim.scenario.hops.serverMs);
}

/** The connection was refused, or nobody answered it: try another server, as often as allowed. */
export function attemptFailed(sim: Sim, chooser: Chooser, r: number): void {
  const { requests } = sim.world;
  const failure =
    requests.late[r] === Reason.unreachable ? AttemptFailure.unanswered : AttemptFailure.refused;
  noteAttempt(sim.world, r, failure);
  requests.late[r] = Reason.none;
  uncount(sim, r);
  if (retriesLeft(sim, requests.attempts[r])) {
    dispatch(sim, chooser, r);
    return;
  }
  decide(sim, r, 503, Reason.unreachable);
  sendHome(sim, r);
}

function choose(sim: Sim, chooser: Chooser, r: number): number {
  const { world } = sim;
  const { requests } = world;
  const bound = sim.strategy.affinity === 'cookie' ? requests.bound[r] : NONE;
  // A cookie counts once: who was sent there in vain is balanced anew.
  if (bound !== NONE && requests.attempts[r] === 0 && takesBound(world, bound)) {
    requests.routedBy[r] = RoutedBy.affinity;
    return bound;
  }
  const { view, draw } = chooser;
  view.usable = world.balancer.usable;
  view.usableCount = world.balancer.usableCount;
  view.inFlight = world.servers.inFlight;
  view.weight = world.servers.weight;
  view.own = world.balancer.policyOwn;
  view.perServer = world.balancer.policyPerServer;
  const attempts = requests.attempts[r];
  view.stamp = attempts === 0 ? 0 : markTried(chooser, world, r);
  draw.stream = sim.streams.routing;
  draw.serial = requests.serial[r];
  draw.count = attempts << 8; // every attempt has draws of its own
  requests.routedBy[r] = RoutedBy.policy;
  return sim.policy.pick(view, draw);
}

/** Marks the servers that a request has tried in vain, with a stamp that no other choice has. */
function markTried(chooser: Chooser, world: World, r: number): number {
  const { view } = chooser;
  if (view.triedBy.length < world.servers.length) view.triedBy = new Uint32Array(2 * world.servers.length);
  const stamp = ++chooser.stamps;
  for (const a of attemptsOf(world, r)) view.triedBy[world.attempts.server[a]] = stamp;
  return stamp;
}
