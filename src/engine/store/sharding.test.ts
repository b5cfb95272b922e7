/** Shards of the store: where ids lead, and whom a new shard logs out. */
import { describe, expect, it } from 'vitest';
import { uniform } from '../random/streams.ts';
import { createSimulation } from '../simulation.ts';
import { placeOfNode } from '../state/sessions.ts';
import { contents } from '../testing/checkWorld.ts';
import { record } from '../testing/record.ts';
import { tinyScenario } from '../testing/scenarios.ts';
import { shardOfId } from './sharding.ts';
import { MOST_SHARDS, SHARDINGS } from './shardings.ts';

type Way = (typeof SHARDINGS)[number] | 'slots';
const WAYS: Way[] = [...SHARDINGS, 'slots'];

const IDS = Array.from({ length: 20_000 }, (_, i) => uniform(5, i, 0));

const storeOf = (way: Way) => ({
  ...tinyScenario().store,
  ...(way === 'slots' ? { kind: 'redis-cluster' as const } : { sharding: way }),
});

/** Share of ids that lead to another shard when there is one more than `count`. */
function shareMoved(way: Way, count: number): number {
  const store = storeOf(way);
  return (
    IDS.filter((id) => shardOfId(store, count, id) !== shardOfId(store, count + 1, id)).length / IDS.length
  );
}

describe.each(WAYS)('by %s', (way) => {
  it('every shard gets its share', () => {
    for (let count = 1; count <= MOST_SHARDS; count++) {
      const sizes = new Array<number>(count).fill(0);
      for (const id of IDS) sizes[shardOfId(storeOf(way), count, id)]++;
      // A ring of 160 points for each is off by one part in 1/sqrt(160), about 8 %; three of these are allowed.
      const off = way === 'consistent' ? 0.25 : 0.05;
      for (const size of sizes) expect(Math.abs((size * count) / IDS.length - 1)).toBeLessThan(off);
    }
  });

  it.each([2, 3, 5])('a shard more than %i moves what it must, by the rule of the way', (count) => {
    const share = way === 'modulo' ? count / (count + 1) : 1 / (count + 1);
    expect(Math.abs(shareMoved(way, count) - share)).toBeLessThan(way === 'consistent' ? 0.05 : 0.02);
  });
});

/** 300 people log in, and 10 s later there is a shard more than three. */
function grown(way: Way, seed = 1) {
  const scenario = tinyScenario({
    people: { count: 300, think: { kind: 'exponential', meanMs: 1000 } },
    servers: { count: 2, workers: 200 },
    sessions: { strategy: 'shared' },
    store: { ...storeOf(way), shards: 3 },
  });
  return record(scenario, 20_000, [{ atMs: 10_000, do: 'add-shard' }], seed);
}

describe('a shard more than three', () => {
  it.each([
    ['modulo', 3 / 4],
    ['consistent', 1 / 4],
    ['slots', 0],
  ] as const)('logs out, by %s, %d of all people', (way, share) => {
    const { answers, happenings } = grown(way);
    const out = new Set(answers.filter((a) => a.status === 401 && a.atMs > 10_000).map((a) => a.user));
    // Five standard errors of a share among 300.
    expect(Math.abs(out.size / 300 - share)).toBeLessThan(way === 'consistent' ? 0.16 : 0.13);
    if (share === 0) expect(out.size).toBe(0);
    const told = happenings.find((h) => h.what === 'shard-added');
    expect(told).toMatchObject({ atMs: 10_000, by: 0 });
    if (told?.what === 'shard-added') {
      // Not everybody asks again within ten seconds, and who is on the way with a login is counted too.
      expect(Math.abs(told.astray - out.size)).toBeLessThan(12);
      expect(told.moved > 0).toBe(way === 'slots');
    }
  });

  it('is the reason that refusals name', () => {
    const { causes } = grown('modulo');
    const chain = causes.find((c) => c.some(({ code }) => code === 'resharded')) ?? [];
    expect(chain.at(-1)).toMatchObject({ code: 'resharded', atMs: 10_000, by: 0 });
  });

  it('empties nobody else: each session is on one shard', () => {
    const { simulation } = grown('slots');
    const { world } = simulation;
    const all = [0, 1, 2, 3].flatMap((n) => contents(world, placeOfNode(n)).split(',').filter(Boolean));
    expect(all.length).toBe(300);
    expect(new Set(all).size).toBe(300);
  });
});

describe('a dead shard', () => {
  const scenario = (fullCoverage: boolean) =>
    tinyScenario({
      people: { count: 90, think: { kind: 'exponential', meanMs: 1000 } },
      servers: { count: 2, workers: 200 },
      sessions: { strategy: 'shared' },
      store: {
        ...tinyScenario().store,
        kind: 'redis-cluster',
        shards: 3,
        whenDown: 'fail',
        cluster: { nodeTimeoutMs: 2000, failoverMs: 500, fullCoverage },
      },
    });

  function shareFailing(fullCoverage: boolean, fromMs: number): number {
    const { answers } = record(scenario(fullCoverage), 20_000, [{ atMs: 8000, do: 'kill-store', node: 1 }]);
    const late = answers.filter((a) => a.bornMs > fromMs);
    return late.filter((a) => a.status === 500).length / late.length;
  }

  it('fails its own people, and, where a cluster wants all slots covered, everybody', () => {
    expect(shareFailing(false, 12_000)).toBeGreaterThan(0.15);
    expect(shareFailing(false, 12_000)).toBeLessThan(0.7);
    expect(shareFailing(true, 12_000)).toBe(1);
  });

  it('is led by its copy after the node timeout and an election, where it has one', () => {
    const one = scenario(true);
    const simulation = createSimulation({
      scenario: { ...one, store: { ...one.store, replicas: 1 } },
      seed: 1,
      interventions: [{ atMs: 8000, do: 'kill-store', node: 2 }],
    });
    const led: [number, number][] = [];
    simulation.observe({
      happened: ({ nowMs }, h) => {
        if (h.what === 'store-leader') led.push([nowMs, h.place]);
      },
    });
    simulation.runUntil(20_000);
    expect(led).toEqual([[10_500, placeOfNode(3)]]);
  });
});
