import { expect, it } from 'vitest';
import { createView, dice, letter, pick, setTried, setUsable } from '../testing/balancerView.ts';
import { random } from './random.ts';

it('gives each server its stretch of the dice, by weight', () => {
  // Weights 1, 2, 1: up to a quarter the first, up to three quarters the second.
  const view = createView([1, 2, 1]);
  const picks = [0.01, 0.24, 0.26, 0.74, 0.76, 0.99].map((u) => pick(random, view, dice(u)));
  expect(picks).toEqual([0, 0, 1, 1, 2, 2]);
});

it('draws again for a server that was tried or is out', () => {
  const view = createView([1, 1, 1, 1], [0, 1, 3]);
  setTried(view, [1]);
  // Quarters: b was tried, c is out, d will do.
  expect(pick(random, view, dice(0.3, 0.6, 0.3, 0.9))).toBe(3);
});

it('takes a weighted turn after 21 draws in vain', () => {
  const view = createView([1, 3, 1], [1, 2]);
  const draws = [...Array(21).fill(0.1), 0.9]; // the 22nd would fall on c
  expect([1, 2, 3, 4].map(() => letter(pick(random, view, dice(...draws)))).join(' ')).toBe('b b c b');
  setUsable(view, [0, 1, 2]);
  expect(pick(random, view, dice(...draws))).toBe(0);
});

it('falls on the last server when rounding leaves a hair over', () => {
  const view = createView([0.1, 0.2, 0.3]);
  expect(pick(random, view, dice(1 - 2 ** -53))).toBe(2);
});
