import { expect, it } from 'vitest';
import { createView, letter, pick, setTried, setUsable } from '../testing/balancerView.ts';
import { roundRobin } from './roundRobin.ts';

const picks = (view: ReturnType<typeof createView>, count: number): string =>
  Array.from({ length: count }, () => letter(pick(roundRobin, view))).join(' ');

it('goes round in list order, whatever the weights', () => {
  expect(picks(createView([5, 1, 1]), 7)).toBe('a b c a b c a');
});

it('neither skips nor repeats anybody when a server leaves and comes back', () => {
  const view = createView([1, 1, 1, 1]);
  expect(picks(view, 2)).toBe('a b');
  setUsable(view, [0, 2, 3]); // b, picked last, leaves: c is next all the same
  expect(picks(view, 4)).toBe('c d a c');
  setUsable(view, [0, 1, 2, 3]);
  expect(picks(view, 3)).toBe('d a b');
});

it('takes the next server for a retry, and goes on after it', () => {
  const view = createView([1, 1, 1]);
  expect(picks(view, 1)).toBe('a');
  setTried(view, [1]);
  expect(picks(view, 1)).toBe('c');
  setTried(view, []);
  expect(picks(view, 2)).toBe('a b');
});
