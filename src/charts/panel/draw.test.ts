/** From numbers to paths. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Line, TimeChart } from './chart.ts';
import { draw, drawnStretches, drawTail, spreadLabels } from './draw.ts';
import { latestLines } from './kept.ts';

const line = (id: string, values: number[]): Line => ({ id, name: id, at: ({ to }) => values[to - 1] });
const frame = { widthPx: 600, heightPx: 100, spanMs: 60_000, bucketMs: 1000, buckets: 3 };
const chart = (shape: TimeChart['shape'], steps: boolean, least = 4): TimeChart => ({
  id: 'queue',
  shape,
  steps,
  least,
  format: (f, value) => f.number(value),
  lines: () => [],
});

describe('what is drawn', () => {
  it('goes from the middle of one stretch to the next, or keeps its value until there is another', () => {
    const lines = [line('a', [0, 2, 4])];
    // A scale to 6 over 100 px; buckets of 10 px.
    const smooth = draw(chart('lines', false), lines, frame);
    expect(smooth.ticks).toEqual([2, 4, 6]);
    expect(smooth.paths[0]).toMatchObject({ d: 'M5,100L15,66.67L25,33.33', end: { x: 25 } });
    const steps = draw(chart('lines', true), lines, frame);
    expect(steps.paths[0].d).toBe('M10,100L20,100L20,66.67L30,66.67L30,33.33');
  });

  it('goes on to where the run is known no further, from its last point and on its scale', () => {
    const lines = [line('a', [0, 2, 4])];
    const open = { values: [2], to: 3.5 };
    const smooth = draw(chart('lines', false), lines, frame);
    const [tail] = drawTail(chart('lines', false), lines, frame, smooth.y, open);
    expect(tail).toMatchObject({ d: 'M25,33.33L35,66.67', end: { x: 35 } });
    const steps = draw(chart('lines', true), lines, frame);
    const [kept] = drawTail(chart('lines', true), lines, frame, steps.y, open);
    expect(kept.d).toBe('M30,33.33L35,33.33L35,66.67');
    // A value higher than all before makes another scale, of all.
    expect(draw(chart('lines', false), lines, frame, 20).ticks.at(-1)).toBeGreaterThanOrEqual(20);
  });

  it('stacks what is to be stacked', () => {
    const { paths, y } = draw(chart('stack', false), [line('a', [1, 1, 1]), line('b', [2, 2, 2])], frame);
    const [, low] = paths[1].d.split('L').slice(-2)[0].split(',');
    expect(Number(low.replace('Z', ''))).toBeCloseTo(y(1), 1);
    expect(paths[1].d).toContain(`M5,${Math.round(y(3) * 100) / 100}`);
  });

  it('leaves a gap where there is nothing, and ends a line at its last value', () => {
    const lines = [line('a', [1, Number.NaN, 1]), line('b', [1, 2, Number.NaN])];
    const { paths } = draw(chart('lines', false), lines, frame);
    expect(paths[0].d.match(/M/g)).toHaveLength(2);
    expect(paths[1].end?.x).toBe(15);
    const strips = draw(chart('strips', false), lines, frame);
    expect(strips.paths[0].d.match(/M/g)).toHaveLength(2);
    expect(
      draw(chart('lines', false), [line('a', [Number.NaN, Number.NaN, Number.NaN])], frame).paths[0],
    ).toEqual({
      id: 'a',
      d: '',
      end: null,
    });
  });

  it('of a part of the run goes over its edges, and no further', () => {
    const values = Array.from({ length: 60 }, (_, i) => (i < 30 ? 100 : i % 5));
    const part = { ...frame, fromMs: 40_000, spanMs: 10_000, buckets: 60 };
    const stretches = drawnStretches(part);
    expect(stretches[0].to).toBeLessThanOrEqual(40);
    expect(stretches[0].to).toBeGreaterThanOrEqual(38);
    expect(stretches[stretches.length - 1].from).toBeGreaterThanOrEqual(50);
    const { paths, ticks } = draw(chart('lines', false), [line('a', values)], part);
    // The scale is that of what is shown, and the middle of a bucket is where it was in time.
    expect(Math.max(...ticks)).toBeLessThan(10);
    expect(paths[0].d).toContain('L30,');
    expect(paths[0].end?.x).toBeLessThanOrEqual(600);
    // A line that ended before what is shown has no end to see.
    const gone = values.map((value, i) => (i < 39 ? value : Number.NaN));
    expect(draw(chart('lines', false), [line('a', gone)], part).paths[0].end).toBeNull();
  });

  it('has no more points than pixels can show, and leaves out none of the buckets', () => {
    const many = { ...frame, spanMs: 3_840_000, bucketMs: 8000, buckets: 450, widthPx: 240 };
    const stretches = drawnStretches(many);
    expect(stretches.length).toBeLessThanOrEqual(240 / 1.5);
    expect(stretches.length).toBeGreaterThan(100);
    stretches.forEach(({ from, to }, i) => {
      expect(from).toBe(i === 0 ? 0 : stretches[i - 1].to);
      expect(to).toBeGreaterThan(from);
    });
  });
});

describe('labels at the ends of lines', () => {
  it('never overlap, stay within, and keep their order', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 6 }), (ends) => {
        const placed = spreadLabels(ends, 13, 100);
        for (const y of placed) expect(y).toBeLessThanOrEqual(100);
        for (const y of placed) expect(y).toBeGreaterThanOrEqual(0);
        const sorted = [...placed].sort((a, b) => a - b);
        for (let i = 1; i < sorted.length; i++) expect(sorted[i] - sorted[i - 1]).toBeGreaterThan(12.99);
        for (const [i, a] of ends.entries())
          for (const [j, b] of ends.entries()) if (a < b) expect(placed[i]).toBeLessThan(placed[j]);
      }),
      { seed: 1 },
    );
    expect(spreadLabels([50, 50], 13, 100)).toEqual([63, 50]);
    expect(spreadLabels([10, 60], 13, 100)).toEqual([10, 60]);
  });
});

describe('when there are too many rows', () => {
  it('those that had something last are shown, in their order', () => {
    const gone = line('gone', [1, Number.NaN, Number.NaN]);
    const here = line('here', [1, 1, 1]);
    const late = line('late', [Number.NaN, Number.NaN, 1]);
    expect(latestLines([gone, here, late], 3, 2)).toEqual([here, late]);
    expect(latestLines([gone, here], 3, 2)).toEqual([gone, here]);
  });
});
