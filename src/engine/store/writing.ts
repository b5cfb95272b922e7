/** A write that has reached its node: carried out and passed on, or answered with an error. */
import { canRead, dropIfExpired } from '../sessionAccess.ts';
import { dropRecord, findRecord } from '../shelves.ts';
import type { Sim } from '../sim.ts';
import { Reason, RequestKind } from '../state/requests.ts';
import { placeOfNode, SessionEnd } from '../state/sessions.ts';
import { StoreError } from '../state/storeErrors.ts';
import { NONE } from '../state/table.ts';
import { tellOthers } from './copying.ts';
import { countChange, noteChange } from './disk.ts';
import { kindOf } from './kinds.ts';
import { lacksRoom, makeRoom } from './room.ts';
import { leads } from './routing.ts';
import { nameSession, shardOfSession } from './sharding.ts';
import {
  bury,
  type End,
  goneVersion,
  isRenewal,
  lastWrittenMs,
  versionOfRecord,
  writeTimeMs,
} from './versions.ts';

/** Keeps what a request changed in its session. False when the node answers with an error, which it then noted. */
export function carryOut(sim: Sim, r: number): boolean {
  const { requests, stores } = sim.world;
  const node = requests.storeNode[r];
  const session = requests.session[r];
  stores.writes[node]++;
  const full = lacksRoom(sim, r, node);
  requests.storeError[r] = lacksFollowers(sim, node)
    ? StoreError.tooFewFollowers
    : full && sim.scenario.store.whenFull === 'refuse'
      ? StoreError.full
      : StoreError.none;
  if (requests.storeError[r] !== StoreError.none) return false;

  const record = session === NONE ? NONE : findRecord(sim.world, session, placeOfNode(node));
  countChange(sim, node);
  noteChange(sim, node, session);
  const gone = whyGone(sim, r, record);
  const lastMs = lastWrittenMs(sim.world, session, placeOfNode(node));
  if (full) makeRoom(sim, node);
  sim.strategy.keep(sim, r);
  nameSession(sim, r);
  destroyElsewhere(sim, r);
  const made = requests.newSession[r];
  noteChange(sim, node, made, NONE);
  if (session !== NONE) written(sim, node, session, lastMs, gone, isRenewal(sim.world, r));
  if (made !== NONE) written(sim, node, made, Number.NEGATIVE_INFINITY, SessionEnd.none);
  if (gone === SessionEnd.loggedOut) sim.world.sessions.loggedOut[session] = 1;
  return true;
}

/** A login destroys the session before it, also where that is on another shard and can be reached. */
function destroyElsewhere(sim: Sim, r: number): void {
  const { world } = sim;
  const { requests, shards } = world;
  const session = requests.session[r];
  if (shards.length === 1 || requests.newSession[r] === NONE || session === NONE) return;
  if (requests.kind[r] !== RequestKind.login || !canRead(sim, r)) return;
  const node = shards.leader[shardOfSession(sim, session)];
  const record = findRecord(world, session, placeOfNode(node));
  if (node === requests.storeNode[r] || record === NONE || !leads(sim, node)) return;
  noteChange(sim, node, session);
  const lastMs = world.records.writtenMs[record];
  dropRecord(world, record, SessionEnd.replaced, NONE);
  written(sim, node, session, lastMs, SessionEnd.replaced);
}

/** If a request takes the record of its session away: why. `none` where there was no record. */
function whyGone(sim: Sim, r: number, record: number): End {
  if (record === NONE) return SessionEnd.none;
  if (kindOf(sim.scenario.store).tells === 'majority') {
    // It may have been read from a copy, so that its leader hears of the use only now.
    if (dropIfExpired(sim, record)) return SessionEnd.expired;
    sim.world.records.usedMs[record] = sim.world.nowMs;
  }
  const { requests } = sim.world;
  const isLogout = requests.kind[r] === RequestKind.logout && requests.status[r] === 0;
  return isLogout && sim.strategy.keeper === 'store' ? SessionEnd.loggedOut : SessionEnd.replaced;
}

/**
 * A node has written a session's record, or taken it away, for the reason given; `none` if it had none before. What it
 * knew until then was written at `lastMs`.
 */
function written(sim: Sim, node: number, session: number, lastMs: number, end: End, renews = false): void {
  const { world } = sim;
  const atMs = writeTimeMs(world, lastMs);
  const record = findRecord(world, session, placeOfNode(node));
  if (record !== NONE) {
    // A renewal says when it was used, and nothing of what is in it.
    if (!renews) world.records.writtenMs[record] = atMs;
    world.sessions.loggedOut[session] = 0;
    tellOthers(sim, node, session, versionOfRecord(world, record));
  } else if (end !== SessionEnd.none) {
    bury(sim, session, placeOfNode(node), end, atMs);
    tellOthers(sim, node, session, goneVersion(end, atMs, NONE));
  }
}

/** Followers drop what their leader found expired. Peers find out by themselves, each by what it has. */
export function tellIfExpired(sim: Sim, r: number): void {
  const { requests, sessions } = sim.world;
  if (requests.reason[r] !== Reason.expired || kindOf(sim.scenario.store).tells === 'peers') return;
  const session = requests.session[r];
  const version = goneVersion(SessionEnd.expired, sessions.endMs[session], NONE);
  tellOthers(sim, requests.storeNode[r], session, version);
}

/** A leader may be told to take no writes once too few have been copying from it for too long. */
function lacksFollowers({ world, scenario }: Sim, node: number): boolean {
  const { minReplicas, maxLagMs, kind } = scenario.store;
  const { stores, nowMs } = world;
  if (minReplicas === 0 || kind === 'cp' || kind === 'ap') return false;
  return stores.followers[node] < minReplicas && nowMs >= stores.followersMs[node] + maxLagMs;
}
