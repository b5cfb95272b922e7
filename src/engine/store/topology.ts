/** Which nodes there are: the shards of the store, their nodes, and the zones these stand in. */
import type { Scenario } from '../scenario.ts';
import type { Sim } from '../sim.ts';
import { createShards, createStores } from '../state/stores.ts';
import { addRow, NONE } from '../state/table.ts';
import { createUnsaved } from '../state/unsaved.ts';
import type { World } from '../state/world.ts';
import { majorityZone, otherZone, type Zone } from '../zones.ts';
import { openCopies } from './copies.ts';
import { kindOf } from './kinds.ts';

/** The store as the scenario has it, if nobody needed it before. */
export function openStore(sim: Sim, by: number): void {
  const { world } = sim;
  if (world.shards.length > 0) return;
  openStoreTables(world);
  openCopies(world);
  for (let shard = 0; shard < sim.scenario.store.shards; shard++) addShard(sim, by);
}

/** The tables of nodes and shards, with nothing in them. */
export function openStoreTables(world: World): void {
  world.stores = createStores();
  world.shards = createShards();
  world.unsaved = createUnsaved();
}

/** Adds a shard whose nodes are up and empty, the first one leading. Returns its number. */
export function addShard({ world, scenario }: Pick<Sim, 'world' | 'scenario'>, by: number): number {
  const { shards, nowMs } = world;
  const shard = addRow(shards);
  const first = world.stores.length;
  shards.next[shard] = NONE;
  shards.firstNode[shard] = first;
  shards.nodes[shard] = 1 + scenario.store.replicas;
  shards.addedMs[shard] = nowMs;
  shards.addedBy[shard] = by;
  shards.leader[shard] = first;
  shards.lostMs[shard] = Number.POSITIVE_INFINITY;
  shards.lostBy[shard] = NONE;
  shards.leaderFor1[shard] = first;
  shards.leaderFor2[shard] = first;
  shards.tookOverMs[shard] = nowMs;
  shards.tookOverFrom[shard] = NONE;
  shards.tookOverBy[shard] = NONE;
  shards.tookOverLostMs[shard] = nowMs;
  const follows = kindOf(scenario.store).tells !== 'peers';
  for (let nth = 0; nth < shards.nodes[shard]; nth++) {
    const node = addNode(world, shard, zoneOfNode(scenario, shard, nth), by);
    if (!follows || nth === 0) continue;
    world.stores.source[node] = first;
    world.stores.linked[node] = 1;
    world.stores.synced[node] = 1;
  }
  if (follows) world.stores.followers[first] = scenario.store.replicas;
  return shard;
}

function addNode({ stores, nowMs }: World, shard: number, zone: Zone, by: number): number {
  const node = addRow(stores);
  stores.next[node] = NONE;
  stores.shard[node] = shard;
  stores.zone[node] = zone;
  stores.up[node] = 1;
  stores.sinceMs[node] = nowMs;
  stores.by[node] = by;
  stores.source[node] = NONE;
  stores.linked[node] = 0;
  stores.linkedMs[node] = nowMs;
  stores.synced[node] = 0;
  stores.copiedMs[node] = 0;
  stores.followers[node] = 0;
  stores.followersMs[node] = nowMs;
  stores.shelfFirst[node] = NONE;
  stores.shelfLast[node] = NONE;
  stores.shelfCount[node] = 0;
  stores.freeMs[node] = 0;
  stores.lastUnsaved[node] = NONE;
  stores.changes[node] = 0;
  stores.changedMs[node] = nowMs;
  stores.savedMs[node] = nowMs;
  stores.evictions[node] = 0;
  stores.reads[node] = 0;
  stores.writes[node] = 0;
  return node;
}

/**
 * Where the nth node of a shard stands. Leaders stand where the scenario says, those of a cluster in the zone of the
 * majority as long as it takes to have one there. Of those that vote most stand in that zone too; copies stand in
 * the two zones by turns.
 */
function zoneOfNode(scenario: Scenario, shard: number, nth: number): Zone {
  const { zones, store } = scenario;
  if (zones.count === 1) return 1;
  const majority = majorityZone(scenario);
  if (store.kind === 'redis-cluster') {
    const home = shard > 0 && shard % 2 === 0 ? otherZone(majority) : majority;
    return nth % 2 === 0 ? home : otherZone(home);
  }
  const home = zones.leaders;
  if (store.kind === 'cp' && home !== majority) return nth === 0 ? home : majority;
  return nth % 2 === 0 ? home : otherZone(home);
}
