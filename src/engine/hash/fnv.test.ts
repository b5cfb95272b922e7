import { expect, it } from 'vitest';
import { FNV } from '../testing/oracles/hashing.ts';
import { bytesOf } from './bytes.ts';
import { finish, fnv1a } from './fnv.ts';

it.each(FNV)('of "$text"', ({ text, fnv1a: expected, finished }) => {
  const fnv = fnv1a(bytesOf(text));
  expect(fnv >>> 0).toBe(expected);
  expect(finish(fnv)).toBe(finished);
});

it('goes on from what came before', () => {
  expect(fnv1a(bytesOf('|s0'), 3, fnv1a(bytesOf('alice')))).toBe(fnv1a(bytesOf('alice|s0')));
});
