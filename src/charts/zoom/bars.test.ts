import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Run } from '../../engine/simulation.ts';
import { createFormat } from '../../i18n/format.ts';
import { SCENARIOS } from '../../scenarios/library/index.ts';
import { createCloseup } from '../../timeline/closeup.ts';
import { createTimeline } from '../../timeline/timeline.ts';
import { timeAxis } from './axis.ts';
import { barPaths, barsOfAnswers, barsOfHistory, barWidthMs, coveredBy } from './bars.ts';

const run: Run = {
  scenario: SCENARIOS['three-servers'],
  seed: 5,
  interventions: [{ atMs: 3000, do: 'kill-server', server: 0 }],
};
const timeline = createTimeline(run);
timeline.goTo(30_000);
const closeup = createCloseup(timeline, 0, 30_000);
closeup.go();

const span = fc
  .tuple(fc.integer({ min: 0, max: 30_000 }), fc.integer({ min: 100, max: 20_000 }))
  .map(([fromMs, width]) => ({ fromMs, toMs: fromMs + width }));

describe('bars', () => {
  it('of single answers are those of the history', () => {
    fc.assert(
      fc.property(span, fc.constantFrom(250, 500, 1000, 2000), (shown, widthMs) => {
        expect(barsOfAnswers(closeup, shown, widthMs, 30_000)).toEqual(
          barsOfHistory(timeline.history, shown, widthMs, 30_000),
        );
      }),
      { seed: 1 },
    );
  });

  it('of any width count every answer once', () => {
    fc.assert(
      fc.property(span, fc.constantFrom(1, 10, 50, 125, 1000), (shown, widthMs) => {
        const bars = barsOfAnswers(closeup, shown, widthMs, 30_000);
        const endMs = bars.firstMs + bars.ok.length * widthMs;
        const counted = [bars.ok, bars.refused, bars.failed].map((c) => c.reduce((sum, n) => sum + n, 0));
        const { atMs, count } = closeup.answers;
        const there = atMs.slice(0, count).filter((ms) => ms > bars.firstMs && ms <= endMs).length;
        expect(counted.reduce((a, b) => a + b)).toBe(there);
        if (shown.toMs <= 30_000) {
          expect(bars.firstMs).toBeLessThanOrEqual(shown.fromMs);
          expect(endMs).toBeGreaterThan(Math.min(shown.toMs, 30_000) - widthMs);
        }
      }),
      { seed: 2 },
    );
  });

  it('are as narrow as can be seen, but no narrower than makes a rate, nor than what is known', () => {
    // 1000 answers a second in a second of 800 px: 5 ms are 4 px and about 5 answers.
    expect(barWidthMs(1000, 800, 1000, 0)).toBe(5);
    expect(barWidthMs(1000, 800, 1000, 250)).toBe(250);
    // 8 a second: half a second makes 4.
    expect(barWidthMs(10_000, 800, 8, 0)).toBe(500);
    // Nobody asks: a second at most.
    expect(barWidthMs(10_000, 800, 0, 0)).toBe(1000);
    // An hour has no room for seconds.
    expect(barWidthMs(3_600_000, 800, 1000, 250)).toBe(30_000);
  });

  it('need all that lies under them, as far as it is known', () => {
    const part = createCloseup(timeline, 10_000, 12_000);
    part.go();
    expect(coveredBy(part, { fromMs: 10_100, toMs: 11_900 }, 250, 30_000)).toBe(true);
    expect(coveredBy(part, { fromMs: 10_100, toMs: 11_900 }, 4000, 30_000)).toBe(false);
    expect(coveredBy(part, { fromMs: 10_100, toMs: 12_100 }, 250, 30_000)).toBe(false);
    expect(coveredBy(part, { fromMs: 10_100, toMs: 20_000 }, 250, 12_100)).toBe(true);
  });

  it('stand on each other, at their times', () => {
    const bars = {
      firstMs: 1000,
      widthMs: 500,
      knownMs: 2000,
      ok: Uint32Array.of(2, 0),
      refused: Uint32Array.of(1, 1),
      failed: Uint32Array.of(0, 0),
    };
    // 3 in half a second are 6 a second: a scale up to 8.
    const span = { fromMs: 1000, toMs: 2000 };
    const { ok, refused, failed, ticksPerSecond, open } = barPaths(bars, span, 100, 80);
    expect(ok).toBe('M0,80V40H50V80Z');
    expect(refused).toBe('M0,40V20H50V40ZM50,80V60H100V80Z');
    expect(failed).toBe('');
    expect(ticksPerSecond).toEqual([2, 4, 6, 8]);
    expect(open).toBeNull();
    // As far as is known, and marked as not full.
    const filling = barPaths({ ...bars, knownMs: 1700 }, span, 100, 80);
    expect(filling.refused).toBe('M0,40V20H50V40ZM50,80V60H70V80Z');
    expect(filling.open).toEqual({ px: 50, widthPx: 20 });
  });

  it('count all that is known, up to the moment', () => {
    fc.assert(
      fc.property(
        span,
        fc.constantFrom(250, 1000),
        fc.integer({ min: 0, max: 30_000 }),
        (shown, widthMs, knownMs) => {
          const bars = barsOfAnswers(closeup, shown, widthMs, knownMs);
          const endMs = Math.min(knownMs, bars.firstMs + bars.ok.length * widthMs);
          const counted = [bars.ok, bars.refused, bars.failed].flatMap((c) => [...c]);
          const { atMs, count } = closeup.answers;
          const there = atMs.slice(0, count).filter((ms) => ms > bars.firstMs && ms <= endMs).length;
          expect(counted.reduce((a, b) => a + b, 0)).toBe(there);
          expect(endMs).toBeGreaterThanOrEqual(Math.min(knownMs, shown.toMs));
        },
      ),
      { seed: 4 },
    );
  });
});

describe('the axis', () => {
  const { clock } = createFormat('en');
  const texts = (fromMs: number, toMs: number, most: number) => {
    const axis = timeAxis({ fromMs, toMs }, most);
    return axis.timesMs.map((ms) => axis.text(clock(ms)));
  };
  it('shows tenths, hundredths and milliseconds where they are apart', () => {
    expect(texts(12_000, 13_000, 6)).toEqual(['0:12.0', '0:12.2', '0:12.4', '0:12.6', '0:12.8', '0:13.0']);
    expect(texts(12_010, 12_110, 6)).toEqual(['0:12.02', '0:12.04', '0:12.06', '0:12.08', '0:12.10']);
    expect(texts(12_000.4, 12_004.6, 5)).toEqual(['0:12.001', '0:12.002', '0:12.003', '0:12.004']);
    expect(texts(3_599_000, 3_601_000, 3)).toEqual(['59:59', '1:00:00', '1:00:01']);
    expect(texts(0, 3_600_000, 5)).toEqual(['0:00', '15:00', '30:00', '45:00', '1:00:00']);
  });
  it('tells all its times apart, in order, within what is shown', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 3_600_000, noNaN: true }),
        fc.double({ min: 100, max: 3_600_000, noNaN: true }),
        fc.integer({ min: 4, max: 14 }),
        (fromMs, width, most) => {
          const shown = { fromMs, toMs: fromMs + width };
          const { timesMs } = timeAxis(shown, most);
          expect(timesMs.length).toBeLessThanOrEqual(most + 1);
          expect(timesMs.length).toBeGreaterThan(0);
          for (const ms of timesMs) {
            expect(ms).toBeGreaterThan(fromMs - 1e-3);
            expect(ms).toBeLessThan(shown.toMs + 1e-3);
          }
          expect(new Set(texts(fromMs, fromMs + width, most)).size).toBe(timesMs.length);
        },
      ),
      { seed: 3 },
    );
  });
});
