import { expect, it } from 'vitest';
import { createView, pick, setKey, setTried } from '../testing/balancerView.ts';
import { RENDEZVOUS, RENDEZVOUS_SHARES } from '../testing/oracles/hashing.ts';
import { rendezvousHashing } from './rendezvousHashing.ts';

const owner = (weights: number[], key: string): number => {
  const view = createView(weights);
  setKey(view, key);
  return pick(rendezvousHashing, view);
};

it.each(RENDEZVOUS)('$key', ({ key, n2, n3, n4, n5, w3_1_1 }) => {
  expect([2, 3, 4, 5].map((count) => owner(Array(count).fill(1), key))).toEqual([n2, n3, n4, n5]);
  expect(owner([3, 1, 1], key)).toBe(w3_1_1);
});

it('shares keys by weight', () => {
  const view = createView([3, 1, 1]);
  const counts = [0, 0, 0];
  for (let i = 0; i < 20_000; i++) {
    setKey(view, `user${i}`);
    counts[pick(rendezvousHashing, view)]++;
  }
  expect(counts.map((count) => Number((count / 20_000).toFixed(4)))).toEqual(RENDEZVOUS_SHARES);
});

it('sends a retry to the second highest', () => {
  const view = createView([1, 1, 1]);
  setKey(view, 'user2'); // owned by server 1 of three; of servers 0 and 2 alone it is the other list's choice
  setTried(view, [1]);
  const second = pick(rendezvousHashing, view);
  expect(second).not.toBe(1);
  expect(second).toBe(
    pick(rendezvousHashing, Object.assign(createView([1, 1, 1], [0, 2]), { key: view.key, keyLength: 5 })),
  );
});

it('takes weighted turns for those without a key', () => {
  const view = createView([1, 1]);
  expect([1, 2, 3].map(() => pick(rendezvousHashing, view))).toEqual([0, 1, 0]);
});
