import { describe, expect, it } from 'vitest';
import { createSimulation } from './simulation.ts';
import { copyWorld, fingerprint, sizeOfWorld } from './snapshot.ts';
import { tinyScenario } from './testing/scenarios.ts';

function someWorld() {
  const simulation = createSimulation({
    scenario: tinyScenario({ people: { count: 3 }, servers: { count: 2 } }),
    seed: 1,
    interventions: [],
  });
  simulation.runUntil(5000);
  return simulation.world;
}

describe('a copy of a world', () => {
  it('is equal and shares nothing', () => {
    const world = someWorld();
    const copy = copyWorld(world);
    expect(copy).toEqual(world);
    const shared: string[] = [];
    const compare = (a: unknown, b: unknown, path: string): void => {
      if (typeof a !== 'object' || a === null) return;
      if (a === b) shared.push(path);
      if (ArrayBuffer.isView(a)) {
        if (a.buffer === (b as typeof a).buffer) shared.push(path);
        return;
      }
      for (const key in a) {
        compare((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key], `${path}.${key}`);
      }
    };
    compare(world, copy, 'world');
    expect(shared).toEqual([]);
  });

  it('takes about as much memory as its columns', () => {
    // One column alone: the times of the 256 events the queue has room for, 8 bytes each.
    const world = someWorld();
    expect(sizeOfWorld(world)).toBeGreaterThan(world.queue.timeMs.byteLength);
    expect(sizeOfWorld(world)).toBeLessThan(40_000);
  });
});

describe('a fingerprint', () => {
  it('sees every single number', () => {
    const world = someWorld();
    const before = fingerprint(world);
    world.requests.luck[3] += Number.EPSILON;
    const after = fingerprint(world);
    expect(after).toMatch(/^[0-9a-f]{16}$/);
    expect(after).not.toBe(before);
    world.requests.luck[3] -= Number.EPSILON;
    expect(fingerprint(world)).toBe(before);
  });

  it('sees words and 0 against -0', () => {
    const world = someWorld();
    const prints = new Set([fingerprint(world)]);
    world.settings.policy = 'random';
    prints.add(fingerprint(world));
    world.servers.sinceMs[0] = -0;
    prints.add(fingerprint(world));
    expect(prints.size).toBe(3);
  });
});
