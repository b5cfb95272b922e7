/** Sessions that are carried into the store when a visitor switches to it, so that the switch itself loses nobody. */
import { dropRecord, findLogin, findRecord, moveRecord, putRecord } from '../shelves.ts';
import type { Sim } from '../sim.ts';
import { isStore, placeOfNode, SessionEnd } from '../state/sessions.ts';
import { NONE } from '../state/table.ts';
import { isAccepted } from '../tokens.ts';
import { tellOthers } from './copying.ts';
import { noteChange } from './disk.ts';
import { kindOf } from './kinds.ts';
import { leads } from './routing.ts';
import { shardOfSession } from './sharding.ts';
import { versionOfRecord } from './versions.ts';

/** Moves the newest record of a session into the store, in place of an older one that may be there. */
export function carryIntoStore(sim: Sim, session: number): void {
  if (session === NONE) return;
  const { world } = sim;
  const record = findLogin(world, session);
  if (record === NONE || isStore(world.records.place[record])) return;
  const node = nodeFor(sim, shardOfSession(sim, session));
  if (node === NONE) return;
  const older = findRecord(world, session, placeOfNode(node));
  noteChange(sim, node, session);
  if (older !== NONE) dropRecord(world, older, SessionEnd.replaced, NONE);
  moveRecord(world, record, placeOfNode(node));
  passOn(sim, node, record);
}

/**
 * Puts the session in a token into the store, in place of an older one that may be there. False when there is nobody
 * in the store to take it, so that its owner has to keep it.
 */
export function unsealIntoStore(sim: Sim, token: number): boolean {
  const { world } = sim;
  if (token === NONE || !isAccepted(world, token)) return true;
  const { tokens, sessions, records } = world;
  const session = tokens.session[token];
  const node = nodeFor(sim, shardOfSession(sim, session));
  if (node === NONE) return false;
  noteChange(sim, node, session);
  sessions.key[session] = tokens.key[token];
  let record = findRecord(world, session, placeOfNode(node));
  if (record === NONE) record = putRecord(world, session, placeOfNode(node), tokens.cart[token]);
  else records.cart[record] = tokens.cart[token];
  passOn(sim, node, record);
  return true;
}

function passOn(sim: Sim, node: number, record: number): void {
  const { records, nowMs } = sim.world;
  records.writtenMs[record] = nowMs;
  tellOthers(sim, node, records.session[record], versionOfRecord(sim.world, record));
}

/** A node that takes it, if one does. */
function nodeFor(sim: Sim, shard: number): number {
  const { shards, stores } = sim.world;
  const { leader, firstNode, nodes } = shards;
  if (kindOf(sim.scenario.store).tells !== 'peers') {
    return leads(sim, leader[shard]) ? leader[shard] : NONE;
  }
  let node = firstNode[shard];
  while (node < firstNode[shard] + nodes[shard] && stores.up[node] === 0) node++;
  return node < firstNode[shard] + nodes[shard] ? node : NONE;
}
