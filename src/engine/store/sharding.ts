/** Which shard keeps a session: what its id leads to, and what becomes of that when there is one shard more. */
import { SLOTS } from '../hash/slots.ts';
import { uniform } from '../random/streams.ts';
import type { StoreSettings } from '../scenario.ts';
import type { Sim } from '../sim.ts';
import { needsSession } from '../state/requests.ts';
import { NONE } from '../state/table.ts';
import type { World } from '../state/world.ts';
import { kindOf } from './kinds.ts';
import { MOST_SHARDS, type Sharding } from './shardings.ts';

/** Points of each shard on the ring, as many as ketama gives a server. */
export const POINTS_PER_SHARD = 160;

/** The ring with every shard there can be; those that are not there yet are passed over. */
const RING = Array.from({ length: MOST_SHARDS * POINTS_PER_SHARD }, (_, i) => ({
  at: uniform(0x72696e67, Math.floor(i / POINTS_PER_SHARD), i % POINTS_PER_SHARD),
  shard: Math.floor(i / POINTS_PER_SHARD),
})).sort((a, b) => a.at - b.at);

export function shardingOf(store: StoreSettings): Sharding | 'slots' {
  return kindOf(store).slots ? 'slots' : store.sharding;
}

/** @param id a session's id, evenly from 0 to 1 */
export function shardOfId(store: StoreSettings, count: number, id: number): number {
  if (count === 1) return 0;
  switch (shardingOf(store)) {
    case 'modulo':
      return Math.floor(id * 4294967296) % count;
    case 'consistent':
      return onRing(id, count);
    case 'slots':
      return ownerOf(Math.floor(id * SLOTS), count);
  }
}

function onRing(id: number, count: number): number {
  let low = 0;
  let high = RING.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (RING[middle].at < id) low = middle + 1;
    else high = middle;
  }
  for (let i = low; ; i++) {
    const { shard } = RING[i % RING.length];
    if (shard < count) return shard;
  }
}

/** A new shard gets its share of the slots, the same from each of the others. */
function ownerOf(slot: number, count: number): number {
  let owner = 0;
  for (let n = 2; n <= count; n++) if (uniform(0x736c6f74, slot, n) < 1 / n) owner = n - 1;
  return owner;
}

/** The id that a session made by this request gets, or that one it found has. */
const drawnId = (sim: Sim, serial: number): number => uniform(sim.streams.sessionId, serial, 0);

/** The shard where a session is looked for. */
export function shardOfSession(sim: Sim, session: number): number {
  const { sessions, shards } = sim.world;
  // One that was made before there was a store has its id from its own number.
  const id = sessions.id[session] || uniform(sim.streams.sessionId, sessions.serial[session], 1);
  return shardOfId(sim.scenario.store, shards.length, id);
}

/** The shard of a request's next command: that of the session which came along, or of the one it will make. */
export function shardOfRequest(sim: Sim, r: number, writes: boolean): number {
  const { requests, shards } = sim.world;
  if (shards.length === 1) return 0;
  const session = requests.session[r];
  const makesNew = writes && (session === NONE || !usesOld(sim, r));
  return makesNew
    ? shardOfId(sim.scenario.store, shards.length, drawnId(sim, requests.serial[r]))
    : shardOfSession(sim, session);
}

/** Does a write of this request go to the session that came along? */
function usesOld({ world, scenario }: Sim, r: number): boolean {
  const { requests } = world;
  const { onMiss } = scenario.sessions;
  if (requests.status[r] !== 0) return onMiss !== 'replace';
  return needsSession(requests.kind[r]) || onMiss === 'adopt';
}

/** Notes the id of a session that a request has made. */
export function nameSession(sim: Sim, r: number): void {
  const { requests, sessions } = sim.world;
  const made = requests.newSession[r];
  if (made !== NONE) sessions.id[made] = drawnId(sim, requests.serial[r]);
}

/** The nodes of a shard. */
export function nodesOf({ shards }: World, shard: number): number[] {
  return Array.from({ length: shards.nodes[shard] }, (_, i) => shards.firstNode[shard] + i);
}
