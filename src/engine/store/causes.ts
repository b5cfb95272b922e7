/** Why a store gave no answer, or not in time: the links that the chain of causes has of it. */
import type { Cause } from '../causes.ts';
import type { StoreSettings } from '../scenario.ts';
import { nodeAt, type Place, placeOfNode } from '../state/sessions.ts';
import { StoreError } from '../state/stores.ts';
import type { World } from '../state/world.ts';

/** What was wrong with the part of the store that a request asked, if anything. */
export function troubleOf(world: World, r: number, store: StoreSettings): Cause[] {
  const { requests, stores } = world;
  const node = requests.storeNode[r];
  const place = placeOfNode(node);
  if (stores.up[node] === 0) {
    return [{ code: 'store-down', place, atMs: stores.sinceMs[node], by: stores.by[node] }];
  }
  if (requests.storeError[r] === StoreError.full) return storeFull(place, store);
  return storeBusy(world, node, store);
}

/** Why the node that a record is gone from did not keep it. */
export function whyForgotten(
  { stores }: World,
  { place, end }: Extract<Cause, { code: 'record-gone' }>,
  store: StoreSettings,
): Cause[] {
  if (end === 'evicted') return storeFull(place, store);
  if (end !== 'storeKilled' || store.persistence === 'none') return [];
  return [{ code: 'last-save', place, atMs: stores.savedMs[nodeAt(place)] }];
}

function storeFull(place: Place, { maxSessions }: StoreSettings): Cause[] {
  return maxSessions === null ? [] : [{ code: 'store-full', place, most: maxSessions }];
}

function storeBusy({ stores, nowMs }: World, node: number, { perSecond }: StoreSettings): Cause[] {
  if (perSecond === null) return [];
  const waiting = Math.ceil(((stores.freeMs[node] - nowMs) * perSecond) / 1000);
  return waiting > 0 ? [{ code: 'store-busy', place: placeOfNode(node), waiting, perSecond }] : [];
}
