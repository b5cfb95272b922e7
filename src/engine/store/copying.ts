/** How what was written to one node gets to others: change by change while they hear from each other, or all at once. */
import { findRecord, firstOnShelf, loseRecord, lossSince } from '../shelves.ts';
import { type Sim, tell } from '../sim.ts';
import { isStore, nodeAt, placeOfNode, SessionEnd } from '../state/sessions.ts';
import { NONE } from '../state/table.ts';
import type { World } from '../state/world.ts';
import { connects } from '../zones.ts';
import { forgetCopies, isOnItsWay, lagMs, sendCopy } from './copies.ts';
import { noteChange, save } from './disk.ts';
import { kindOf } from './kinds.ts';
import { noteUndoneLogout, noteUndoneLogouts } from './logouts.ts';
import {
  dropTombstone,
  isLater,
  noteUse,
  setVersion,
  type Version,
  versionAt,
  versionOfRecord,
} from './versions.ts';

/** Tells the other nodes of the shard what has become of a session on this one. */
export function tellOthers(sim: Sim, node: number, session: number, version: Version): void {
  const { stores, shards } = sim.world;
  const inAdvance = kindOf(sim.scenario.store).tells === 'majority';
  const first = shards.firstNode[stores.shard[node]];
  for (let to = first; to < first + shards.nodes[stores.shard[node]]; to++) {
    if (to === node) continue;
    if (!hears(sim, to, node)) {
      if (inAdvance) stores.synced[to] = 0; // it may not lead before it has caught up
    } else if (inAdvance) reachNode(sim, to, session, version);
    else send(sim, node, to, session, version);
  }
}

/** Does a change get from one node to another? */
function hears({ world, scenario }: Sim, to: number, from: number): boolean {
  const { stores } = world;
  if (kindOf(scenario.store).tells !== 'peers') return stores.linked[to] === 1 && stores.source[to] === from;
  return canTalk(world, from, to);
}

function canTalk(world: World, a: number, b: number): boolean {
  const { stores } = world;
  return stores.up[a] === 1 && stores.up[b] === 1 && connects(world, stores.zone[a], stores.zone[b]);
}

/** A version sets out for another node. */
function send(sim: Sim, from: number, to: number, session: number, version: Version): void {
  const { stores, nowMs } = sim.world;
  let arrivesMs = nowMs + lagMs(sim, sim.scenario.store.lag, to);
  // What comes from a leader keeps its order. Peers find out by themselves which of two versions is the later.
  if (stores.linked[to] === 1) {
    arrivesMs = Math.max(arrivesMs, stores.copiedMs[to]);
    stores.copiedMs[to] = arrivesMs;
  }
  sendCopy(sim, placeOfNode(from), placeOfNode(to), session, version, arrivesMs);
}

/** It is no longer on its way: perhaps nobody has to remember any more that its session was taken away. */
export function copyDelivered(sim: Sim, to: number, session: number): void {
  forgetRemoval(sim, session, sim.world.stores.shard[to]);
}

/** A version of a session has come to a node. */
export function reachNode(sim: Sim, to: number, session: number, version: Version): void {
  const amongPeers = kindOf(sim.scenario.store).tells === 'peers';
  if (amongPeers && !isLater(version, versionAt(sim.world, session, placeOfNode(to)))) {
    noteUse(sim.world, session, placeOfNode(to), version);
    return;
  }
  noteChange(sim, to, session);
  setVersion(sim, session, placeOfNode(to), version);
  // A write that is later than the logout, by a node that had not heard of it, brings the session back.
  if (amongPeers && version.loggedIn === 1) noteUndoneLogout(sim, to, session);
}

/** That a session was taken away need not be remembered when everybody knows and nothing else is on its way. */
function forgetRemoval({ world }: Sim, session: number, shard: number): void {
  const { shards, sessions } = world;
  if (sessions.firstTombstone[session] === NONE) return;
  const first = shards.firstNode[shard];
  const last = first + shards.nodes[shard];
  for (let node = first; node < last; node++) if (!canTalk(world, first, node)) return;
  if (isOnItsWay(world, session)) return;
  for (let node = first; node < last; node++) dropTombstone(world, session, placeOfNode(node));
}

/** What was on its way to or from a dead node, or through a cut network, is lost. */
export function dropLostCopies({ world }: Sim): void {
  forgetCopies(world, (from, to) => isStore(to) && !canTalk(world, nodeAt(from), nodeAt(to)));
}

/** A node becomes a copy of another: what only it had is lost, what it had not comes back. */
export function copyAll(sim: Sim, from: number, to: number, by: number): void {
  const { world } = sim;
  const { records, stores, totals } = world;
  const place = placeOfNode(to);
  forgetCopies(world, (_, at) => at === place);
  const before = totals.sessionsLost;
  const count = stores.shelfCount[to];
  let dropped = 0;
  for (let record = firstOnShelf(world, place); record !== NONE; ) {
    const following = records.shelfNext[record];
    if (findRecord(world, records.session[record], placeOfNode(from)) === NONE) {
      loseRecord(world, record, SessionEnd.overwritten, by);
      dropped++;
    }
    record = following;
  }
  for (
    let record = firstOnShelf(world, placeOfNode(from));
    record !== NONE;
    record = records.shelfNext[record]
  ) {
    setVersion(sim, records.session[record], placeOfNode(to), versionOfRecord(world, record));
  }
  save(sim, to, world.nowMs);
  stores.synced[to] = 1;
  tell(sim, { what: 'store-copied', place, from: placeOfNode(from), by });
  const wanted = lossSince(world, before, place, by);
  if (dropped > 0) tell(sim, { what: 'sessions-lost', place, count: dropped, wanted, by });
  if (count > 0) noteUndoneLogouts(sim, to, by);
}

/** Nodes that hear from each other again exchange all they have; of two versions the later one counts. */
export function mergePeers(sim: Sim, shard: number): void {
  const { stores, shards } = sim.world;
  const first = shards.firstNode[shard];
  const last = first + shards.nodes[shard];
  for (let from = first; from < last; from++) {
    for (let to = first; to < last; to++) {
      if (to !== from && canTalk(sim.world, from, to)) giveAll(sim, from, to);
    }
  }
  const { tombstones } = sim.world;
  for (let stone = 0; stone < tombstones.length; stone++) {
    const session = tombstones.session[stone];
    if (
      session !== NONE &&
      isStore(tombstones.place[stone]) &&
      stores.shard[nodeAt(tombstones.place[stone])] === shard
    )
      forgetRemoval(sim, session, shard);
  }
}

/** What one node knows and another does not, or not so well. */
function giveAll(sim: Sim, from: number, to: number): void {
  const { world } = sim;
  const { records, tombstones } = world;
  for (
    let record = firstOnShelf(world, placeOfNode(from));
    record !== NONE;
    record = records.shelfNext[record]
  ) {
    reachNode(sim, to, records.session[record], versionOfRecord(world, record));
  }
  for (let stone = 0; stone < tombstones.length; stone++) {
    const session = tombstones.session[stone];
    if (session === NONE || tombstones.place[stone] !== placeOfNode(from)) continue;
    const version = versionAt(world, session, placeOfNode(from));
    if (version !== null) reachNode(sim, to, session, version);
  }
}
