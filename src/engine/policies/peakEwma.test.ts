import { describe, expect, it } from 'vitest';
import { createView, dice, pick, setInFlight, setTried } from '../testing/balancerView.ts';
import { PEAK_EWMA } from '../testing/oracles/balancers.ts';
import { peakEwma } from './peakEwma.ts';

/** Servers that have been looked at once at time 0, so that all have the first estimate. */
function started(servers: number, startMs: number, decayMs: number) {
  const view = createView(Array(servers).fill(1));
  view.settings = { ...view.settings, ewmaStartMs: startMs, ewmaDecayMs: decayMs };
  for (let s = 0; s < servers; s++) peakEwma.ended?.(view, s, startMs, false);
  return view;
}

describe('the estimate', () => {
  it('goes up at once and down slowly, as published', () => {
    const { startMs, decayMs, answers } = PEAK_EWMA;
    const view = started(1, startMs, decayMs);
    for (const { atMs, tookMs, estimateMs } of answers) {
      view.nowMs = atMs;
      peakEwma.ended?.(view, 0, tookMs, false);
      expect(view.perServer[0][0]).toBeCloseTo(estimateMs, 5);
    }
  });

  it('fades while a server is only looked at, and costs more for what it has to do', () => {
    const view = started(2, 1000, 10_000);
    view.nowMs = 10_000;
    setInFlight(view, [2, 1]);
    expect(pick(peakEwma, view, dice(0.1, 0.1))).toBe(1); // both 1000 / e: times 3 against times 2
    expect(view.perServer[0][0]).toBeCloseTo(1000 / Math.E, 9);
    setInFlight(view, [2, 2]);
    expect(pick(peakEwma, view, dice(0.1, 0.1))).toBe(0); // a tie: the first draw
    expect(pick(peakEwma, view, dice(0.9, 0.1))).toBe(1);
  });

  it('keeps people away from a server that got slow', () => {
    const view = started(2, 30, 10_000);
    view.nowMs = 1000;
    peakEwma.ended?.(view, 0, 500, false);
    setInFlight(view, [0, 10]);
    expect(pick(peakEwma, view, dice(0.1, 0.1))).toBe(1); // 500 against at most 30 * 11 = 330
    setInFlight(view, [0, 20]);
    expect(pick(peakEwma, view, dice(0.1, 0.1))).toBe(0); // against about 27 * 21 = 570
  });

  it('begins anew for each server, when it is first looked at', () => {
    const view = createView([1, 1]);
    view.nowMs = 60_000;
    pick(peakEwma, view, dice(0.1, 0.1));
    expect(Array.from(view.perServer[0])).toEqual([30, 30]);
  });
});

it('draws two different servers, each pair as likely as the other', () => {
  const view = started(4, 30, 10_000);
  const pairs = new Map<string, number>();
  const grid = Array.from({ length: 12 }, (_, i) => (i + 0.5) / 12);
  for (const u of grid) {
    for (const v of grid) {
      // Whoever is drawn first is idle and wins; with it loaded, the other one does.
      setInFlight(view, [0, 0, 0, 0]);
      const first = pick(peakEwma, view, dice(u, v));
      view.inFlight[first] = 5;
      const second = pick(peakEwma, view, dice(u, v));
      expect(second).not.toBe(first);
      pairs.set(`${first}${second}`, (pairs.get(`${first}${second}`) ?? 0) + 1);
    }
  }
  expect([...pairs.values()]).toEqual(Array(12).fill(12));
});

it('takes the only one that is left, and nobody when there is none', () => {
  const view = createView([1, 1]);
  setTried(view, [0]);
  expect(pick(peakEwma, view)).toBe(1);
  setTried(view, [0, 1]);
  expect(pick(peakEwma, view)).toBe(-1);
});
