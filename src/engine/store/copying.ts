/** How what was written to one node gets to others: change by change while they hear from each other, or all at once. */
import { schedule } from '../eventQueue.ts';
import { sampleMs } from '../random/distributions.ts';
import { uniform } from '../random/streams.ts';
import { dropSession, findRecord, firstOnShelf, holdSession, loseRecord, lossSince } from '../shelves.ts';
import { EventKind, type Sim, tell } from '../sim.ts';
import { placeOfNode, SessionEnd } from '../state/sessions.ts';
import { addRow, freeRow, NONE } from '../state/table.ts';
import type { World } from '../state/world.ts';
import { connects } from '../zones.ts';
import { noteChange, save } from './disk.ts';
import { kindOf } from './kinds.ts';
import { noteUndoneLogout, noteUndoneLogouts } from './logouts.ts';
import {
  dropTombstone,
  type End,
  isLater,
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
    } else if (inAdvance) receive(sim, to, session, version);
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
  const { world } = sim;
  const { copies, stores, nowMs } = world;
  let arrivesMs = nowMs + lagMs(sim, to);
  // What comes from a leader keeps its order. Peers find out by themselves which of two versions is the later.
  if (stores.linked[to] === 1) {
    arrivesMs = Math.max(arrivesMs, stores.copiedMs[to]);
    stores.copiedMs[to] = arrivesMs;
  }
  const copy = addRow(copies);
  copies.from[copy] = from;
  copies.to[copy] = to;
  copies.session[copy] = session;
  copies.end[copy] = version.end;
  copies.endBy[copy] = version.by;
  copies.writtenMs[copy] = version.writtenMs;
  copies.loggedIn[copy] = version.loggedIn;
  copies.cart[copy] = version.cart;
  copies.madeMs[copy] = version.madeMs;
  copies.usedMs[copy] = version.usedMs;
  copies.event[copy] = schedule(world.queue, arrivesMs, EventKind.store, copy);
  holdSession(world, session);
}

function lagMs(sim: Sim, to: number): number {
  const { lag } = sim.scenario.store;
  if (lag.kind === 'constant') return lag.meanMs;
  return sampleMs(lag, uniform(sim.streams.copying, sim.world.copiesSent++, to));
}

/** A copy arrives. */
export function copyArrives(sim: Sim, copy: number): void {
  const { copies } = sim.world;
  receive(sim, copies.to[copy], copies.session[copy], {
    end: copies.end[copy] as End,
    by: copies.endBy[copy],
    writtenMs: copies.writtenMs[copy],
    loggedIn: copies.loggedIn[copy] as 0 | 1,
    cart: copies.cart[copy],
    madeMs: copies.madeMs[copy],
    usedMs: copies.usedMs[copy],
  });
  const session = copies.session[copy];
  copies.event[copy] = 0; // it is no longer on its way
  forgetRemoval(sim, session, sim.world.stores.shard[copies.to[copy]]);
  forgetCopy(sim.world, copy);
}

function receive(sim: Sim, to: number, session: number, version: Version): void {
  const amongPeers = kindOf(sim.scenario.store).tells === 'peers';
  if (amongPeers && !isLater(version, versionAt(sim.world, session, to))) return;
  noteChange(sim, to, session);
  setVersion(sim, session, to, version);
  // A write that is later than the logout, by a node that had not heard of it, brings the session back.
  if (amongPeers && version.loggedIn === 1) noteUndoneLogout(sim, to, session);
}

/** That a session was taken away need not be remembered when everybody knows and nothing else is on its way. */
function forgetRemoval({ world }: Sim, session: number, shard: number): void {
  const { copies, shards, sessions } = world;
  if (sessions.firstTombstone[session] === NONE) return;
  const first = shards.firstNode[shard];
  const last = first + shards.nodes[shard];
  for (let node = first; node < last; node++) if (!canTalk(world, first, node)) return;
  for (let copy = 0; copy < copies.length; copy++) {
    if (copies.event[copy] !== 0 && copies.session[copy] === session) return;
  }
  for (let node = first; node < last; node++) dropTombstone(world, session, node);
}

function forgetCopy(world: World, copy: number): void {
  const { copies } = world;
  copies.event[copy] = 0;
  dropSession(world, copies.session[copy]);
  freeRow(copies, copy);
}

/** Calls back what is on its way of a session. */
export function forgetCopiesOf(world: World, session: number): void {
  const { copies } = world;
  for (let copy = 0; copy < copies.length; copy++) {
    if (copies.event[copy] !== 0 && copies.session[copy] === session) forgetCopy(world, copy);
  }
}

/** What was on its way to or from a dead node, or through a cut network, is lost. */
export function dropLostCopies({ world }: Sim): void {
  const { copies } = world;
  for (let copy = 0; copy < copies.length; copy++) {
    if (copies.event[copy] !== 0 && !canTalk(world, copies.from[copy], copies.to[copy]))
      forgetCopy(world, copy);
  }
}

/** A node becomes a copy of another: what only it had is lost, what it had not comes back. */
export function copyAll(sim: Sim, from: number, to: number, by: number): void {
  const { world } = sim;
  const { copies, records, stores, totals } = world;
  const place = placeOfNode(to);
  for (let copy = 0; copy < copies.length; copy++) {
    if (copies.event[copy] !== 0 && copies.to[copy] === to) forgetCopy(world, copy);
  }
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
    setVersion(sim, records.session[record], to, versionOfRecord(world, record));
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
    if (session !== NONE && stores.shard[tombstones.node[stone]] === shard)
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
    receive(sim, to, records.session[record], versionOfRecord(world, record));
  }
  for (let stone = 0; stone < tombstones.length; stone++) {
    const session = tombstones.session[stone];
    if (session === NONE || tombstones.node[stone] !== from) continue;
    const version = versionAt(world, session, from);
    if (version !== null) receive(sim, to, session, version);
  }
}
