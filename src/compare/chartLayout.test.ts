import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutChart } from './chartLayout.ts';

const sizes = fc.oneof(
  // On phones, and where there is more width: the lowest that the style makes it.
  fc.record({ widthPx: fc.integer({ min: 240, max: 619 }), heightPx: fc.integer({ min: 122, max: 300 }) }),
  fc.record({ widthPx: fc.integer({ min: 620, max: 2400 }), heightPx: fc.integer({ min: 108, max: 300 }) }),
);

describe('the timeline of all runs', () => {
  it('has its bands below each other in its room, beside or below their names', () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 2 }), ({ widthPx, heightPx }, rows) => {
        const { wide, leftPx, innerW, bandsPx, bandH, bottomPx, marksPx } = layoutChart(
          widthPx,
          heightPx,
          rows,
        );
        expect(bandsPx[0]).toBeGreaterThan(marksPx);
        expect(bandsPx[1]).toBeGreaterThanOrEqual(bandsPx[0] + bandH + (wide ? 0 : 15));
        expect(bottomPx).toBe(bandsPx[1] + bandH);
        expect(bottomPx).toBeLessThanOrEqual(heightPx - 20);
        expect(leftPx + innerW).toBeLessThanOrEqual(widthPx - 30);
        expect(bandH).toBeGreaterThanOrEqual(14);
      }),
      { seed: 1 },
    );
  });
});
