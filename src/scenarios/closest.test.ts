import { expect, it } from 'vitest';
import { closest } from './closest.ts';

const known = ['strategy', 'idle', 'connectTimeout', 'kill-server', 'kill-store', 'at', 'do'];

it.each([
  ['strategie', 'strategy'],
  ['stratgey', 'strategy'],
  ['idleMs', 'idle'],
  ['connect_timeout', 'connectTimeout'],
  ['killServer', 'kill-server'],
  ['kill-servr', 'kill-server'],
  ['od', 'do'],
])('%s is close to %s', (word, expected) => {
  expect(closest(word, known)).toBe(expected);
});

it.each(['session', 'capacity', '', 'x'.repeat(100_000)])('nothing is close to %.10s', (word) => {
  expect(closest(word, known)).toBeUndefined();
});
