/** What it costs when a server comes or goes: which share of the keys moves, and where to. */
import { describe, expect, it } from 'vitest';
import { createView, dice, setKey } from '../testing/balancerView.ts';
import { REMAPPED } from '../testing/oracles/hashing.ts';
import type { PolicyId } from './index.ts';
import { policyOf } from './policyOf.ts';
import { createTableCache, tableFor } from './tables.ts';

/** Who gets user0, user1, … when these of `count` servers can be chosen; all of them if none are named. */
function ownersOf(id: PolicyId, keys: number, count: number, usable?: number[]): Int32Array {
  const policy = policyOf(id);
  const view = createView(Array(count).fill(1), usable);
  const table = tableFor(createTableCache(), policy, view, 0);
  const draw = dice(0.5);
  const owners = new Int32Array(keys);
  for (let i = 0; i < keys; i++) {
    setKey(view, `user${i}`);
    owners[i] = policy.pick(view, draw, table);
  }
  return owners;
}

const rounded = (share: number, digits = 4): number => Number(share.toFixed(digits));

describe.each(REMAPPED)('$policy, $from to $to servers', (vector) => {
  const { policy, from, to, keys } = vector;
  const before = ownersOf(policy, keys, from);
  const after = ownersOf(policy, keys, to);

  it(`moves ${vector.moved} of the keys`, () => {
    expect(rounded(before.filter((owner, i) => owner !== after[i]).length / keys)).toBe(vector.moved);
  });

  if (policy === 'consistent-hashing' || policy === 'rendezvous-hashing') {
    it('moves keys to the new server only', () => {
      expect(before.filter((owner, i) => owner !== after[i] && after[i] !== to - 1)).toHaveLength(0);
    });

    it('loads the servers nearly alike', () => {
      const counts = Array.from({ length: from }, (_, s) => before.filter((owner) => owner === s).length);
      expect(rounded((Math.max(...counts) * from) / keys, 3)).toBe(vector.busiest);
      if ('idlest' in vector) expect(rounded((Math.min(...counts) * from) / keys, 3)).toBe(vector.idlest);
    });
  }

  if ('slots' in vector) {
    it('gives every server as many slots', () => {
      const slots = policyOf('maglev-hashing').table?.build(listOf(from)) as Int32Array;
      const counts = Array.from({ length: from }, (_, s) => slots.filter((owner) => owner === s).length);
      expect([Math.min(...counts), Math.max(...counts)]).toEqual(vector.slots);
    });
  }
});

const listOf = (count: number) => ({
  servers: Int32Array.from({ length: count }, (_, s) => s),
  weights: new Float64Array(count).fill(1),
  names: null,
});

describe.each([2, 3, 4, 5, 8, 10])('when one of %i servers dies', (count) => {
  const dead = count - 2;
  const others = Array.from({ length: count }, (_, s) => s).filter((s) => s !== dead);

  it.each(['hash-modulo', 'consistent-hashing', 'rendezvous-hashing'] as const)(
    '%s moves its keys alone, and moves them back when it returns',
    (id) => {
      const before = ownersOf(id, 20_000, count);
      const after = ownersOf(id, 20_000, count, others);
      expect(before.filter((owner, i) => (owner === dead) !== (owner !== after[i]))).toHaveLength(0);
      // 1/N of the keys; the ring is uneven by up to a quarter with so few servers.
      const moved = before.filter((owner) => owner === dead).length / 20_000;
      expect(Math.abs(moved * count - 1)).toBeLessThan(id === 'consistent-hashing' ? 0.25 : 0.06);
      expect(ownersOf(id, 20_000, count)).toEqual(before);
    },
  );
});
