/**
 * Which node a command goes to, as far as the server that asks can know: from what the nodes it reaches say, or, of
 * those it does not reach, from what was last known of them.
 */
import type { Sim } from '../sim.ts';
import { RequestPhase } from '../state/requests.ts';
import { StoreError } from '../state/storeErrors.ts';
import { NONE } from '../state/table.ts';
import { connects, majorityZone, type Zone, zoneOfServer } from '../zones.ts';
import { kindOf } from './kinds.ts';
import { shardOfRequest } from './sharding.ts';

/** A node that carries the command out; NOBODY when none answers; or, below that, an error that a node answers with. */
export type Route = number;
export const NOBODY: Route = NONE;

/** What can be said of a moment without going on from it. */
export type Moment = Pick<Sim, 'world' | 'scenario'>;
export const errorOf = (route: Route): number => (route < NOBODY ? NOBODY - route : StoreError.none);
const errorRoute = (error: number): Route => NOBODY - error;

/** The route of a request's next command. Notes the node that it is about, also where that does not answer. */
export function routeOf(sim: Sim, r: number, phase: RequestPhase): Route {
  const { requests, shards } = sim.world;
  const { store } = sim.scenario;
  const shard = shardOfRequest(sim, r, phase === RequestPhase.writingStore);
  const zone = zoneOfServer(sim.scenario, requests.server[r]);
  const anyWillDo =
    kindOf(store).tells === 'peers' ||
    (store.kind === 'cp' && store.consensus.staleReads && phase === RequestPhase.readingStore);
  if (anyWillDo) {
    const node = nearest(sim, shard, zone);
    requests.storeNode[r] = node === NONE ? shards.firstNode[shard] : node;
    return node;
  }
  const leader = zone === 1 ? shards.leaderFor1[shard] : shards.leaderFor2[shard];
  requests.storeNode[r] = leader;
  const error = refusal(sim, shard, zone);
  if (error !== StoreError.none) return nearest(sim, shard, zone) === NONE ? NOBODY : errorRoute(error);
  return reaches(sim, zone, leader) && hasMajority(sim, leader) ? leader : NOBODY;
}

/** Is there a process that a server in this zone could ask? */
export function reaches({ world }: Moment, zone: number, node: number): boolean {
  return world.stores.up[node] === 1 && connects(world, zone, world.stores.zone[node]);
}

/** Can a leader do what it may only do with most of its shard's nodes? Only where nothing is done without. */
function hasMajority(sim: Moment, node: number): boolean {
  if (kindOf(sim.scenario.store).tells !== 'majority') return true;
  const { stores, shards } = sim.world;
  const shard = stores.shard[node];
  const first = shards.firstNode[shard];
  let count = 0;
  for (let n = first; n < first + shards.nodes[shard]; n++) if (reaches(sim, stores.zone[node], n)) count++;
  return 2 * count > shards.nodes[shard];
}

/** Does the majority see this node lead? */
export function leads(sim: Moment, node: number): boolean {
  return reaches(sim, majorityZone(sim.scenario), node) && hasMajority(sim, node);
}

/** A node of the shard in this zone if one is there, else one elsewhere, else NONE. */
function nearest(sim: Sim, shard: number, zone: Zone): number {
  const { stores, shards } = sim.world;
  const first = shards.firstNode[shard];
  let found = NONE;
  for (let node = first; node < first + shards.nodes[shard]; node++) {
    if (!reaches(sim, zone, node)) continue;
    if (stores.zone[node] === zone) return node;
    if (found === NONE) found = node;
  }
  return found;
}

/** The error with which nodes answer that have noticed that they may not serve, if they have. */
function refusal(sim: Sim, shard: number, zone: Zone): number {
  const { store } = sim.scenario;
  const { zones, shards, nowMs } = sim.world;
  const afterMs = kindOf(store).refusesAfterMs(store);
  if (afterMs === null) return StoreError.none;
  const error = kindOf(store).tells === 'majority' ? StoreError.noMajority : StoreError.clusterDown;
  if (!connects(sim.world, zone, majorityZone(sim.scenario))) {
    return nowMs >= zones.sinceMs + afterMs ? error : StoreError.none;
  }
  if (error === StoreError.noMajority) {
    return nowMs >= shards.lostMs[shard] + afterMs ? error : StoreError.none;
  }
  let failed = 0;
  for (let s = 0; s < shards.length; s++) if (nowMs >= shards.lostMs[s] + afterMs) failed++;
  const broken = 2 * failed >= shards.length || (failed > 0 && store.cluster.fullCoverage);
  return broken ? error : StoreError.none;
}
