import { expect, it } from 'vitest';
import { createView, dice, setTried } from '../testing/balancerView.ts';
import { random } from './random.ts';

it('gives each server its stretch of the dice, by weight', () => {
  // Weights 1, 2, 1: up to a quarter the first, up to three quarters the second.
  const view = createView([1, 2, 1]);
  const picks = [0.01, 0.24, 0.26, 0.74, 0.76, 0.99].map((u) => random.pick(view, dice(u)));
  expect(picks).toEqual([0, 0, 1, 1, 2, 2]);
});

it('shares the stretch of a server that was tried among the others', () => {
  const view = createView([1, 2, 1]);
  setTried(view, [1]);
  expect([0.49, 0.51].map((u) => random.pick(view, dice(u)))).toEqual([0, 2]);
});

it('falls on the last server when rounding leaves a hair over', () => {
  const view = createView([0.1, 0.2, 0.3]);
  expect(random.pick(view, dice(1 - 2 ** -53))).toBe(2);
});
