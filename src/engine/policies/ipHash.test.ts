import { describe, expect, it } from 'vitest';
import { addressFrom } from '../addresses.ts';
import { createView, letter, pick, setAddress, setTried, setUsable } from '../testing/balancerView.ts';
import { IP_HASH } from '../testing/oracles/hashing.ts';
import { hashOctets, IP_HASH_START, ipHash } from './ipHash.ts';

describe('IP hash picks as nginx does', () => {
  it.each(IP_HASH)('for $ip', ({ ip, hash, n2, n3, n4, w5_1_1 }) => {
    expect(hashOctets(IP_HASH_START, addressFrom(ip))).toBe(hash);
    const owner = (weights: number[]) => {
      const view = createView(weights);
      setAddress(view, ip);
      return pick(ipHash, view);
    };
    expect([owner([1, 1]), owner([1, 1, 1]), owner([1, 1, 1, 1])]).toEqual([n2, n3, n4]);
    expect(owner([5, 1, 1])).toBe(w5_1_1);
  });

  it.each(IP_HASH)('for $ip, hashing again when a server is out: $rehash3', ({ ip, rehash3 }) => {
    for (const out of [[], [0], [1], [2], [0, 1], [0, 2], [1, 2]]) {
      const view = createView([1, 1, 1]);
      setAddress(view, ip);
      setUsable(
        view,
        [0, 1, 2].filter((s) => !out.includes(s)),
      );
      const expected = rehash3.find((s) => !out.includes(s));
      if (expected !== undefined) expect(pick(ipHash, view), `without ${out}`).toBe(expected);
    }
  });
});

it('sends everybody of a network of 256 addresses to one server', () => {
  const view = createView([1, 1, 1, 1, 1]);
  const picked = new Set<number>();
  for (let host = 0; host < 256; host++) {
    setAddress(view, `198.51.100.${host}`);
    picked.add(pick(ipHash, view));
  }
  expect(picked.size).toBe(1);
});

it('gives up after 21 hashes and takes weighted turns', () => {
  // Of 1000 servers of weight 1 only two can be chosen, which none of the 21 hashes falls on.
  const view = createView(Array(1000).fill(1), [7, 8]);
  setAddress(view, '8.8.8.8');
  expect([1, 2, 3, 4].map(() => pick(ipHash, view))).toEqual([7, 8, 7, 8]);
});

it('sends a retry to the next hash', () => {
  const view = createView([1, 1, 1]);
  setAddress(view, '8.8.8.8'); // c, b, a, …
  expect(letter(pick(ipHash, view))).toBe('c');
  setTried(view, [2]);
  expect(letter(pick(ipHash, view))).toBe('b');
  setTried(view, [2, 1]);
  expect(letter(pick(ipHash, view))).toBe('a');
});
