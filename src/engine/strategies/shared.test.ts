/** One store for all: any server will do. */
import { describe, expect, it } from 'vitest';
import type { Intervention } from '../intervention.ts';
import type { Scenario } from '../scenario.ts';
import { record } from '../testing/record.ts';
import { tinyScenario } from '../testing/scenarios.ts';

function servers(strategy: Scenario['sessions']['strategy'], people = 10): Scenario {
  return tinyScenario({
    people: { count: people, think: { kind: 'exponential', meanMs: 500 } },
    servers: { count: 3, workers: 20 },
    sessions: { strategy },
    hops: { userMs: 100, serverMs: 1 },
  });
}

const toShared = (atMs: number): Intervention => ({ atMs, do: 'set-strategy', strategy: 'shared' });
const toMemory = (atMs: number): Intervention => ({ atMs, do: 'set-strategy', strategy: 'memory' });

describe('shared', () => {
  it('refuses nobody, though everybody is served by all servers', () => {
    const { answers, simulation } = record(servers('shared'), 30_000);
    expect(answers.every((a) => a.status === 200)).toBe(true);
    expect(new Set(answers.filter((a) => a.user === 0).map((a) => a.server)).size).toBe(3);
    expect(simulation.world.stores.shelfCount[0]).toBe(10);
  });
});

describe.each(['memory', 'sticky'] as const)('switched on after %s', (before) => {
  it('refuses nobody who is looked for after the switch', () => {
    const { answers, simulation } = record(servers(before), 30_000, [toShared(10_000)]);
    // The balancer, the server and its look at the shelf come within 101 ms of birth.
    const later = answers.filter((a) => a.bornMs + 101 > 10_000 && a.kind !== 'login');
    expect(later.length).toBeGreaterThan(150);
    expect(later.every((a) => a.status === 200)).toBe(true);
    expect(simulation.world.stores.shelfCount[0]).toBe(10);
  });

  it('carries a session whose cookie is still on its way', () => {
    // One server, one person with a constant pause: login 1000, on the server at 1101, done at 1111, back at 1212.
    const scenario = servers(before, 1);
    scenario.people.think = { kind: 'constant', meanMs: 1000 };
    const { answers } = record(scenario, 5000, [toShared(1150)]);
    expect(answers.map((a) => a.status)).toEqual([200, 200, 200, 200]);
  });
});

describe('switched to and fro', () => {
  it('never keeps two records of a session in the store: the newest counts', () => {
    const scenario = tinyScenario({
      people: { count: 1, cartShare: 1 },
      servers: { workers: 5 },
      sessions: { strategy: 'shared' },
      store: { latency: { kind: 'constant', meanMs: 0 } },
    });
    // At 3025 a request that found its session in the store (3020) is still worked on when memory is switched
    // on; it keeps the session on the server, with 2 things in the cart. Shared again, the store takes that.
    const { answers, simulation } = record(scenario, 4500, [toMemory(3025), toShared(3500)]);
    expect(answers.map((a) => [a.status, a.cart])).toEqual([
      [200, 0],
      [200, 1],
      [200, 2],
      [200, 3],
    ]);
    expect(simulation.world.stores.shelfCount[0]).toBe(1);
    expect(simulation.world.servers.shelfCount[0]).toBe(0);
  });

  it('carries nothing into a dead store', () => {
    const scenario = servers('memory', 4);
    const { simulation } = record(scenario, 10_500, [{ atMs: 9000, do: 'kill-store' }, toShared(10_000)]);
    expect(simulation.world.stores.shelfCount[0]).toBe(0);
    expect(simulation.world.records.used).toBeGreaterThanOrEqual(4);
  });
});
