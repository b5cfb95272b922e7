import { describe, expect, it } from 'vitest';
import { hostAndPort, nameOfServer } from '../addresses.ts';
import { createView, pick, setKey, setTried, setUsable } from '../testing/balancerView.ts';
import { RING, RING_POINTS } from '../testing/oracles/hashing.ts';
import { consistentHashing } from './consistentHashing.ts';
import { pointAt, pointsOf, ringOf } from './ring.ts';

const listOf = (weights: number[]) => ({
  servers: Int32Array.from(weights, (_, i) => i),
  weights: Float64Array.from(weights),
  names: null,
});

describe('consistent hashing picks as nginx does', () => {
  it('with the same points for a server', () => {
    expect(Array.from(pointsOf(hostAndPort(nameOfServer(0)), RING_POINTS.length))).toEqual(RING_POINTS);
  });

  it.each(RING)('for $key', ({ key, n2, n3, n4, n5 }) => {
    const owners = [2, 3, 4, 5].map((count) => {
      const view = createView(Array(count).fill(1));
      setKey(view, key);
      return pick(consistentHashing, view);
    });
    expect(owners).toEqual([n2, n3, n4, n5]);
  });
});

describe('the ring', () => {
  it('has 160 points for each unit of weight, in order', () => {
    const { points, owners } = ringOf(listOf([1, 3, 0.5]));
    expect([0, 1, 2].map((s) => owners.filter((owner) => owner === s).length)).toEqual([160, 480, 80]);
    for (let i = 1; i < points.length; i++) expect(points[i]).toBeGreaterThan(points[i - 1]);
  });

  it('is made of the names that the configuration has for the servers', () => {
    const ring = (names: string[] | null) => ringOf({ ...listOf([1, 1]), names });
    expect(ring(['10.0.0.1:8080', '10.0.0.2:8080'])).toEqual(ring(null));
    expect(ring(['10.0.0.1:8080'])).toEqual(ring(null)); // the second has its usual name
    expect(ring(['a:1', 'b:1']).points).not.toEqual(ring(null).points);
    expect(ring(['a:1', 'b:1']).points).toEqual(ring(['b:1', 'a:1']).points);
  });

  it('begins again after its last point', () => {
    const ring = ringOf(listOf([1, 1]));
    const last = ring.points.length - 1;
    expect(pointAt(ring, 0)).toBe(0);
    expect(pointAt(ring, ring.points[5])).toBe(5); // a point belongs to itself
    expect(pointAt(ring, ring.points[5] + 1)).toBe(6);
    expect(pointAt(ring, ring.points[last] + 1)).toBe(0);
  });

  it('keeps proportions when weights would need too many points', () => {
    const { owners } = ringOf(listOf([1000, 3000]));
    const light = owners.filter((owner) => owner === 0).length;
    expect(owners.length).toBeLessThanOrEqual(262_144);
    expect(light / owners.length).toBeCloseTo(0.25, 3);
  });
});

it('goes on along the ring past servers that are out or were tried', () => {
  const list = listOf([1, 1, 1, 1]);
  const { owners } = ringOf(list);
  const view = createView([1, 1, 1, 1]);
  setKey(view, 'bob');
  const first = pick(consistentHashing, view);
  const at = pointAt(ringOf(list), 0xf5cbb140); // the checksum of bob
  expect(owners[at]).toBe(first);
  const next = owners.slice(at).find((owner) => owner !== first) as number;
  setTried(view, [first]);
  expect(pick(consistentHashing, view)).toBe(next);
  setTried(view, []);
  setUsable(
    view,
    [0, 1, 2, 3].filter((s) => s !== first),
  );
  expect(pick(consistentHashing, view)).toBe(next);
});

it('gives up after 21 points and takes weighted turns', () => {
  const view = createView(Array(300).fill(1), [5, 6]);
  setKey(view, 'alice');
  const { owners } = ringOf(listOf(Array(300).fill(1)));
  const at = pointAt(ringOf(listOf(Array(300).fill(1))), 0x278ebc47);
  expect(Array.from(owners.slice(at, at + 21)).some((owner) => owner === 5 || owner === 6)).toBe(false);
  expect([1, 2, 3].map(() => pick(consistentHashing, view))).toEqual([5, 6, 5]);
});
