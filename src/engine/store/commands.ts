/**
 * A command to the store: when its answer comes, or why none does. A command takes effect at the moment when its
 * answer arrives.
 */
import { sampleMs } from '../random/distributions.ts';
import { uniform } from '../random/streams.ts';
import type { Scenario } from '../scenario.ts';
import type { Sim } from '../sim.ts';
import { Reason, RequestPhase } from '../state/requests.ts';
import { ServerState } from '../state/servers.ts';
import { type Place, placeOfNode } from '../state/sessions.ts';
import { occupy } from '../work.ts';
import { connects, zoneOfServer } from '../zones.ts';
import { kindOf } from './kinds.ts';
import { errorOf, NOBODY, routeOf } from './routing.ts';

type Asking = typeof RequestPhase.readingStore | typeof RequestPhase.writingStore;

/** Begins a command of a request: an answer in time, or nothing until the server's patience ends. */
export function askStore(sim: Sim, r: number, phase: Asking): void {
  const { requests } = sim.world;
  const { timeoutMs } = sim.scenario.store;
  const route = routeOf(sim, r, phase);
  requests.storeRoute[r] = route;
  requests.storeError[r] = errorOf(route);
  if (route === NOBODY) {
    requests.late[r] = Reason.storeDown;
    occupy(sim, r, phase, patienceMs(sim, r));
    return;
  }
  const durationMs = answerAfterMs(sim, r, phase);
  const reason = route >= 0 ? Reason.none : Reason.storeRefused;
  requests.late[r] = durationMs > timeoutMs ? Reason.storeSlow : reason;
  occupy(sim, r, phase, Math.min(durationMs, timeoutMs));
}

/**
 * Commands under way whose way has changed begin anew: what was lost with a connection waits for somebody who answers,
 * and what has waited is sent as soon as somebody does.
 */
export function askAgain(sim: Sim): void {
  const { requests, servers } = sim.world;
  for (let r = 0; r < requests.length; r++) {
    const phase = requests.phase[r] as RequestPhase;
    if (requests.serial[r] === 0 || requests.working[r] === 0) continue;
    if (phase !== RequestPhase.readingStore && phase !== RequestPhase.writingStore) continue;
    // Those on a silent server are out of reach; they end when the balancer's patience does.
    if (servers.state[requests.server[r]] === ServerState.hung) continue;
    if (routeOf(sim, r, phase) !== requests.storeRoute[r]) askStore(sim, r, phase);
  }
}

/** The place where the last command of a request went to. */
export function placeAsked({ requests }: Sim['world'], r: number): Place {
  return placeOfNode(requests.storeNode[r]);
}

/**
 * How long a server waits when nobody answers. One that does not wait for the dead fails at once: as soon as a
 * connection is refused, or, when the network is silent, once it has waited in vain for the first time.
 */
function patienceMs({ world, scenario }: Sim, r: number): number {
  const { requests, stores, zones, nowMs } = world;
  const { timeoutMs, whenDown } = scenario.store;
  const node = requests.storeNode[r];
  if (whenDown === 'wait') return timeoutMs;
  const zone = zoneOfServer(scenario, requests.server[r]);
  if (connects(world, zone, stores.zone[node])) return stores.up[node] === 1 ? timeoutMs : 0;
  return Math.max(0, Math.min(timeoutMs, zones.sinceMs + timeoutMs - nowMs));
}

/** From sending a command to its answer: the wait for its turn, the time to carry it out, and the ways. */
function answerAfterMs(sim: Sim, r: number, phase: Asking): number {
  const { requests, stores } = sim.world;
  const { latency, perSecond } = sim.scenario.store;
  const latencyMs =
    latency.kind === 'constant'
      ? latency.meanMs
      : sampleMs(latency, uniform(sim.streams.store, requests.serial[r], phase));
  // An error comes from a node nearby.
  if (requests.storeRoute[r] < 0) return latencyMs;
  const node = requests.storeNode[r];
  let ms =
    latencyMs + crossingMs(sim.scenario, zoneOfServer(sim.scenario, requests.server[r]), stores.zone[node]);
  if (phase === RequestPhase.writingStore) ms += majorityMs(sim, node, latencyMs);
  return perSecond === null ? ms : ms + turnMs(sim, node, 1000 / perSecond);
}

/** There and back, what it takes longer to another zone. */
const crossingMs = ({ zones }: Scenario, from: number, to: number): number =>
  from === to ? 0 : 2 * zones.hopMs;

/** Where a majority has to have a write before it is answered: the way to the nearest nodes that make one, and back. */
function majorityMs(sim: Sim, leader: number, latencyMs: number): number {
  if (kindOf(sim.scenario.store).tells !== 'majority') return 0;
  const { stores, shards } = sim.world;
  const shard = stores.shard[leader];
  const first = shards.firstNode[shard];
  let missing = Math.floor(shards.nodes[shard] / 2);
  for (let node = first; node < first + shards.nodes[shard]; node++) {
    const isNear = node !== leader && stores.linked[node] === 1 && stores.zone[node] === stores.zone[leader];
    if (isNear) missing--;
  }
  return latencyMs + (missing > 0 ? 2 * sim.scenario.zones.hopMs : 0);
}

/**
 * Puts a command into the node's queue and returns when it is done. Commands are carried out one by one, in the
 * order in which they were sent, each in the same time; so one number is the whole queue. A command stays in it
 * when nobody waits for its answer any more.
 */
function turnMs({ world }: Sim, node: number, commandMs: number): number {
  const { stores, nowMs } = world;
  const beginsMs = Math.max(nowMs, stores.freeMs[node]);
  stores.freeMs[node] = beginsMs + commandMs;
  return stores.freeMs[node] - nowMs;
}
