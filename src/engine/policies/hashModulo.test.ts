import { describe, expect, it } from 'vitest';
import { bytesOf } from '../hash/bytes.ts';
import { createView, pick, setKey, setUsable } from '../testing/balancerView.ts';
import { HASH_MODULO } from '../testing/oracles/hashing.ts';
import { hashModulo, keyNumber } from './hashModulo.ts';

describe('hash modulo picks as nginx does', () => {
  it.each(HASH_MODULO)('for $key', ({ key, number, n3, n4, n5 }) => {
    expect(keyNumber(bytesOf(key), key.length, 0)).toBe(number);
    const owners = [3, 4, 5].map((count) => {
      const view = createView(Array(count).fill(1));
      setKey(view, key);
      return pick(hashModulo, view);
    });
    expect(owners).toEqual([n3, n4, n5]);
  });

  it.each(HASH_MODULO)('for $key, hashing again when a server is out: $rehash3', ({ key, rehash3 }) => {
    for (const out of [[0], [1], [2], [0, 1], [0, 2], [1, 2]]) {
      const view = createView([1, 1, 1]);
      setKey(view, key);
      setUsable(
        view,
        [0, 1, 2].filter((s) => !out.includes(s)),
      );
      const expected = rehash3.find((s) => !out.includes(s));
      if (expected !== undefined) expect(pick(hashModulo, view), `without ${out}`).toBe(expected);
    }
  });
});

it('writes 1, 2, … 20 before the key for further hashes', () => {
  for (const nth of [1, 9, 10, 20]) {
    const whole = bytesOf(`${nth}alice`);
    expect(keyNumber(bytesOf('alice'), 5, nth)).toBe(keyNumber(whole, whole.length, 0));
  }
});

it('gives heavier servers more of the remainders', () => {
  // alice has 10126, and 10126 % 7 = 4: the first with the weights 5, 1, 1, the second with 1, 5, 1.
  for (const [weights, owner] of [
    [[5, 1, 1], 0],
    [[1, 5, 1], 1],
    [[3, 1, 3], 2],
  ] as const) {
    const view = createView([...weights]);
    setKey(view, 'alice');
    expect(pick(hashModulo, view)).toBe(owner);
  }
});

it('takes weighted turns for those without a key', () => {
  const view = createView([2, 1]);
  expect([1, 2, 3, 4, 5, 6].map(() => pick(hashModulo, view))).toEqual([0, 1, 0, 0, 1, 0]);
});
