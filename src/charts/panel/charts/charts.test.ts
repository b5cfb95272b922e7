/** What the charts read of a run: the same as its metrics and its world say, for any stretch of time. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSimulation, type Run } from '../../../engine/simulation.ts';
import { arbitraryRun, RUN_MS } from '../../../engine/testing/arbitraries.ts';
import { tinyScenario } from '../../../engine/testing/scenarios.ts';
import { chartsEn } from '../../../i18n/charts/en.ts';
import { en } from '../../../i18n/en.ts';
import { createFormat } from '../../../i18n/format.ts';
import { furtherEn } from '../../../i18n/further/en.ts';
import { mergeMessages } from '../../../i18n/mergeMessages.ts';
import { collectMetrics } from '../../../metrics/collectMetrics.ts';
import { SCENARIOS } from '../../../scenarios/library/index.ts';
import { countIn } from '../../../timeline/history.ts';
import { recentNumbers } from '../../../timeline/numbers.ts';
import { createTimeline, type Timeline } from '../../../timeline/timeline.ts';
import { binOutcomes, outcomesUntil } from '../../outcomes.ts';
import { stretchAt } from '../../stretchAt.ts';
import type { ChartLanguage, TimeChart } from '../chart.ts';
import { bucketsPerPoint, drawnStretches } from '../draw.ts';
import {
  type Kept,
  openBucket,
  type Stretch,
  stretchAround,
  stretchBefore,
  stretchesOf,
  tableStretches,
} from '../kept.ts';
import { spreadOf } from '../spread.ts';
import { CHARTS } from './index.ts';

const language: ChartLanguage = { t: mergeMessages(en, furtherEn), f: createFormat('en'), words: chartsEn };

function keptOf({ series, history }: Timeline): Kept {
  if (series === null) throw new Error('This timeline should keep a series.');
  return { series, history };
}

function reached(run: Run, timeMs: number): Timeline {
  const timeline = createTimeline(run);
  timeline.goTo(timeMs);
  return timeline;
}

/** The values of a chart's lines over a stretch, by their ids. */
function read(kept: Kept, id: TimeChart['id'], stretch: Stretch): Record<string, number> {
  const chart = CHARTS.find((c) => c.id === id) as TimeChart;
  return Object.fromEntries(chart.lines(kept, language).map((line) => [line.id, line.at(stretch)]));
}

describe('in a tiny world', () => {
  // Two people log in at once at 1 s; each page takes the one worker 400 ms, each pause 1 s. Nothing else takes time.
  const scenario = tinyScenario({
    people: { count: 2, think: { kind: 'constant', meanMs: 1000 } },
    service: { page: { kind: 'constant', meanMs: 400 }, login: { kind: 'constant', meanMs: 400 } },
  });
  const kept = keptOf(reached({ scenario, seed: 1, interventions: [] }, 12_000));
  const whole = { from: 0, to: 12 };

  it('load, answers and waiting agree with each other', () => {
    const simulation = createSimulation({ scenario, seed: 1, interventions: [] });
    simulation.runUntil(12_000);
    const { totals, servers, requests } = simulation.world;
    expect(read(kept, 'outcomes', whole)).toEqual({ ok: totals.ok / 12, refused: 0, failed: 0 });
    expect(totals.ok).toBeGreaterThan(8);
    const inWork = requests.used > 0 ? 12_000 - servers.busySinceMs[0] : 0;
    expect(read(kept, 'load', whole).A).toBeCloseTo((totals.ok * 400 + inWork) / 12_000, 10);
    // One of the two waits for the other at first: 800 ms. From then on they come apart: 400 ms.
    const { p50, p99 } = read(kept, 'latency', { from: 0, to: 3 });
    expect(p50 / 400).toBeCloseTo(1, 1);
    expect(p99 / 800).toBeCloseTo(1, 1);
    expect(read(kept, 'latency', { from: 11, to: 12 }).p99 / 400).toBeCloseTo(1, 1);
  });

  it('places and people', () => {
    expect(read(kept, 'places', whole)).toEqual({ A: 2 });
    expect(read(kept, 'people', whole)).toEqual({ loggedIn: 2, left: 0 });
  });

  it('a server that is killed has no load, no queue, no sessions, and leaves what was lost', () => {
    const killed = keptOf(
      reached({ scenario, seed: 1, interventions: [{ atMs: 9000, do: 'kill-server', server: 0 }] }, 12_000),
    );
    const at = (to: number) => ({ from: to - 1, to });
    for (const id of ['load', 'queue', 'places'] as const) {
      expect(read(killed, id, at(8)).A, id).not.toBeNaN();
      expect(read(killed, id, at(9)).A, id).toBeNaN();
    }
    expect(read(killed, 'lost', at(8))).toEqual({ logins: 0, sessions: 0 });
    expect(read(killed, 'lost', at(9))).toEqual({ logins: 0, sessions: 2 });
  });

  it('the spread has all answers up to a moment, and keeps the places of its bars', () => {
    const early = spreadOf(kept.series, 3);
    const late = spreadOf(kept.series, 12);
    expect(early.bars.map((bar) => bar.fromMs)).toEqual(late.bars.map((bar) => bar.fromMs));
    expect(late.count).toBe(read(kept, 'outcomes', whole).ok * 12);
    expect(early.count).toBe(read(kept, 'outcomes', { from: 0, to: 3 }).ok * 3);
    const bar = late.bars.find(({ fromMs, toMs }) => fromMs <= 800 && 800 < toMs);
    expect(bar?.count).toBe(1);
    expect(late.bars.reduce((all, { count }) => all + count, 0)).toBe(late.count);
  });

  it('the spread of nothing has no bars', () => {
    expect(spreadOf({ bucketMs: 1000, times: [], samples: [], filling: new Uint32Array() }, 0)).toMatchObject(
      {
        count: 0,
        bars: [],
      },
    );
  });
});

describe('the values beside a chart', () => {
  it('are whole counts of the last whole second: those of its point, of its row in the table, and of the timeline', () => {
    let seen = 0;
    fc.assert(
      fc.property(
        arbitraryRun(fc),
        fc.integer({ min: 1000, max: RUN_MS }),
        fc.integer({ min: 0, max: RUN_MS }),
        (run, untilMs, nowMs) => {
          const timeline = reached(run, untilMs);
          const { series, history } = keptOf(timeline);
          const stretch = stretchAround(series, Math.min(nowMs, untilMs));
          if (stretch === null) return;
          // The one that a press there tells the story of, as soon as it is over.
          const pressed = stretchAt({ series }, Math.min(nowMs, untilMs));
          if (pressed.toMs <= untilMs)
            expect(stretch).toEqual({ from: pressed.fromMs / 1000, to: pressed.toMs / 1000 });
          const values = read({ series, history }, 'outcomes', stretch);
          const bin = binOutcomes(history, 60_000, untilMs)[stretch.from];
          expect(values).toEqual({
            ok: bin.okPerSecond,
            refused: bin.refusedPerSecond,
            failed: bin.failedPerSecond,
          });
          const frame = {
            widthPx: 600,
            spanMs: 60_000,
            bucketMs: series.bucketMs,
            buckets: series.samples.length,
            heightPx: 100,
          };
          expect(drawnStretches(frame)).toContainEqual(stretch);
          expect(tableStretches(series)).toContainEqual(stretch);
          for (const outcome of ['ok', 'refused', 'failed'] as const) {
            const [fromMs, toMs] = [stretch.from * 1000, stretch.to * 1000];
            expect(values[outcome]).toBe(countIn(history, outcome, fromMs, toMs));
            if (values[outcome] > 0) seen++;
          }
        },
      ),
      { seed: 9, numRuns: 100 },
    );
    expect(seen).toBeGreaterThan(50);
  });

  it('of several buckets where several make one point', () => {
    const { series } = keptOf(
      reached({ scenario: SCENARIOS['one-server'], seed: 1, interventions: [] }, 200_000),
    );
    const frame = { widthPx: 200, spanMs: 240_000, bucketMs: 1000, buckets: 200, heightPx: 100 };
    expect(bucketsPerPoint(frame)).toBe(2);
    for (const nowMs of [1000, 2000, 99_999, 200_000]) {
      const stretch = stretchBefore(series, nowMs, 2);
      if (nowMs < 2000) expect(stretch).toBeNull();
      else expect(drawnStretches(frame)).toContainEqual(stretch);
    }
  });

  it('goes on to the moment as the timeline does, and is whole when the bucket is', () => {
    fc.assert(
      fc.property(arbitraryRun(fc), fc.integer({ min: 1000, max: RUN_MS }), (run, nowMs) => {
        const timeline = reached(run, nowMs);
        const open = openBucket(timeline);
        if (nowMs % 1000 === 0) {
          expect(open).toBeNull();
          return;
        }
        if (open === null) throw new Error('This bucket should be open.');
        const { ok, refused, failed } = read(open.kept, 'outcomes', open.stretch);
        const last = outcomesUntil(timeline.history, 60_000, nowMs).at(-1);
        expect(last?.atMs).toBe(nowMs);
        expect(ok).toBeCloseTo(last?.okPerSecond ?? -1, 8);
        expect(refused).toBeCloseTo(last?.refusedPerSecond ?? -1, 8);
        expect(failed).toBeCloseTo(last?.failedPerSecond ?? -1, 8);
        for (const { id } of CHARTS)
          for (const value of Object.values(read(open.kept, id, open.stretch)))
            if (!Number.isNaN(value)) expect(value, id).toBeGreaterThanOrEqual(0);
        for (const share of Object.values(read(open.kept, 'load', open.stretch)))
          expect(share).not.toBeGreaterThan(1);
        expect(read(open.kept, 'lost', open.stretch).logins).toBe(timeline.world.totals.forcedLogins);
      }),
      { seed: 10, numRuns: 60 },
    );
  });

  it.each(['three-servers', 'shared-store', 'busy-crowd'] as const)(
    'of five seconds are as the numbers say: %s',
    (id) => {
      const timeline = reached({ scenario: SCENARIOS[id], seed: 7, interventions: [] }, 20_000);
      const kept = keptOf(timeline);
      const stretch = { from: 15, to: 20 };
      const numbers = recentNumbers(timeline.recent, 20_000);
      const { ok, refused, failed } = read(kept, 'outcomes', stretch);
      expect(ok + refused + failed).toBeCloseTo(numbers.answersPerSecond, 10);
      expect(refused).toBeCloseTo(numbers.refusedPerSecond, 10);
      // Percentiles look back as far, of whichever second they are.
      const { p95 } = read(kept, 'latency', { from: 19, to: 20 });
      expect(Math.abs(p95 / (numbers.p95Ms as number) - 1)).toBeLessThan(0.016);
    },
  );

  it('are there at any time, whatever the buckets are', () => {
    for (const untilMs of [900, 5000, 500_000, 1_000_000, 2_000_000]) {
      const timeline = reached({ scenario: SCENARIOS['one-server'], seed: 1, interventions: [] }, untilMs);
      const kept = keptOf(timeline);
      const stretch = stretchBefore(kept.series, untilMs);
      if (untilMs < 1000) expect(stretch).toBeNull();
      else
        for (const { id } of CHARTS)
          for (const value of Object.values(read(kept, id, stretch as Stretch)))
            expect(value, `${id} at ${untilMs}`).toBeGreaterThanOrEqual(0);
    }
  });
});

describe('in random runs', () => {
  it('the stretches of a run add up to what its metrics say', () => {
    fc.assert(
      fc.property(arbitraryRun(fc), fc.constantFrom(1, 2, 4, 5), (run, per) => {
        const kept = keptOf(reached(run, RUN_MS));
        const stretches = stretchesOf(RUN_MS / 1000, per);
        const sumOf = (id: TimeChart['id'], line: string) =>
          stretches.reduce((all, stretch) => all + read(kept, id, stretch)[line] * per, 0);
        const whole = read(kept, 'outcomes', { from: 0, to: 20 });
        for (const line of ['ok', 'refused', 'failed'])
          expect(sumOf('outcomes', line), line).toBeCloseTo(whole[line] * 20, 8);
        const { values } = collectMetrics(run, RUN_MS);
        const end = { from: 19, to: 20 };
        expect(read(kept, 'lost', end)).toEqual({
          logins: values.forcedLogins,
          sessions: values.sessionsLost,
        });
        expect(read(kept, 'people', end).left).toBe(values.usersLeft);
        const { p50, p95, p99, count } = spreadOf(kept.series, 20);
        expect(count).toBeCloseTo(whole.ok * 20, 8);
        const exact = [values.servedResponseP50Ms, values.servedResponseP95Ms, values.servedResponseP99Ms];
        for (const [i, found] of [p50, p95, p99].entries()) {
          const ms = exact[i];
          // The metrics are rounded as well, to 1 %; what took less than a quarter of a millisecond counts as nothing.
          if (ms === null || ms < 0.5) continue;
          expect(Math.abs(found / ms - 1), `${found} for ${ms}`).toBeLessThan(0.027);
        }
        // Every load is a share, and what was spent never gets less.
        let spent = 0;
        for (const stretch of stretches) {
          for (const load of Object.values(read(kept, 'load', stretch))) {
            if (!Number.isNaN(load)) expect(load).toBeGreaterThanOrEqual(0);
            expect(load).not.toBeGreaterThan(1);
          }
          const { soFar } = read(kept, 'cost', stretch);
          expect(soFar).toBeGreaterThanOrEqual(spent);
          spent = soFar;
        }
      }),
      { seed: 8, numRuns: 40 },
    );
  });

  it('what was spent is what the metrics say, as long as machines come and go at whole seconds', () => {
    const run: Run = {
      scenario: SCENARIOS['shared-store'],
      seed: 3,
      interventions: [
        { atMs: 3000, do: 'add-server' },
        { atMs: 8000, do: 'set-strategy', strategy: 'memory' },
      ],
    };
    const kept = keptOf(reached(run, 20_000));
    const { values } = collectMetrics(run, 20_000);
    const perHour =
      Number(values.serversUsdPerHour) + Number(values.storeUsdPerHour) + Number(values.balancerUsdPerHour);
    // The price at the end of a second stands for all of it: here it is a second too early, twice.
    const each = SCENARIOS['shared-store'].servers.count;
    const { servers, store } = read(kept, 'cost', { from: 0, to: 1 });
    const early = servers / each - store;
    expect(read(kept, 'cost', { from: 19, to: 20 }).soFar).toBeCloseTo((perHour * 20 + early) / 3600, 10);
  });
});

describe('a table', () => {
  it.each([
    [4000, 4, 1000],
    [60_000, 60, 1000],
    [155_000, 31, 5000],
    [3_600_000, 30, 120_000],
  ])('of %i ms has %i rows of %i ms', (untilMs, rows, rowMs) => {
    const run: Run = { scenario: SCENARIOS['one-server'], seed: 1, interventions: [] };
    const { series } = keptOf(reached(run, untilMs));
    const stretches = tableStretches(series);
    expect(stretches).toHaveLength(rows);
    for (const [i, { from, to }] of stretches.entries()) {
      expect((to - from) * series.bucketMs).toBe(rowMs);
      expect(to * series.bucketMs).toBe((i + 1) * rowMs);
    }
  });
});
