import { describe, expect, it } from 'vitest';
import type { OutcomeBin } from './outcomes.ts';
import { placeEnds, runLines } from './runLines.ts';

const bins = (...ok: number[]): OutcomeBin[] =>
  ok.map((okPerSecond, i) => ({ atMs: i * 1000, okPerSecond, refusedPerSecond: 0, failedPerSecond: 0 }));
const ok = (bin: OutcomeBin) => bin.okPerSecond;
/** As exact as a path is. */
const px = (value: number) => Math.round(value * 100) / 100;

describe('lines of several runs', () => {
  it('share a scale, and end where they end', () => {
    const { lines, endsPx, endPx, y } = runLines(
      [bins(4, 4, 4), bins(1, 1, 1)],
      ok,
      { fromMs: 0, toMs: 10_000 },
      100,
      60,
    );
    expect(lines[0]).toBe(`M0,${px(y(4))}L10,${px(y(4))}L20,${px(y(4))}`);
    expect(endsPx).toEqual([y(4), y(1)]);
    expect(endPx).toBe(20);
    expect(y(0)).toBe(60);
    expect(y(4)).toBeGreaterThanOrEqual(0);
  });

  it('are the mean of three bins', () => {
    const { endsPx, y } = runLines([bins(0, 0, 3), bins(0, 3, 3)], ok, { fromMs: 0, toMs: 10_000 }, 100, 60);
    expect(endsPx).toEqual([y(1.5), y(3)]);
  });

  it('shade what lies between the lowest and the highest', () => {
    const { apart, y } = runLines(
      [bins(1, 1), bins(5, 5), bins(3, 3)],
      ok,
      { fromMs: 0, toMs: 10_000 },
      100,
      60,
    );
    expect(apart).toBe(`M0,${px(y(5))}L10,${px(y(5))}L10,${px(y(1))}L0,${px(y(1))}Z`);
  });

  it('go as far as all runs do, and are not there without a stretch', () => {
    expect(runLines([bins(1, 1, 1, 1), bins(1, 1)], ok, { fromMs: 0, toMs: 10_000 }, 100, 60).endPx).toBe(10);
    expect(runLines([bins(1, 1), bins(1)], ok, { fromMs: 0, toMs: 10_000 }, 100, 60)).toMatchObject({
      lines: ['', ''],
      apart: '',
      endsPx: [null, null],
    });
  });

  it('have a scale of which every number has room', () => {
    const scale = (heightPx: number) =>
      runLines([bins(5, 5)], ok, { fromMs: 0, toMs: 10_000 }, 100, heightPx).ticksPerSecond;
    expect(scale(90).length).toBeGreaterThan(1);
    expect(scale(20)).toHaveLength(1);
  });

  it('show a part of the time with what leads in and out of it', () => {
    const { lines, endsPx, endPx, y } = runLines(
      [bins(1, 1, 1, 1, 1, 1), bins(2, 2, 2, 2, 2, 2)],
      ok,
      { fromMs: 1500, toMs: 3500 },
      100,
      60,
    );
    expect(lines[0]).toBe(`M-25,${px(y(1))}L25,${px(y(1))}L75,${px(y(1))}L125,${px(y(1))}`);
    expect(endPx).toBe(75);
    expect(endsPx).toEqual([y(1), y(2)]);
  });

  it('have their numbers beside their ends, together at the same place, and otherwise apart', () => {
    expect(placeEnds([40, 10, null], 50)).toEqual([
      { yPx: 10, runs: [1] },
      { yPx: 40, runs: [0] },
    ]);
    expect(placeEnds([20, 50, 51, 49], 50)).toEqual([
      { yPx: 20, runs: [0] },
      { yPx: 49, runs: [1, 2, 3] },
    ]);
    for (const ends of [
      [0, 10, 20, 30],
      [5, 5, 16, 28],
      [30, 29, 25, 21],
      [0, 4, 8, 12],
    ]) {
      const placed = placeEnds(ends, 30);
      expect(placed.flatMap(({ runs }) => runs).sort()).toEqual([0, 1, 2, 3]);
      expect(placed[0].yPx).toBeGreaterThanOrEqual(0);
      expect(placed.at(-1)?.yPx).toBeLessThanOrEqual(30);
      placed.slice(1).forEach(({ yPx }, i) => {
        expect(yPx - placed[i].yPx).toBeGreaterThanOrEqual(12);
      });
    }
  });

  it('keeps numbers below what stands above them', () => {
    for (const ends of [
      [0, 2, 20],
      [0, 0, 0],
      [1, 12, 20],
      [20, 20, 20],
    ]) {
      const placed = placeEnds(ends, 20, 4);
      expect(placed.flatMap(({ runs }) => runs).sort()).toEqual([0, 1, 2]);
      expect(placed[0].yPx).toBeGreaterThanOrEqual(4);
      expect(placed.at(-1)?.yPx).toBeLessThanOrEqual(20);
    }
  });
});
