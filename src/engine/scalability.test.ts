/** The laws of scaling against values worked out with many digits. */
import { describe, expect, it } from 'vitest';
import { amdahlSpeedup, mostUsefulProcessors, universalScalability } from './scalability.ts';

describe('the universal scalability law', () => {
  it.each([
    [0, 0, { 1: 1, 2: 2, 8: 8, 64: 64 }],
    [
      0.03,
      0.0005,
      { 1: 1, 2: 1.93986420950533, 8: 6.46203554119548, 16: 10.1910828025478, 64: 13.0452507134121 },
    ],
    [0.1, 0.005, { 2: 1.8018018018018, 16: 4.32432432432432, 32: 3.53200883002208, 64: 2.3306627822287 }],
  ])('with contention %d and coherency %d', (contention, coherency, expected) => {
    for (const [n, times] of Object.entries(expected)) {
      expect(universalScalability(Number(n), contention, coherency)).toBeCloseTo(times, 12);
    }
  });

  it('has its peak where the formula says', () => {
    // sqrt(0.97 / 0.0005) = 44.05; sqrt(0.9 / 0.005) = 13.42
    expect(mostUsefulProcessors(0.03, 0.0005)).toBeCloseTo(44.045, 3);
    expect(mostUsefulProcessors(0.1, 0.005)).toBeCloseTo(13.416, 3);
    expect(mostUsefulProcessors(0.1, 0)).toBe(Number.POSITIVE_INFINITY);
    const at = (n: number) => universalScalability(n, 0.03, 0.0005);
    expect(at(44)).toBeGreaterThan(at(43));
    expect(at(44)).toBeGreaterThan(at(45));
  });

  it('leaves a part of a processor what it is', () => {
    expect(universalScalability(0.5, 0.1, 0.005)).toBe(0.5);
  });
});

describe("Amdahl's law", () => {
  it.each([
    [2, 0.95, 1.9047619047619],
    [8, 0.95, 5.92592592592593],
    [64, 0.95, 15.421686746988],
    [16, 0.5, 1.88235294117647],
  ])('%d processors, %d of the work divided', (n, parallel, expected) => {
    expect(amdahlSpeedup(n, parallel)).toBeCloseTo(expected, 12);
    // It is the universal law without coherency, whose contention is what cannot be divided.
    expect(universalScalability(n, 1 - parallel, 0)).toBeCloseTo(expected, 12);
  });

  it('nears its limit', () => {
    expect(amdahlSpeedup(1e12, 0.95)).toBeCloseTo(20, 6);
  });
});
