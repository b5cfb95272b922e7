import { expect, it } from 'vitest';
import { createSeries } from '../timeline/series.ts';
import { stretchAt } from './stretchAt.ts';

it('a point of a chart means the second it lies in, whose end belongs to it', () => {
  const series = createSeries();
  const at = (ms: number) => {
    const { fromMs, toMs } = stretchAt({ series }, ms);
    return [fromMs, toMs];
  };
  expect(at(0)).toEqual([0, 1000]);
  expect(at(11_000)).toEqual([10_000, 11_000]);
  expect(at(11_001)).toEqual([11_000, 12_000]);
  // In a long run the charts keep less apart.
  series.bucketMs = 8000;
  expect(at(11_000)).toEqual([8000, 16_000]);
});
