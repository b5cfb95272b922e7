/** One more shard: empty, unless the store moves what belongs there. */
import { dropRecord, findRecord, firstOnShelf } from '../shelves.ts';
import { type Sim, tell } from '../sim.ts';
import { placeOfNode, SessionEnd } from '../state/sessions.ts';
import { NONE } from '../state/table.ts';
import { forgetCopies } from './copies.ts';
import { storeChanged } from './leadership.ts';
import { nodesOf, shardingOf, shardOfSession } from './sharding.ts';
import { addShard } from './topology.ts';
import { setVersion, versionOfRecord } from './versions.ts';

export function addOneShard(sim: Sim, by: number): void {
  const { world } = sim;
  const { shards, records, sessions, users } = world;
  const added = addShard(sim, by);
  const moves = shardingOf(sim.scenario.store) === 'slots';
  let moved = 0;
  let astray = 0;
  for (let shard = 0; shard < added; shard++) {
    const leader = placeOfNode(shards.leader[shard]);
    for (let record = firstOnShelf(world, leader); record !== NONE; ) {
      const following = records.shelfNext[record];
      const session = records.session[record];
      if (shardOfSession(sim, session) !== shard) {
        if (moves) move(sim, session, record, shard, added);
        moved += Number(moves);
        astray += Number(!moves && users.session[sessions.user[session]] === session);
      }
      record = following;
    }
  }
  tell(sim, { what: 'shard-added', place: placeOfNode(shards.firstNode[added]), moved, astray, by });
  storeChanged(sim, by, false);
}

/** Takes a session from all nodes of one shard to all nodes of another, at once. */
function move(sim: Sim, session: number, record: number, from: number, to: number): void {
  const { world } = sim;
  const version = versionOfRecord(world, record);
  forgetCopies(world, (_from, _to, s) => s === session);
  for (const node of nodesOf(world, to)) setVersion(sim, session, placeOfNode(node), version);
  for (const node of nodesOf(world, from)) {
    const old = findRecord(world, session, placeOfNode(node));
    if (old !== NONE) dropRecord(world, old, SessionEnd.replaced, NONE);
  }
}
