import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blendAt, layOver, layStronger, overAt } from './blend.ts';

const RED = 0x0000ff;
const BLUE = 0xff0000;

function over(lower: number, colour: number, alpha: number): number {
  const pixels = Int32Array.of(lower);
  layOver(pixels, 0, colour, alpha);
  return pixels[0] >>> 0;
}

describe('layOver', () => {
  it('stores the pixel itself over nothing', () => {
    expect(over(0, RED, 128)).toBe(0x800000ff);
  });

  it('replaces what an opaque pixel covers', () => {
    expect(over(0x80123456 | 0, RED, 255)).toBe(0xff0000ff);
  });

  it('changes nothing with an alpha of 0', () => {
    expect(over(0x80123456 | 0, RED, 0)).toBe(0x80123456);
  });

  it('goes half way over an opaque pixel', () => {
    // 128 of 255 is a share of 129/256: red 255 * 129 / 256 = 128, blue 255 * 127 / 256 = 127.
    expect(over(0xffff0000 | 0, RED, 128)).toBe(0xff7f0080);
  });

  it('weighs two half-transparent pixels by their part in the sum', () => {
    // Alpha 128 + 128 - 128 * 128 / 255 = 192. Of that the upper has 128 / 192 = 2/3: 170 red, 85 blue.
    expect(over(0x80ff0000 | 0, RED, 128)).toBe(0xc05500aa);
  });

  it('follows the source-over formula to a step or two of 255', () => {
    const byte = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(byte, byte, byte, byte, (lower, below, upper, alpha) => {
        const result = over((below << 24) | lower, upper, alpha);
        const rest = 1 - alpha / 255;
        expect(Math.abs((result >>> 24) - (alpha + below * rest))).toBeLessThanOrEqual(0.51);
        // What is seen is the colour times alpha.
        const seen = ((result & 0xff) * (result >>> 24)) / 255;
        expect(Math.abs(seen - (upper * alpha + lower * below * rest) / 255)).toBeLessThanOrEqual(1.5);
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves a colour as it is over itself', () => {
    const byte = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), byte, byte, (colour, below, alpha) => {
        if (below > 0) expect(over((below << 24) | colour, colour, alpha) & 0xffffff).toBe(colour);
      }),
    );
  });
});

describe('overAt', () => {
  it('is blendAt with full opacity', () => {
    const pixel = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
    fc.assert(
      fc.property(pixel, pixel, (lower, upper) => {
        // Empty pixels are wholly zero, as everything that is painted keeps them.
        const below = lower >>> 24 === 0 ? 0 : lower;
        const above = upper >>> 24 === 0 ? 0 : upper;
        const quick = Int32Array.of(below);
        const general = Int32Array.of(below);
        overAt(quick, 0, Int32Array.of(above), 0);
        blendAt(general, 0, Int32Array.of(above), 0, 256);
        expect(quick[0]).toBe(general[0]);
      }),
    );
  });
});

describe('layStronger', () => {
  it('keeps the stronger of two alphas of one colour', () => {
    const pixels = Int32Array.of(0x400000ff);
    layStronger(pixels, 0, RED, 0x30);
    expect(pixels[0]).toBe(0x400000ff);
    layStronger(pixels, 0, RED, 0x50);
    expect(pixels[0]).toBe(0x500000ff);
  });

  it('blends with another colour', () => {
    const stronger = Int32Array.of(0x400000ff);
    const over = Int32Array.of(0x400000ff);
    layStronger(stronger, 0, BLUE, 0x30);
    layOver(over, 0, BLUE, 0x30);
    expect(stronger[0]).toBe(over[0]);
  });
});
