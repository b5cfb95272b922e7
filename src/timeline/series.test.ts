/** The data of the charts: what a bucket holds, and that it does not depend on the way through a run. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action } from '../engine/intervention.ts';
import { createSimulation, type Run } from '../engine/simulation.ts';
import { isAwaited } from '../engine/state/requests.ts';
import { arbitraryRun, RUN_MS } from '../engine/testing/arbitraries.ts';
import { tinyScenario } from '../engine/testing/scenarios.ts';
import { SCENARIOS } from '../scenarios/library/index.ts';
import { At, AtServer, beginOfBin, middleOfBin, PER_SERVER, quantileOfBins } from './readSeries.ts';
import { BINS, binOf, MOST_BUCKETS, NARROWEST_MS, type Series } from './series.ts';
import { createTimeline, type Timeline } from './timeline.ts';

const seriesOf = ({ series }: Timeline): Series => {
  if (series === null) throw new Error('A timeline should keep a series unless it is told not to.');
  return series;
};

function reached(run: Run, timeMs: number): Timeline {
  const timeline = createTimeline(run);
  timeline.goTo(timeMs);
  return timeline;
}

/** All that is kept, as something that can be compared. */
function kept(timeline: Timeline) {
  const { bucketMs, times, filling, samples } = seriesOf(timeline);
  return {
    bucketMs,
    times: [...times, filling].map((row) => [...row.entries()].filter(([, count]) => count > 0)),
    samples: samples.map((row) => [...row]),
  };
}

const sum = (rows: readonly (readonly number[] | Uint32Array)[]) =>
  rows.reduce((all, row) => all + [...row].reduce((a, b) => a + b, 0), 0);
const counted = (timeline: Timeline) => sum([...seriesOf(timeline).times, seriesOf(timeline).filling]);

const server = (sample: Float64Array, s: number) => {
  const from = At.firstServer + s * PER_SERVER;
  return Object.fromEntries(Object.entries(AtServer).map(([name, at]) => [name, sample[from + at]]));
};

const eventful: Run = {
  scenario: SCENARIOS['three-servers'],
  seed: 5,
  interventions: [
    { atMs: 3000, do: 'kill-server', server: 0 },
    { atMs: 9000, do: 'set-strategy', strategy: 'sticky' },
    { atMs: 14_000, do: 'restart-server', server: 0, graceful: false },
  ],
};

describe('a bucket', () => {
  // The one person logs in at 1 s, and asks again a second after each answer, which takes 250 ms.
  const scenario = tinyScenario({
    service: { page: { kind: 'constant', meanMs: 250 }, login: { kind: 'constant', meanMs: 250 } },
  });
  const run: Run = { scenario, seed: 1, interventions: [] };

  it('holds how things stood at its end, and how long the answers took that came within', () => {
    const timeline = reached(run, 4000);
    const { samples, times, bucketMs } = seriesOf(timeline);
    expect(bucketMs).toBe(NARROWEST_MS);
    expect(samples).toHaveLength(4);
    // When the world was really like this, straight from the engine.
    const simulation = createSimulation(run);
    let before = 0;
    for (const [i, sample] of samples.entries()) {
      simulation.runUntil((i + 1) * NARROWEST_MS);
      const { world } = simulation;
      expect(sample[At.born], `born up to ${world.nowMs}`).toBe(world.totals.born);
      expect(sum([times[i]]), `answers up to ${world.nowMs}`).toBe(world.totals.ok - before);
      before = world.totals.ok;
    }
    expect(before).toBeGreaterThan(1);
    expect([samples[3][At.loggedIn], samples[3][At.left], samples[3][At.servers]]).toEqual([1, 0, 1]);
    expect(server(samples[3], 0)).toMatchObject({ workers: 1, queue: 0, sessions: 1 });
    expect(server(samples[3], 0).busyMs % 250, 'work up to a moment between two requests or within').toBe(
      timeline.world.requests.used === 0 ? 0 : (4000 - timeline.world.servers.busySinceMs[0]) % 250,
    );
    const used = times.flatMap((row) => [...row.keys()].filter((bin) => row[bin] > 0));
    expect(new Set(used)).toEqual(new Set([binOf(250)]));
  });

  it('counts what comes at its very end, and an action of that time', () => {
    const kill: Run = { ...run, interventions: [{ atMs: 3000, do: 'kill-server', server: 0 }] };
    const timeline = reached(kill, 5000);
    expect(server(seriesOf(timeline).samples[2], 0)).toMatchObject({ workers: 0, sessions: 0 });
    expect(seriesOf(timeline).samples.map((sample) => sample[At.sessionsLost])).toEqual([0, 0, 1, 1, 1]);
    const later = reached(run, 5000);
    later.goTo(3000);
    later.act({ do: 'kill-server', server: 0 });
    later.goTo(5000);
    expect(kept(later)).toEqual(kept(timeline));
  });

  it('has the price of all machines, whatever they do, and of the store where it is used', () => {
    const shared: Run = {
      scenario: SCENARIOS['shared-store'],
      seed: 1,
      interventions: [
        { atMs: 1500, do: 'add-server' },
        { atMs: 2500, do: 'set-strategy', strategy: 'memory' },
      ],
    };
    const { samples } = seriesOf(reached(shared, 3000));
    const [before] = samples;
    const each = before[At.serversUsd] / before[At.servers];
    expect(each).toBeGreaterThan(0);
    expect(samples.map((s) => s[At.serversUsd] / each)).toEqual([
      before[At.servers],
      before[At.servers] + 1,
      before[At.servers] + 1,
    ]);
    expect(samples.map((s) => s[At.storeNodes])).toEqual([1, 1, 0]);
  });
});

describe('bins', () => {
  it('keep every time within 1.6 % of their middle', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.25, max: 262_143, noNaN: true }), (ms) => {
        const bin = binOf(ms);
        expect(beginOfBin(bin)).toBeLessThanOrEqual(Math.fround(ms));
        expect(Math.abs(middleOfBin(bin) - ms) / ms).toBeLessThan(0.016);
      }),
      { seed: 1 },
    );
  });

  it('give percentiles within 1.6 % of the exact ones', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.25, max: 200_000, noNaN: true }), { minLength: 1, maxLength: 200 }),
        fc.constantFrom(0, 0.5, 0.95, 0.99, 1),
        (times, q) => {
          const counts = new Uint32Array(BINS);
          for (const ms of times) counts[binOf(ms)]++;
          const exact = [...times].sort((a, b) => a - b)[Math.max(0, Math.ceil(q * times.length) - 1)];
          expect(Math.abs(quantileOfBins(counts, times.length, q) / exact - 1)).toBeLessThan(0.016);
        },
      ),
      { seed: 6 },
    );
    expect(quantileOfBins(new Uint32Array(BINS), 0, 0.5)).toBeNaN();
  });

  it('are in order, and hold what is shorter or longer than any', () => {
    for (let bin = 1; bin < BINS; bin++) expect(beginOfBin(bin)).toBeGreaterThan(beginOfBin(bin - 1));
    expect([0, 0.1, 300_000, 1e9].map(binOf)).toEqual([0, 0, BINS - 1, BINS - 1]);
  });
});

describe('the series', () => {
  it('counts every successful answer once, in random runs and on random ways', () => {
    fc.assert(
      fc.property(
        arbitraryRun(fc),
        fc.array(fc.integer({ min: 0, max: RUN_MS }), { maxLength: 4 }),
        (run, walk) => {
          const timeline = createTimeline(run);
          for (const to of [...walk, RUN_MS]) timeline.goTo(to);
          expect(counted(timeline)).toBe(served(run, RUN_MS));
          expect(kept(timeline)).toEqual(kept(reached(run, RUN_MS)));
        },
      ),
      { seed: 2, numRuns: 40 },
    );
  });

  it('is the same whichever way a moment was reached, by steps and in slices too', () => {
    const straight = kept(reached(eventful, 25_000));
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.integer({ min: 0, max: 25_000 }), fc.constantFrom('on', 'back', 'slice')), {
          minLength: 1,
          maxLength: 12,
        }),
        (walk) => {
          const timeline = createTimeline(eventful);
          for (const step of walk) {
            if (step === 'on') timeline.stepForward(25_000);
            else if (step === 'back') timeline.stepBack();
            else if (step === 'slice') timeline.goTo(25_000, () => false);
            else timeline.goTo(step as number);
          }
          timeline.goTo(25_000);
          expect(kept(timeline)).toEqual(straight);
        },
      ),
      { seed: 3, numRuns: 40 },
    );
  });

  it('is the same by steps alone, in a world where little happens', () => {
    const run: Run = {
      scenario: tinyScenario({ people: { count: 1, think: { kind: 'constant', meanMs: 7300 } } }),
      seed: 1,
      interventions: [],
    };
    const timeline = createTimeline(run);
    while (timeline.nowMs < 40_000) timeline.stepForward(40_000);
    expect(kept(timeline)).toEqual(kept(reached(run, 40_000)));
    expect(seriesOf(timeline).samples).toHaveLength(40);
  });

  it('is that of the new run after acting in the past', () => {
    const actions: Action[] = [
      { do: 'kill-server', server: 1 },
      { do: 'add-server' },
      { do: 'set-strategy', strategy: 'shared' },
    ];
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 20_000 }), fc.constantFrom(...actions)), {
          minLength: 1,
          maxLength: 4,
        }),
        (deeds) => {
          const timeline = reached(eventful, 20_000);
          for (const [atMs, action] of deeds) {
            timeline.goTo(atMs);
            timeline.act(action);
            timeline.goTo(Math.min(25_000, atMs + 7000));
          }
          timeline.goTo(25_000);
          expect(kept(timeline)).toEqual(kept(reached(timeline.run, 25_000)));
        },
      ),
      { seed: 4, numRuns: 30 },
    );
  });

  it('stays bounded over an hour, and is still exact', () => {
    const run: Run = { scenario: SCENARIOS['sticky-three'], seed: 5, interventions: [] };
    const hourMs = 3_600_000;
    const timeline = reached(run, hourMs);
    const { bucketMs, samples, times } = seriesOf(timeline);
    expect(bucketMs).toBe(8000);
    expect(samples.length).toBe(hourMs / bucketMs);
    expect(samples.length).toBeLessThan(MOST_BUCKETS);
    expect(counted(timeline)).toBe(timeline.world.totals.ok);
    expect(samples.at(-1)?.[At.born]).toBe(timeline.world.totals.born);
    // A bucket in the middle is what a run to its two ends says.
    const i = 200;
    expect(sum([times[i]])).toBe(served(run, (i + 1) * bucketMs) - served(run, i * bucketMs));

    // Acting in the past keeps the width, and what is before it.
    const before = kept(timeline);
    timeline.goTo(1_000_123);
    timeline.act({ do: 'kill-server', server: 1 });
    timeline.goTo(1_200_000);
    const after = kept(timeline);
    expect(after.bucketMs).toBe(bucketMs);
    expect(after.samples.slice(0, 125)).toEqual(before.samples.slice(0, 125));
    expect(after.times.slice(0, 125)).toEqual(before.times.slice(0, 125));
    expect(after.samples).toHaveLength(1_200_000 / bucketMs);
    // The same as a fresh run, which has narrower buckets by then, two of which make one of these.
    const fresh = seriesOf(reached(timeline.run, 1_200_000));
    expect(fresh.bucketMs).toBe(bucketMs / 2);
    expect(after.samples.slice(120)).toEqual(
      fresh.samples.filter((_, k) => k % 2 === 1 && k > 240).map((row) => [...row]),
    );
    expect(counted(timeline)).toBe(timeline.world.totals.ok);
  });

  it('has the mean price of the time that became one bucket', () => {
    const run: Run = {
      scenario: SCENARIOS['one-server'],
      seed: 1,
      interventions: [{ atMs: 7500, do: 'add-server' }],
    };
    const narrow = seriesOf(reached(run, 60_000)).samples.map((s) => s[At.serversUsd]);
    const wide = seriesOf(reached(run, MOST_BUCKETS * NARROWEST_MS));
    expect(wide.bucketMs).toBe(2 * NARROWEST_MS);
    expect(narrow[6]).toBeLessThan(narrow[7]);
    expect(wide.samples[3][At.serversUsd]).toBeCloseTo((narrow[6] + narrow[7]) / 2, 12);
  });

  it('is not there for whoever does without', () => {
    const timeline = createTimeline(eventful, null);
    timeline.goTo(5000);
    timeline.stepForward(9000);
    timeline.act({ do: 'add-server' });
    expect(timeline.series).toBeNull();
  });
});

/** Successful answers up to a time, by the engine alone. */
function served(run: Run, timeMs: number): number {
  const simulation = createSimulation(run);
  let ok = 0;
  simulation.observe({
    finished: ({ requests }, r) => {
      if (isAwaited(requests.kind[r]) && requests.status[r] < 400) ok++;
    },
  });
  simulation.runUntil(timeMs);
  return ok;
}
