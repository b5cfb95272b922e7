import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { momentAt } from './moment.ts';

describe('a moment', () => {
  it.each([
    [0, 0],
    [1e-9, 0.001],
    [828.3499999999999, 828.35],
    [828.35, 828.35],
    [828.3500000000001, 828.351],
    [3_600_000, 3_600_000],
  ])('at %d ms is %d', (timeMs, moment) => {
    expect(momentAt(timeMs)).toBe(moment);
  });

  it('is its own, has a short name, and lies less than a microsecond after its time', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 3_600_000, noNaN: true }), (timeMs) => {
        const moment = momentAt(timeMs);
        expect(momentAt(moment)).toBe(moment);
        expect(String(moment)).toMatch(/^\d{1,7}(\.\d{1,3})?$/);
        expect(moment).toBeGreaterThanOrEqual(timeMs);
        expect(moment - timeMs).toBeLessThan(0.001_001);
      }),
    );
  });
});
