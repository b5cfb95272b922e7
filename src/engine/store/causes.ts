/** What a chain of causes has to say of the store: why it gave no answer, and how it came to forget a session. */
import type { Cause } from '../causes.ts';
import type { Scenario } from '../scenario.ts';
import { isStore, nodeAt, type Place, placeOfNode } from '../state/sessions.ts';
import { STORE_ERRORS, StoreError } from '../state/storeErrors.ts';
import { NONE } from '../state/table.ts';
import type { World } from '../state/world.ts';
import { connects, zoneOfServer } from '../zones.ts';
import { kindOf } from './kinds.ts';

/** What was wrong with the part of the store that a request asked, if anything. */
export function troubleOf(world: World, r: number, scenario: Scenario): Cause[] {
  const { requests, stores } = world;
  const node = requests.storeNode[r];
  const place = placeOfNode(node);
  const error = requests.storeError[r];
  if (error === StoreError.full) return storeFull(place, scenario);
  if (error !== StoreError.none) {
    return [{ code: 'store-refuses', place, error: STORE_ERRORS[error] }, ...whatIsMissing(world, node)];
  }
  const zone = zoneOfServer(scenario, requests.server[r]);
  const isDown = stores.up[node] === 0;
  const isApart = !connects(world, zone, stores.zone[node]);
  if (isDown) return [storeDown(world, node), ...takeOverAwaited(world, node, scenario)];
  if (isApart) return [networkCut(world), ...takeOverAwaited(world, node, scenario)];
  if (requests.storeRoute[r] === NONE)
    return [...whatIsMissing(world, node), ...takeOverAwaited(world, node, scenario)];
  return storeBusy(world, node, scenario);
}

/** Why the node that a record is gone from, or another in its place, does not have it. */
export function whyForgotten(
  world: World,
  gone: Extract<Cause, { code: 'record-gone' }>,
  r: number,
  scenario: Scenario,
): Cause[] {
  if (gone.end === 'evicted') return storeFull(gone.place, scenario);
  if (gone.end !== 'storeKilled' && gone.end !== 'overwritten') return [];
  const found = whyNotPassedOn(world, r, gone.place);
  if (found.length > 0 || gone.end === 'overwritten') return found;
  const { stores } = world;
  if (scenario.store.persistence === 'none') return [];
  return [{ code: 'last-save', place: gone.place, atMs: stores.savedMs[nodeAt(gone.place)] }];
}

/** Why a record that is on one node has not come to another, where it was looked for. */
export function whyApart(world: World, r: number, kept: Place): Cause[] {
  const { requests, stores, shards, records, sessions, nowMs } = world;
  const looked = requests.lookedIn[r];
  if (!isStore(looked) || !isStore(kept) || looked === kept) return [];
  const [from, to] = [nodeAt(kept), nodeAt(looked)];
  if (stores.shard[from] !== stores.shard[to]) {
    const last = shards.length - 1;
    return [
      { code: 'resharded', place: looked, from: kept, atMs: shards.addedMs[last], by: shards.addedBy[last] },
    ];
  }
  if (!connects(world, stores.zone[from], stores.zone[to])) {
    return [networkCut(world), ...whyNotPassedOn(world, r, kept)];
  }
  let record = sessions.firstRecord[requests.session[r]];
  while (record !== NONE && records.place[record] !== kept) record = records.next[record];
  const sinceMs = record === NONE ? nowMs : records.writtenMs[record];
  return [{ code: 'not-copied-yet', place: looked, from: kept, ms: Math.max(0, nowMs - sinceMs) }];
}

/** The node that was asked had taken over from the one that knew the session. */
function whyNotPassedOn({ requests, sessions, stores, shards }: World, r: number, from: Place): Cause[] {
  const looked = requests.lookedIn[r];
  if (!isStore(looked) || !isStore(from)) return [];
  const shard = stores.shard[nodeAt(looked)];
  if (shards.tookOverFrom[shard] !== nodeAt(from) || shards.leader[shard] !== nodeAt(looked)) return [];
  const madeMs = sessions.madeMs[requests.session[r]];
  const lostMs = shards.tookOverLostMs[shard];
  const by = shards.tookOverBy[shard];
  const tookOver: Cause = { code: 'took-over', place: looked, from, atMs: shards.tookOverMs[shard], by };
  return madeMs <= lostMs
    ? [tookOver, { code: 'never-copied', place: looked, from, ms: lostMs - madeMs }]
    : [tookOver, { code: 'made-apart', place: from, atMs: lostMs }];
}

/** Dead nodes of the shard, and the network, where they keep the others from doing what they should. */
function whatIsMissing(world: World, node: number): Cause[] {
  const { stores, zones } = world;
  const causes: Cause[] = [];
  for (let n = 0; n < stores.length; n++) {
    if (stores.shard[n] === stores.shard[node] && stores.up[n] === 0) causes.push(storeDown(world, n));
  }
  if (zones.cut === 1) causes.push(networkCut(world));
  return causes;
}

/** Another node will lead when the leader has been missed for long enough. */
function takeOverAwaited({ stores, shards }: World, node: number, { store }: Scenario): Cause[] {
  const rule = kindOf(store).takesOver(store);
  const missedMs = shards.lostMs[stores.shard[node]];
  if (rule === null || missedMs === Number.POSITIVE_INFINITY) return [];
  return [{ code: 'takeover-awaited', place: placeOfNode(node), ms: rule.missedMs + rule.electedMs }];
}

const storeDown = ({ stores }: World, node: number): Cause => ({
  code: 'store-down',
  place: placeOfNode(node),
  atMs: stores.sinceMs[node],
  by: stores.by[node],
});

const networkCut = ({ zones }: World): Cause => ({ code: 'network-cut', atMs: zones.sinceMs, by: zones.by });

/** How many there is room for, where there is a limit. */
function storeFull(place: Place, { store: { maxSessions } }: Scenario): Cause[] {
  return maxSessions === null ? [] : [{ code: 'store-full', place, most: maxSessions }];
}

function storeBusy({ stores, nowMs }: World, node: number, { store: { perSecond } }: Scenario): Cause[] {
  if (perSecond === null) return [];
  const waiting = Math.ceil(((stores.freeMs[node] - nowMs) * perSecond) / 1000);
  return waiting > 0 ? [{ code: 'store-busy', place: placeOfNode(node), waiting, perSecond }] : [];
}
