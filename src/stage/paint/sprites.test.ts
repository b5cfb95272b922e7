import { describe, expect, it } from 'vitest';
import { STYLE } from './looks.ts';
import { SHAPE } from './shapes.ts';
import { createSprites, MAX_COLOURS, type SpriteSet, STAMP_FIELDS, spriteId, stampOf } from './sprites.ts';

const OPTIONS = { colours: ['#ff0000', '#00f'], paper: '#ffffff', card: '#eeeeee', radiusPx: 6.5, dpr: 1 };

/** Pixels of a stamp: place "x,y" relative to the centre's pixel, and value. */
function pixelsOf(set: SpriteSet, stamp: number): Map<string, number> {
  const [left, top, , , first, , end] = set.stamps.subarray(stamp * STAMP_FIELDS, (stamp + 1) * STAMP_FIELDS);
  const pixels = new Map<string, number>();
  for (let i = first; i < end; i += 2) {
    pixels.set(`${left + (set.dots[i] & 0xffff)},${top + (set.dots[i] >> 16)}`, set.dots[i + 1] >>> 0);
  }
  return pixels;
}

describe('spriteId', () => {
  it('gives each look its own number', () => {
    const ids = new Set<number>();
    for (const style of Object.values(STYLE)) {
      for (const shape of Object.values(SHAPE)) {
        for (let colour = 0; colour < MAX_COLOURS; colour++) ids.add(spriteId(style, shape, colour));
      }
    }
    expect(ids.size).toBe(7 * 8 * 16);
    expect(Math.max(...ids)).toBeLessThan(65536);
  });
});

describe('stampOf', () => {
  it('makes each position of a look once, when it is needed', () => {
    const set = createSprites(OPTIONS);
    const id = spriteId(STYLE.full, SHAPE.star, 1);
    expect(set.stampCount).toBe(0);
    expect(stampOf(set, id, 3)).toBe(0);
    expect(stampOf(set, id, 7)).toBe(1);
    expect(stampOf(set, id, 3)).toBe(0);
    expect(set.stampCount).toBe(2);
  });

  it('makes refusals once for all shapes', () => {
    const set = createSprites(OPTIONS);
    const first = stampOf(set, spriteId(STYLE.refused, SHAPE.star, 0), 0);
    expect(stampOf(set, spriteId(STYLE.refused, SHAPE.drop, 0), 0)).toBe(first);
  });

  it('has nothing for a colour that the palette lacks', () => {
    expect(stampOf(createSprites(OPTIONS), spriteId(STYLE.full, SHAPE.circle, 2), 0)).toBe(-1);
    expect(stampOf(createSprites(OPTIONS), 65535, 0)).toBe(-1);
  });

  it('fills the middle with ink, or with the card colour on the way back', () => {
    const set = createSprites(OPTIONS);
    const full = pixelsOf(set, stampOf(set, spriteId(STYLE.full, SHAPE.circle, 0), 0));
    const hollow = pixelsOf(set, stampOf(set, spriteId(STYLE.hollow, SHAPE.circle, 0), 0));
    expect(full.get('0,0')).toBe(0xff0000ff);
    expect(hollow.get('0,0')).toBe(0xffeeeeee);
    // From 5 to 6 px is within the ring of both.
    expect(full.get('5,0')).toBe(0xff0000ff);
    expect(hollow.get('5,0')).toBe(0xff0000ff);
    // From 7 to 8 px: the outline in the colour of the paper ends at 7.5 px.
    const edge = full.get('7,0') ?? 0;
    expect(edge & 0xffffff).toBe(0xffffff);
    expect((edge >>> 24) / 255).toBeCloseTo(0.5, 1);
    expect(full.has('8,0')).toBe(false);
  });

  it('shows another position a quarter of a pixel further', () => {
    const set = createSprites(OPTIONS);
    const square = (position: number) => stampOf(set, spriteId(STYLE.full, SHAPE.square, 0), position);
    const inkOn = (stamp: number, place: string) =>
      255 - (((pixelsOf(set, stamp).get(place) ?? 0) >>> 8) & 0xff);
    // The right edge at 0.885 * 6.5 = 5.75 px covers 3/4 of pixel 5, and with each quarter more of it.
    expect(inkOn(square(0), '5,0') / 255).toBeCloseTo(0.75, 1);
    expect(inkOn(square(1), '5,0') / 255).toBeCloseTo(1, 1);
    expect(inkOn(square(2), '6,0') / 255).toBeCloseTo(0.25, 1);
  });

  it('has hard edges and one position on demand', () => {
    const set = createSprites({ ...OPTIONS, aa: false });
    const pixels = pixelsOf(set, stampOf(set, spriteId(STYLE.full, SHAPE.triangle, 0), 0));
    expect(set.stampCount).toBe(1);
    expect(pixels.size).toBeGreaterThan(100);
    for (const pixel of pixels.values()) expect(pixel >>> 24).toBe(255);
  });

  it('caps the pixel density', () => {
    const sizes = [2, 3].map((dpr) => {
      const set = createSprites({ ...OPTIONS, dpr });
      return pixelsOf(set, stampOf(set, 0, 0)).size;
    });
    expect(sizes[1]).toBe(sizes[0]);
  });

  it('says what is wrong with colours', () => {
    expect(() => createSprites({ ...OPTIONS, colours: ['red'] })).toThrow('not "red"');
    expect(() => createSprites({ ...OPTIONS, colours: Array(17).fill('#000') })).toThrow(
      '16 colours, not 17',
    );
  });
});
