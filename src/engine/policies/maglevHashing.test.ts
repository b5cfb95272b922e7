import { describe, expect, it } from 'vitest';
import { createView, pick, setKey, setTried } from '../testing/balancerView.ts';
import { MAGLEV, MAGLEV_PAPER } from '../testing/oracles/hashing.ts';
import { fillSlots, preferenceOf } from './maglev.ts';
import { maglevHashing } from './maglevHashing.ts';

describe('the table', () => {
  const { preferences, slots, without } = MAGLEV_PAPER;

  it('is that of the paper’s example', () => {
    expect(Array.from(fillSlots(preferences, [1, 1, 1], 7))).toEqual(slots);
  });

  it('is that of the paper’s example when a server has gone', () => {
    const left = [0, 2];
    const owners = fillSlots(
      left.map((s) => preferences[s]),
      [1, 1],
      7,
    );
    expect(Array.from(owners, (position) => left[position])).toEqual(without);
  });

  it.each([[[1, 1, 1]], [[3, 1, 1]], [[1, 0.5, 2]]])('has slots for each by weight: %j', (weights) => {
    const slots = 65_537;
    const preferences = weights.map((_, s) => preferenceOf(`s${s}`, slots));
    const owners = fillSlots(preferences, weights, slots);
    const total = weights.reduce((a, b) => a + b);
    weights.forEach((weight, s) => {
      const share = owners.filter((owner) => owner === s).length;
      expect(Math.abs(share - (slots * weight) / total)).toBeLessThan(3);
    });
  });

  it('leaves a light server out of some rounds, as in Envoy', () => {
    // Two servers with the orders 0 1 2 3 4 and 0 2 4 1 3, the second half as heavy: it takes part in every second round.
    // Round 1: slots 0 and 2. Round 2: slot 1 alone (2 x 1 < 4, its target). Round 3: slots 3 and 4.
    const preferences = [
      { offset: 0, skip: 1 },
      { offset: 0, skip: 2 },
    ];
    expect(Array.from(fillSlots(preferences, [2, 1], 5))).toEqual([0, 0, 1, 0, 1]);
  });
});

it.each(MAGLEV)('$key', ({ key, n3, n4, n5 }) => {
  const owners = [3, 4, 5].map((count) => {
    const view = createView(Array(count).fill(1));
    setKey(view, key);
    return pick(maglevHashing, view);
  });
  expect(owners).toEqual([n3, n4, n5]);
});

it('goes on to the next slots for a retry', () => {
  const view = createView([1, 1, 1]);
  setKey(view, 'alice');
  const first = pick(maglevHashing, view);
  setTried(view, [first]);
  const second = pick(maglevHashing, view);
  expect(second).not.toBe(first);
  setTried(view, [first, second]);
  expect([first, second, pick(maglevHashing, view)].sort()).toEqual([0, 1, 2]);
});

it('takes weighted turns for those without a key', () => {
  const view = createView([1, 1]);
  expect([1, 2, 3].map(() => pick(maglevHashing, view))).toEqual([0, 1, 0]);
});
