/**
 * Who leads and who follows: nodes copy from the leader they reach, the majority notices when a leader is gone, and
 * lets another take over. Called whenever a node or the network between the zones has changed.
 */
import { schedule } from '../eventQueue.ts';
import { EventKind, type Sim, tell } from '../sim.ts';
import { placeOfNode } from '../state/sessions.ts';
import { NONE } from '../state/table.ts';
import { connects, majorityZone } from '../zones.ts';
import { askAgain } from './commands.ts';
import { forgetCopies } from './copies.ts';
import { copyAll, dropLostCopies, mergePeers } from './copying.ts';
import { kindOf } from './kinds.ts';
import { noteUndoneLogouts } from './logouts.ts';
import { leads, type Moment, reaches } from './routing.ts';

/** Something has happened to the store because of intervention `by`; `reconnected` when it was to its good. */
export function storeChanged(sim: Sim, by: number, reconnected: boolean): void {
  const { shards } = sim.world;
  dropLostCopies(sim);
  for (let shard = 0; shard < shards.length; shard++) {
    if (kindOf(sim.scenario.store).tells !== 'peers') {
      follow(sim, shard, by);
      watchLeader(sim, shard, by);
    } else if (reconnected) mergePeers(sim, shard);
  }
  setTimer(sim);
  askAgain(sim);
}

/** The time has come at which somebody may take over, or refuse to go on. */
export function storeTimer(sim: Sim): void {
  sim.world.storeEvent = 0;
  storeChanged(sim, NONE, false);
}

/** Nodes that the majority reaches copy from its leader; the others go on with the one they had. */
function follow(sim: Sim, shard: number, by: number): void {
  const { stores, shards, nowMs } = sim.world;
  const leader = shards.leader[shard];
  const first = shards.firstNode[shard];
  const last = first + shards.nodes[shard];
  for (let node = first; node < last; node++) {
    if (node === leader) stores.source[node] = NONE;
    else if (stores.source[node] !== leader && reaches(sim, majorityZone(sim.scenario), node)) {
      stores.source[node] = leader;
      stores.linked[node] = 0;
    }
  }
  for (let node = first; node < last; node++) {
    const works = hearsFromSource(sim, node);
    if (works === (stores.linked[node] === 1)) continue;
    stores.linked[node] = works ? 1 : 0;
    if (works) copyAll(sim, stores.source[node], node, by);
    else stores.linkedMs[node] = nowMs;
  }
  for (let node = first; node < last; node++) countFollowers(sim, node, first, last);
}

function hearsFromSource(sim: Sim, node: number): boolean {
  const { stores } = sim.world;
  const source = stores.source[node];
  return stores.up[node] === 1 && source !== NONE && reaches(sim, stores.zone[node], source);
}

function countFollowers({ world }: Sim, node: number, first: number, last: number): void {
  const { stores, nowMs } = world;
  let count = 0;
  for (let n = first; n < last; n++) if (stores.linked[n] === 1 && stores.source[n] === node) count++;
  if (count < stores.followers[node]) stores.followersMs[node] = nowMs;
  stores.followers[node] = count;
}

/** Notes since when the leader is missed, and lets another take over when it has been missed for long enough. */
function watchLeader(sim: Sim, shard: number, by: number): void {
  const { shards, nowMs } = sim.world;
  if (leads(sim, shards.leader[shard])) shards.lostMs[shard] = Number.POSITIVE_INFINITY;
  else if (shards.lostMs[shard] === Number.POSITIVE_INFINITY) {
    shards.lostMs[shard] = nowMs;
    shards.lostBy[shard] = by;
  }
  const heir = nowMs >= takeOverMs(sim, shard) && canElect(sim) ? heirOf(sim, shard) : NONE;
  if (heir !== NONE) takeOver(sim, shard, heir);
  tellServers(sim, shard);
}

/** When another may take over from a leader that is missed; Infinity while there is no reason to, or nobody does. */
function takeOverMs({ world, scenario }: Moment, shard: number): number {
  const rule = kindOf(scenario.store).takesOver(scenario.store);
  return rule === null
    ? Number.POSITIVE_INFINITY
    : world.shards.lostMs[shard] + rule.missedMs + rule.electedMs;
}

/** When the next node takes over from a leader that is missed, if nothing happens before; Infinity when none will. */
export function nextLeaderMs(moment: Moment): number {
  const { shards } = moment.world;
  let nextMs = Number.POSITIVE_INFINITY;
  if (!canElect(moment)) return nextMs;
  for (let shard = 0; shard < shards.length; shard++) {
    if (heirOf(moment, shard) !== NONE) nextMs = Math.min(nextMs, takeOverMs(moment, shard));
  }
  return nextMs;
}

/** In a cluster the leaders vote, and most of them have to be there. */
function canElect(sim: Moment): boolean {
  const { shards } = sim.world;
  if (sim.scenario.store.kind !== 'redis-cluster') return true;
  let voters = 0;
  for (let shard = 0; shard < shards.length; shard++) if (leads(sim, shards.leader[shard])) voters++;
  return 2 * voters > shards.length;
}

/** The node that the majority makes the leader: of those that were in step, the one that heard from it last. */
function heirOf(sim: Moment, shard: number): number {
  const { stores, shards } = sim.world;
  const first = shards.firstNode[shard];
  let heir = NONE;
  for (let node = first; node < first + shards.nodes[shard]; node++) {
    if (stores.synced[node] === 0 || !leads(sim, node)) continue;
    if (heir === NONE || stores.linkedMs[node] > stores.linkedMs[heir]) heir = node;
  }
  return heir;
}

function takeOver(sim: Sim, shard: number, heir: number): void {
  const { stores, shards, nowMs } = sim.world;
  const from = shards.leader[shard];
  const by = shards.lostBy[shard];
  shards.leader[shard] = heir;
  shards.tookOverLostMs[shard] = shards.lostMs[shard];
  shards.lostMs[shard] = Number.POSITIVE_INFINITY;
  shards.tookOverMs[shard] = nowMs;
  shards.tookOverFrom[shard] = from;
  shards.tookOverBy[shard] = by;
  stores.linked[heir] = 0;
  // It copies from nobody any more: what the old leader had sent to it comes too late.
  forgetCopies(sim.world, (_, to) => to === placeOfNode(heir));
  tell(sim, { what: 'store-leader', place: placeOfNode(heir), from: placeOfNode(from), by });
  noteUndoneLogouts(sim, heir, by);
  follow(sim, shard, by);
}

/** Servers that reach the majority are told who leads; the others keep to whom they knew. */
function tellServers({ world, scenario }: Sim, shard: number): void {
  const { shards } = world;
  const majority = majorityZone(scenario);
  if (connects(world, 1, majority)) shards.leaderFor1[shard] = shards.leader[shard];
  if (connects(world, 2, majority)) shards.leaderFor2[shard] = shards.leader[shard];
}

/** One clock for the whole store: it rings when the next of its waits is over. */
function setTimer(sim: Sim): void {
  const { world, scenario } = sim;
  const { shards, zones, nowMs } = world;
  const refusesAfterMs = kindOf(scenario.store).refusesAfterMs(scenario.store);
  let nextMs = Number.POSITIVE_INFINITY;
  const consider = (ms: number): void => {
    if (ms > nowMs && ms < nextMs) nextMs = ms;
  };
  for (let shard = 0; shard < shards.length; shard++) {
    consider(takeOverMs(sim, shard));
    if (refusesAfterMs !== null) consider(shards.lostMs[shard] + refusesAfterMs);
  }
  if (zones.cut === 1 && refusesAfterMs !== null) consider(zones.sinceMs + refusesAfterMs);
  world.storeEvent =
    nextMs < Number.POSITIVE_INFINITY ? schedule(world.queue, nextMs, EventKind.store, NONE) : 0;
}
