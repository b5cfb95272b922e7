import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addHistogram, addValue, createHistogram, meanOf, quantileOf } from './histogram.ts';

const durationMs = fc.oneof(
  fc.double({ min: 0.001, max: 4_000_000_000, noNaN: true }),
  fc.double({ min: 1, max: 1000, noNaN: true }),
  fc.nat(1000),
);
const share = fc.double({ min: 0, max: 1, noNaN: true });

function histogramOf(values: number[]) {
  const histogram = createHistogram();
  for (const value of values) addValue(histogram, value);
  return histogram;
}

describe('a histogram', () => {
  it('knows nothing without values', () => {
    const empty = createHistogram();
    expect([meanOf(empty), quantileOf(empty, 0.5)]).toEqual([null, null]);
  });

  it('is exact where all values are the same', () => {
    const histogram = histogramOf([120, 120, 120]);
    expect([meanOf(histogram), quantileOf(histogram, 0.5), quantileOf(histogram, 1)]).toEqual([
      120, 120, 120,
    ]);
  });

  it('counts 0 as 0', () => {
    const histogram = histogramOf([0, 0, 0, 8]);
    // Three of four values do not exceed 0.
    expect(quantileOf(histogram, 0.75)).toBe(0);
    expect(quantileOf(histogram, 0.76)).toBe(8);
  });

  it('takes what lies beyond its range for its ends', () => {
    const histogram = histogramOf([Number.MIN_VALUE, 1e300, 2e300]);
    expect(quantileOf(histogram, 0.3)).toBe(Number.MIN_VALUE);
    expect(quantileOf(histogram, 1)).toBe(2e300);
  });

  it('is less than 1 % off at every share', () => {
    fc.assert(
      fc.property(fc.array(durationMs, { minLength: 1, maxLength: 200 }), share, (values, q) => {
        const sorted = values.toSorted((a, b) => a - b);
        const exact = sorted[Math.max(0, Math.ceil(q * values.length) - 1)];
        const found = quantileOf(histogramOf(values), q) ?? Number.NaN;
        expect(Math.abs(found - exact)).toBeLessThanOrEqual(0.01 * exact);
      }),
    );
  });

  it('of two parts is the sum of theirs', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100_000)), fc.array(fc.nat(100_000)), (some, others) => {
        const sum = histogramOf(some);
        addHistogram(sum, histogramOf(others));
        expect(sum).toEqual(histogramOf([...some, ...others]));
      }),
      { numRuns: 20 },
    );
  });
});
