import { describe, expect, it } from 'vitest';
import { BUCKET_MS } from '../timeline/history.ts';
import { binOutcomes, outcomePaths, outcomesUntil, spanOf, timeTicks } from './outcomes.ts';

const bin = (atMs: number, ok: number, refused = 0, failed = 0) => ({
  atMs,
  okPerSecond: ok,
  refusedPerSecond: refused,
  failedPerSecond: failed,
});

describe('the scale of the chart', () => {
  it('reaches a round number above the highest bin', () => {
    // 11 + 2 + 1 = 14 a second, and 15 % of air: 16.1, rounded up to 20, with a tick every 5.
    const { topPerSecond, ticksPerSecond, y } = outcomePaths([bin(500, 11, 2, 1)], 60_000, 600, 100);
    expect(topPerSecond).toBe(20);
    expect(ticksPerSecond).toEqual([5, 10, 15, 20]);
    expect([y(0), y(5), y(20)]).toEqual([100, 75, 0]);
  });

  it('shows at least four a second, so that a quiet world looks quiet', () => {
    expect(outcomePaths([], 60_000, 600, 100)).toMatchObject({ topPerSecond: 4, ok: '' });
  });

  it('stacks the outcomes', () => {
    const bins = [bin(0, 4, 2, 2), bin(60_000, 4, 2, 2)];
    const { ok, refused, failed } = outcomePaths(bins, 60_000, 600, 100);
    // Of a top of 10: served from 0 to 4, refused up to 6, failed up to 8.
    expect(ok.startsWith('M0,60')).toBe(true);
    expect(refused.startsWith('M0,40')).toBe(true);
    expect(failed.startsWith('M0,20')).toBe(true);
    expect(ok.endsWith('0,100Z')).toBe(true);
  });

  it('spans a minute, doubled until it reaches as far as the run and all that was done', () => {
    expect([0, 57_000, 58_000, 120_000].map((ms) => spanOf(ms))).toEqual([60_000, 60_000, 120_000, 240_000]);
    expect(spanOf(5000, [{ atMs: 999_000 }, { atMs: 2000 }])).toBeGreaterThanOrEqual(999_000);
    expect(spanOf(70_000, [{ atMs: 10_000 }])).toBe(spanOf(70_000));
    expect(timeTicks(60_000, 8)).toEqual([0, 10_000, 20_000, 30_000, 40_000, 50_000, 60_000]);
  });
});

describe('bins', () => {
  const perSecond = 1000 / BUCKET_MS;
  const buckets = 2 * perSecond + 1;
  const history = {
    length: buckets,
    ok: new Uint32Array(buckets).fill(1),
    refused: new Uint32Array(buckets),
    failed: new Uint32Array(buckets),
  };

  it('are whole seconds of answers, without the one that is still filling', () => {
    expect(binOutcomes(history, 60_000, 2100)).toEqual([bin(500, perSecond), bin(1500, perSecond)]);
    // Longer spans have wider ones.
    expect(binOutcomes(history, 240_000, 2100)).toEqual([bin(1000, perSecond)]);
  });

  it('are drawn from the start to where the run is known no further, at the rate of the last second there', () => {
    // From 1 s to 2.1 s, as far as buckets go: 5 answers.
    expect(outcomesUntil(history, 60_000, 2100)).toEqual([
      bin(0, perSecond),
      bin(500, perSecond),
      bin(1500, perSecond),
      bin(2100, 5000 / 1100),
    ]);
    // At the end of a bin it is the rate of that bin.
    expect(outcomesUntil(history, 60_000, 2000).at(-1)).toEqual(bin(2000, perSecond));
    // Before the first second is over, it is not what one answer would be if there were more.
    const first = { ...history, length: 1 };
    expect(outcomesUntil(first, 60_000, 50).at(-1)?.okPerSecond).toBeLessThanOrEqual(1);
    expect(outcomesUntil(history, 60_000, 0)).toEqual([]);
  });
});
