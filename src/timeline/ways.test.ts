/** Where the time of the last answers went. */
import { expect, it } from 'vitest';
import { tinyScenario } from '../engine/testing/scenarios.ts';
import { SCENARIOS } from '../scenarios/library/index.ts';
import { createTimeline, type Timeline } from './timeline.ts';
import { recentWays } from './ways.ts';

function at(timeline: Timeline, timeMs: number): ReturnType<typeof recentWays> {
  timeline.goTo(timeMs);
  return recentWays(timeline.recent, timeline.nowMs);
}

it('adds up to what one page takes: ways, store, work, and waiting for the one before', () => {
  const scenario = tinyScenario({
    people: { count: 2 },
    hops: { userMs: 30, serverMs: 2 },
    store: { latency: { kind: 'constant', meanMs: 5 } },
    service: { page: { kind: 'constant', meanMs: 100 }, login: { kind: 'constant', meanMs: 100 } },
    sessions: { strategy: 'shared' },
  });
  const ways = at(createTimeline({ scenario, seed: 1, interventions: [] }), 1500);
  // Both log in at once, and the second waits for the one worker: 100 ms of work and 5 ms for the store.
  expect(ways).toEqual({
    count: 2,
    meanMs: 64 + 105 + 105 / 2,
    parts: { client: 60, inside: 4, store: 5, copies: 0, work: 100, waiting: 105 / 2 },
  });
});

it('is not there before the first answer, and speaks of the last seconds alone', () => {
  const timeline = createTimeline({ scenario: tinyScenario(), seed: 1, interventions: [] });
  expect(at(timeline, 500)).toBeNull();
  expect(at(timeline, 100_000)?.count).toBe(5);
});

it.each(['three-servers', 'shared-store', 'busy-crowd'] as const)(
  'adds up in the scenario %s, whichever way the moment was reached',
  (id) => {
    const run = { scenario: SCENARIOS[id], seed: 7, interventions: [] };
    const forward = at(createTimeline(run), 20_000);
    const timeline = createTimeline(run);
    timeline.goTo(40_000);
    expect(at(timeline, 20_000)).toEqual(forward);
    const { parts, meanMs, count } = forward ?? { parts: {}, meanMs: Number.NaN, count: 0 };
    expect(count).toBeGreaterThan(10);
    expect(Object.values(parts).reduce((a, b) => a + b, 0)).toBeCloseTo(meanMs, 6);
  },
);
