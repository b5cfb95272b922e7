import { describe, expect, it } from 'vitest';
import { BUCKET_MS } from '../timeline/history.ts';
import { binOutcomes, outcomePaths, spanOf, timeTicks } from './outcomes.ts';

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

  it('spans a minute, doubled whenever the run outgrows it', () => {
    expect([0, 57_000, 58_000, 120_000].map(spanOf)).toEqual([60_000, 60_000, 120_000, 240_000]);
    expect(timeTicks(60_000, 8)).toEqual([0, 10_000, 20_000, 30_000, 40_000, 50_000, 60_000]);
  });
});

describe('bins', () => {
  it('are whole seconds of answers, without the one that is still filling', () => {
    const perSecond = 1000 / BUCKET_MS;
    const buckets = 2 * perSecond + 1;
    const history = {
      length: buckets,
      ok: new Uint32Array(buckets).fill(1),
      refused: new Uint32Array(buckets),
      failed: new Uint32Array(buckets),
    };
    expect(binOutcomes(history, 60_000, 2100)).toEqual([bin(500, perSecond), bin(1500, perSecond)]);
  });
});
