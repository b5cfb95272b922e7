/**
 * Maglev hashing: one look into a table of slots says which server has the key. The table is made of the servers that
 * can be chosen, so every change of them makes it anew; nearly all keys stay where they were, and a few more move than
 * would have to.
 */
import { finish, fnv1a } from '../hash/fnv.ts';
import { candidateCount } from './draws.ts';
import { fillSlots, preferenceOf } from './maglev.ts';
import { type BalancerView, type Policy, type ServerList, wasTried } from './policy.ts';
import { smoothTurn } from './smoothWeights.ts';

/** Envoy's `table_size`. A prime number, so that every server's order reaches every slot. */
export const MAGLEV_SLOTS = 65_537;

/** The server of each slot; -1 everywhere when there is none. */
export const maglevHashing: Policy<Int32Array> = {
  id: 'maglev-hashing',
  reads: 'key',
  fixedWeights: true,
  table: { of: 'usable', build: serversOfSlots },
  pick(view, _, slots) {
    if (view.keyLength === 0) return smoothTurn(view);
    const slot = finish(fnv1a(view.key, view.keyLength)) % MAGLEV_SLOTS;
    return view.stamp === 0 ? slots[slot] : firstUntried(view, slots, slot);
  },
};

function serversOfSlots({ servers, weights }: ServerList): Int32Array {
  const preferences = Array.from(servers, (server) => preferenceOf(`s${server}`, MAGLEV_SLOTS));
  return fillSlots(preferences, weights, MAGLEV_SLOTS).map((position) =>
    position === -1 ? -1 : servers[position],
  );
}

function firstUntried(view: BalancerView, slots: Int32Array, from: number): number {
  if (candidateCount(view) === 0) return -1;
  let slot = from;
  while (wasTried(view, slots[slot])) slot = (slot + 1) % MAGLEV_SLOTS;
  return slots[slot];
}
