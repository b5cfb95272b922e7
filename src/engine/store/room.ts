/** A node whose memory is limited: what it refuses when it is full, or whose record makes room. */
import { canRead } from '../sessionAccess.ts';
import { findRecord, firstOnShelf, loseRecord, shelfCount } from '../shelves.ts';
import type { Sim } from '../sim.ts';
import { RequestKind } from '../state/requests.ts';
import { type Place, placeOfNode, SessionEnd } from '../state/sessions.ts';
import { NONE } from '../state/table.ts';
import type { World } from '../state/world.ts';
import { tellOthers } from './copying.ts';
import { noteChange } from './disk.ts';
import { kindOf } from './kinds.ts';
import { goneVersion } from './versions.ts';

/** Would what a request changes put one more record onto the shelf than there is room for? */
export function lacksRoom(sim: Sim, r: number, node: number): boolean {
  const { maxSessions } = sim.scenario.store;
  const place = placeOfNode(node);
  return maxSessions !== null && shelfCount(sim.world, place) >= maxSessions && addsRecord(sim, r, place);
}

/** Drops the records that were not used for longest until there is room for one more. */
export function makeRoom(sim: Sim, node: number): void {
  const { world } = sim;
  const { maxSessions } = sim.scenario.store;
  const place = placeOfNode(node);
  while (maxSessions !== null && shelfCount(world, place) >= Math.max(1, maxSessions)) {
    const record = leastRecentlyUsed(world, place);
    const session = world.records.session[record];
    noteChange(sim, node, session);
    if (kindOf(sim.scenario.store).tells !== 'peers') {
      tellOthers(sim, node, session, goneVersion(SessionEnd.evicted, world.nowMs, NONE));
    }
    loseRecord(world, record, SessionEnd.evicted, NONE);
    world.stores.evictions[node]++;
  }
}

/** The same for one more record in the memory of a server. */
export function makeRoomFor({ world, scenario }: Sim, place: Place): void {
  const { maxPerServer } = scenario.sessions;
  while (maxPerServer !== null && shelfCount(world, place) >= maxPerServer) {
    loseRecord(world, leastRecentlyUsed(world, place), SessionEnd.evicted, NONE);
  }
}

/** The same in the memory of a server, for what a request is about to put there. */
export function makeRoomInMemory(sim: Sim, r: number, place: Place): void {
  if (addsRecord(sim, r, place)) makeRoomFor(sim, place);
}

/** Only a new record needs room: a login that replaces its old record here does not, nor does a change of one. */
function addsRecord(sim: Sim, r: number, place: Place): boolean {
  const { requests } = sim.world;
  const session = requests.session[r];
  const isHere = session !== NONE && findRecord(sim.world, session, place) !== NONE;
  if (requests.status[r] !== 0) return sim.scenario.sessions.onMiss !== 'adopt' || !isHere;
  // The list of revoked tokens gets one more with each logout.
  if (requests.kind[r] === RequestKind.logout) return sim.strategy.keeper === 'user' && !isHere;
  if (requests.kind[r] === RequestKind.login) return !isHere || !canRead(sim, r);
  return requests.kind[r] === RequestKind.cart && !isHere;
}

/** Of those used at the same time, the one that was put down first. */
function leastRecentlyUsed(world: World, place: Place): number {
  const { records } = world;
  let oldest = firstOnShelf(world, place);
  for (let record = oldest; record !== NONE; record = records.shelfNext[record]) {
    if (records.usedMs[record] < records.usedMs[oldest]) oldest = record;
  }
  return oldest;
}
