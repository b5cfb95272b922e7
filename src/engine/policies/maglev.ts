/**
 * The table of Maglev hashing (Eisenbud et al., 2016): every server has an order of preference over all slots; they take
 * turns, each taking the first slot in its order that is still free. With weights a server is left out of some
 * rounds, as in Envoy.
 */
import { bytesOf } from '../hash/bytes.ts';
import { finish, fnv1a } from '../hash/fnv.ts';

/** A server's order of slots: `offset`, then `skip` further each time, round and round. */
export interface Preference {
  offset: number;
  skip: number;
}

/** The preference of a server with this name, for a table with a prime number of slots. */
export function preferenceOf(name: string, slots: number): Preference {
  return { offset: hash(`offset|${name}`) % slots, skip: (hash(`skip|${name}`) % (slots - 1)) + 1 };
}

/** Which server has each slot, as a position among the preferences. The number of slots is prime. */
export function fillSlots(
  preferences: readonly Preference[],
  weights: ArrayLike<number>,
  slots: number,
): Int32Array {
  const owners = new Int32Array(slots).fill(-1);
  const next = Int32Array.from(preferences, ({ offset }) => offset);
  const skips = Int32Array.from(preferences, ({ skip }) => skip);
  const due = new Float64Array(preferences.length);
  const heaviest = Math.max(0, ...Array.from(weights));
  let filled = preferences.length === 0 ? slots : 0;
  for (let round = 1; filled < slots; round++) {
    for (let i = 0; i < next.length && filled < slots; i++) {
      // The heaviest takes part in every round, one a third as heavy in every third.
      if (round * weights[i] < due[i]) continue;
      due[i] += heaviest;
      const skip = skips[i];
      let slot = next[i];
      // No remainder: most of the time goes into these steps.
      while (owners[slot] !== -1) slot = slot + skip < slots ? slot + skip : slot + skip - slots;
      owners[slot] = i;
      next[i] = slot;
      filled++;
    }
  }
  return owners;
}

const hash = (text: string): number => finish(fnv1a(bytesOf(text)));
