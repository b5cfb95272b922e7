/** Why a store gave no answer, or not in time: the links that the chain of causes has of it. */
import type { Cause } from '../causes.ts';
import type { StoreSettings } from '../scenario.ts';
import { placeOfNode } from '../state/sessions.ts';
import type { World } from '../state/world.ts';

/** What is wrong with a node of the store, if anything. */
export function troubleWith({ stores, nowMs }: World, node: number, { perSecond }: StoreSettings): Cause[] {
  const place = placeOfNode(node);
  if (stores.up[node] === 0) {
    return [{ code: 'store-down', place, atMs: stores.sinceMs[node], by: stores.by[node] }];
  }
  const waiting = perSecond === null ? 0 : Math.ceil(((stores.freeMs[node] - nowMs) * perSecond) / 1000);
  return perSecond !== null && waiting > 0 ? [{ code: 'store-busy', place, waiting, perSecond }] : [];
}
