import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSimulation, type Run } from '../engine/simulation.ts';
import type { World } from '../engine/state/world.ts';
import { arbitraryRun } from '../engine/testing/arbitraries.ts';
import { tinyScenario } from '../engine/testing/scenarios.ts';
import { countIn } from '../timeline/history.ts';
import { createTimeline } from '../timeline/timeline.ts';
import { stretchStory } from './stretchStory.ts';

/** When each answer was settled that has arrived by a time, by watching the whole run. */
function settledTimes(run: Run, untilMs: number): Map<number, number> {
  const under = new Map<number, number>();
  const settled = new Map<number, number>();
  const simulation = createSimulation(run);
  const settle = ({ requests, nowMs }: World, r: number) => under.set(requests.serial[r], nowMs);
  simulation.observe({
    decided: settle,
    happened: (world, happening) => {
      if (happening.what === 'gave-up') settle(world, happening.request);
    },
    finished({ requests, nowMs }, r) {
      const serial = requests.serial[r];
      settled.set(serial, under.get(serial) ?? nowMs);
    },
  });
  simulation.runUntil(untilMs);
  return settled;
}

describe('the story of a stretch', () => {
  it('tells what happened in it, in a world with exact times', () => {
    const run: Run = {
      scenario: tinyScenario({
        people: { pagesPerVisit: 2, cartShare: 1 },
        balancer: { health: { intervalMs: 1e9, timeoutMs: 1000, fall: 1, rise: 1 } },
      }),
      seed: 1,
      interventions: [{ atMs: 2500, do: 'kill-server', server: 0 }],
    };
    const timeline = createTimeline(run);
    timeline.goTo(6000);
    // Login at 1000 and cart at 2010, each answered 10 ms later; the server dies at 2500, the cart at 3020 fails.
    const first = stretchStory(timeline, 1000, 2000);
    first.go();
    expect(first.story).toMatchObject({ ok: 1, refused: 0, failed: 0, changes: [], told: [] });
    expect(first.story.slowest.map(({ atMs, responseMs, serial }) => [atMs, responseMs, serial])).toEqual([
      [1010, 10, 1],
    ]);
    const [server] = first.story.servers;
    expect(server).toMatchObject({ server: 0, answers: 1 });
    expect(server.share).toBeGreaterThan(0);
    expect(server.share).toBeLessThanOrEqual(0.01);

    const second = stretchStory(timeline, 2000, 3000);
    second.go();
    expect(second.story.ok).toBe(1);
    expect(second.story.changes.map((change) => change.what)).toContain('server-state');
    expect(second.story.changes.every(({ atMs }) => atMs > 2000 && atMs <= 3000)).toBe(true);

    const third = stretchStory(timeline, 3000, 4000);
    third.go();
    expect(third.story.failed).toBeGreaterThan(0);
    expect(third.story.told[0].causes.length).toBeGreaterThan(0);
    expect(third.story.servers).toEqual([]);
  });

  it('counts what the history counts, and has a reason for every answer that it tells', () => {
    let seen = 0;
    fc.assert(
      fc.property(
        arbitraryRun(fc),
        fc.integer({ min: 0, max: 15 }),
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 0, max: 5000 }),
        (run, first, buckets, playheadMs) => {
          const timeline = createTimeline(run);
          timeline.goTo(5000);
          timeline.goTo(playheadMs);
          const [fromMs, toMs] = [first * 250, Math.min(5000, (first + buckets) * 250)];
          const telling = stretchStory(timeline, fromMs, toMs);
          while (!telling.go(() => false));
          const { story } = telling;
          const settledMs = settledTimes(run, toMs);
          for (const outcome of ['ok', 'refused', 'failed'] as const)
            expect(story[outcome]).toBe(countIn(timeline.history, outcome, fromMs, toMs));
          expect(story.statuses.reduce((all, { count }) => all + count, 0)).toBe(
            story.ok + story.refused + story.failed,
          );
          expect(story.toldCount).toBeGreaterThanOrEqual(story.refused + story.failed);
          for (const { causes, atMs, serial } of story.told) {
            expect(causes[0]?.code).toBe('answered');
            expect(atMs).toBe(settledMs.get(serial));
            expect(atMs).toBeLessThanOrEqual(toMs);
            seen++;
          }
          const explained = story.reasons.map((reason) => reason.count);
          expect(explained.reduce((all, n) => all + n, 0)).toBe(story.explained);
          expect(explained).toEqual([...explained].sort((a, b) => b - a));
          // Where the answer came less than five seconds after it was settled, there is a reason for every one.
          expect(story.explained).toBe(story.toldCount);
          const slow = story.slowest.map(({ responseMs }) => responseMs);
          expect(slow).toEqual([...slow].sort((a, b) => b - a));
          for (const { share } of story.servers) {
            expect(share).toBeGreaterThan(0);
            expect(share).toBeLessThanOrEqual(1);
          }
        },
      ),
      { seed: 1, numRuns: 60 },
    );
    expect(seen, 'answers with a reason').toBeGreaterThan(20);
  });

  it('says what is behind refusals where nothing changes any more, and for how many of them', () => {
    const scenario = tinyScenario({
      people: { count: 5, think: { kind: 'exponential', meanMs: 1000 } },
      servers: { count: 2 },
    });
    const calm = createTimeline({ scenario, seed: 1, interventions: [] });
    const added = createTimeline({ scenario, seed: 1, interventions: [{ atMs: 8000, do: 'add-server' }] });
    const deeds = [calm, added].map((timeline) => {
      timeline.goTo(30_000);
      const telling = stretchStory(timeline, 20_000, 30_000);
      telling.go();
      const { changes, refused, reasons } = telling.story;
      expect(changes).toEqual([]);
      expect(refused).toBeGreaterThan(10);
      return reasons.map(({ deed, count }) => [deed?.code, deed?.atMs, count > 0]);
    });
    // Two servers that do not know each other's logins are enough.
    expect(deeds[0]).toEqual([[undefined, undefined, true]]);
    expect(deeds[1]).toContainEqual(['server-added', 8000, true]);
    expect(deeds[1]).toContainEqual([undefined, undefined, true]);
  });

  it('ends where the run is known no further, and moves no playhead', () => {
    const timeline = createTimeline({ scenario: tinyScenario(), seed: 1, interventions: [] });
    timeline.goTo(2400);
    const { world } = timeline;
    const telling = stretchStory(timeline, 2000, 3000);
    expect(telling.go()).toBe(true);
    expect(telling.story.untilMs).toBe(2400);
    expect(timeline.world).toBe(world);
    const later = stretchStory(timeline, 8000, 9000);
    expect(later.go()).toBe(true);
    expect(later.story).toMatchObject({ untilMs: 8000, ok: 0, servers: [] });
  });
});
