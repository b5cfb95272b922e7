import { describe, expect, it } from 'vitest';
import { crc32 } from '../hash/crc32.ts';
import { createView, pick, setInFlight, setKey, setTried } from '../testing/balancerView.ts';
import { HOT_KEY, LOAD_LIMITS, RING } from '../testing/oracles/hashing.ts';
import { boundedLoadHashing, mostInFlight } from './boundedLoadHashing.ts';
import { pointAt, ringOf } from './ring.ts';
import { sharesOf } from './shares.ts';

const listOf = (weights: number[]) => ({
  servers: Int32Array.from(weights, (_, i) => i),
  weights: Float64Array.from(weights),
  names: null,
});

/** The order in which the servers follow each other on the ring, seen from a key. */
function orderFrom(key: string, servers: number): number[] {
  const ring = ringOf(listOf(Array(servers).fill(1)));
  const at = pointAt(ring, crc32(Uint8Array.from(key, (c) => c.charCodeAt(0))));
  const order = new Set<number>();
  for (let i = 0; order.size < servers; i++) order.add(ring.owners[(at + i) % ring.owners.length]);
  return [...order];
}

/** A key from which the servers follow each other in this order. */
function keyFor(order: number[]): string {
  for (let i = 0; ; i++) if (orderFrom(`key${i}`, order.length).join() === order.join()) return `key${i}`;
}

describe('the most that a server may have', () => {
  it.each(LOAD_LIMITS)(
    'is $most with $inFlight in flight, weights $weights',
    ({ inFlight, weights, most }) => {
      const view = createView(weights);
      setInFlight(view, inFlight);
      const shares = sharesOf(listOf(weights));
      expect(weights.map((_, s) => mostInFlight(view, shares, s))).toEqual(most);
    },
  );

  it('adds up to the factor times all requests', () => {
    const view = createView([3, 1, 2]);
    view.settings = { ...view.settings, loadFactor: 150 };
    setInFlight(view, [40, 30, 29]);
    const shares = sharesOf(listOf([3, 1, 2]));
    const most = [0, 1, 2].map((s) => mostInFlight(view, shares, s));
    expect(most).toEqual([75, 25, 50]); // 150 % of 100, in halves, sixths and thirds
  });
});

describe('bounded-load hashing', () => {
  it('spreads one hot key over the servers in the order of the ring', () => {
    const { order, picks, inFlight } = HOT_KEY;
    const view = createView(order.map(() => 1));
    setKey(view, keyFor(order));
    const found = picks.map(() => {
      const picked = pick(boundedLoadHashing, view);
      setInFlight(
        view,
        Array.from(view.inFlight, (n, s) => n + Number(s === picked)),
      );
      return picked;
    });
    expect(found).toEqual(picks);
    expect(Array.from(view.inFlight)).toEqual(inFlight);
  });

  it.each(RING)('is consistent hashing while nobody is full: $key', ({ key, n3, n5 }) => {
    for (const [count, owner] of [
      [3, n3],
      [5, n5],
    ]) {
      const view = createView(Array(count).fill(1));
      setInFlight(view, Array(count).fill(3));
      setKey(view, key);
      expect(pick(boundedLoadHashing, view)).toBe(owner);
    }
  });

  it('sends a retry to the next on the ring that has room, and else to the next', () => {
    const view = createView([1, 1, 1]);
    setKey(view, keyFor([2, 0, 1]));
    setTried(view, [2]);
    setInFlight(view, [4, 0, 0]);
    expect(pick(boundedLoadHashing, view)).toBe(1);
    setTried(view, [2, 1]); // only the full one is left
    expect(pick(boundedLoadHashing, view)).toBe(0);
  });
});
