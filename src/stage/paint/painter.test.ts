import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fakeCanvas } from '../testing/fakeCanvas.ts';
import { createLanes, laneX, laneY } from './lanes.ts';
import { STYLE } from './looks.ts';
import { addMark, addStreak, createMarks, createStreaks } from './marks.ts';
import { createPainter } from './painter.ts';
import { SHAPE, type Shape } from './shapes.ts';
import { splat } from './splat.ts';
import { createStreakBrush, splatStreaks } from './splatStreaks.ts';
import { createSprites, spriteId } from './sprites.ts';
import { clearSurface, createSurface, type Surface } from './surface.ts';

const sprites = createSprites({
  colours: ['#ff0000', '#00ff00', '#0000ff'],
  paper: '#ffffff',
  card: '#eeeeee',
  radiusPx: 3,
  dpr: 1,
});
const DISC = spriteId(STYLE.full, SHAPE.circle, 0);
const lanes = createLanes([
  { kind: 'polyline', points: [2, 10, 98, 10] },
  { kind: 'cubic', points: [10, 2, 80, 2, 20, 58, 90, 58] },
  { kind: 'polyline', points: [50, -20, 50, 90] },
  { kind: 'cubic', points: [5, 20, 30, 20, 60, 20, 70, 50] },
]);
const nothing = createStreaks(1);

interface Spot {
  x: number;
  y: number;
  sprite: number;
  alpha: number;
}

const spots = fc.array(
  fc.record({
    x: fc.float({ min: -15, max: 115, noNaN: true }),
    y: fc.float({ min: -15, max: 75, noNaN: true }),
    sprite: fc
      .tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 2 }))
      .map(([style, shape, colour]) => spriteId(style as 0, shape as Shape, colour)),
    alpha: fc.constantFrom(0, 1, 100, 254, 255, 255, 255),
  }),
  { maxLength: 12 },
);

function marksAt(list: readonly Spot[]) {
  const marks = createMarks(1);
  for (const { x, y, sprite, alpha } of list) addMark(marks, x, y, sprite, alpha);
  return marks;
}

function painted(width: number, height: number, ...list: Spot[]): Surface {
  const surface = createSurface(width, height);
  splat(surface, sprites, marksAt(list), 1);
  return surface;
}

const disc = (x: number, y: number, alpha = 255): Spot => ({ x, y, sprite: DISC, alpha });

/** Much quicker than a deep comparison. */
function same(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return a.length === b.length;
}

/** Pixel at a place that may lie outside. */
function at({ width, height, pixels }: Surface, x: number, y: number): number {
  return x < 0 || y < 0 || x >= width || y >= height ? 0 : pixels[y * width + x] >>> 0;
}

describe('splat', () => {
  it('puts the middle of a mark where it is told', () => {
    const surface = painted(20, 20, disc(8, 12));
    expect(at(surface, 8, 12)).toBe(0xff0000ff);
    expect(at(surface, 7, 11)).toBe(0xff0000ff);
    // The disc is symmetric about (8, 12): pixels 7 and 8 mirror each other, and so on.
    for (let i = 0; i < 6; i++) expect(at(surface, 8 + i, 12)).toBe(at(surface, 7 - i, 12));
    expect(at(surface, 8 + 4, 12)).toBe(0);
  });

  it('rounds places to quarters of a pixel', () => {
    const reference = painted(20, 20, disc(8.25, 12)).pixels;
    expect(painted(20, 20, disc(8.126, 12)).pixels).toEqual(reference);
    expect(painted(20, 20, disc(8.374, 12)).pixels).toEqual(reference);
    expect(painted(20, 20, disc(8.12, 12)).pixels).not.toEqual(reference);
    expect(painted(20, 20, disc(8.38, 12)).pixels).not.toEqual(reference);
  });

  it('moves by whole pixels without a change, at negative places too', () => {
    const one = painted(40, 40, disc(17.5, 20.75));
    const other = painted(40, 40, disc(-1.5, 1.75));
    for (let y = 0; y < 10; y++) {
      for (let x = 0; x < 10; x++) expect(at(other, x, y)).toBe(at(one, x + 19, y + 19));
    }
  });

  it.each([
    ['left', -1, 10],
    ['right', 21, 10],
    ['top', 10, -1],
    ['bottom', 10, 21],
    ['corner', 20, 20],
  ])('cuts off at the %s edge', (_, x, y) => {
    const whole = painted(60, 60, disc(x + 20, y + 20));
    const cut = painted(20, 20, disc(x, y));
    let count = 0;
    for (let row = 0; row < 20; row++) {
      for (let column = 0; column < 20; column++) {
        expect(at(cut, column, row)).toBe(at(whole, column + 20, row + 20));
        if (at(cut, column, row) !== 0) count++;
      }
    }
    expect(count).toBeGreaterThan(0);
  });

  it('ignores marks that are nowhere', () => {
    const surface = painted(20, 20, disc(Number.NaN, 5), disc(5, Infinity), disc(-1e9, 5), disc(5, 1e30));
    expect(surface.pixels.every((pixel) => pixel === 0)).toBe(true);
    expect(surface.touched.every((tile) => tile === 0)).toBe(true);
  });

  it('ignores sprites that the set does not have', () => {
    const surface = painted(20, 20, { x: 10, y: 10, sprite: 60_000, alpha: 255 });
    expect(surface.pixels.every((pixel) => pixel === 0)).toBe(true);
  });

  it('fades with alpha', () => {
    expect(at(painted(20, 20, disc(10, 10, 128)), 10, 10)).toBe(0x800000ff);
    expect(at(painted(20, 20, disc(10, 10, 0)), 10, 10)).toBe(0);
  });

  it('paints later marks over earlier ones, with their outline between', () => {
    const blue = spriteId(STYLE.full, SHAPE.circle, 2);
    const surface = painted(20, 20, disc(8, 10), { x: 11, y: 10, sprite: blue, alpha: 255 });
    expect(at(surface, 11, 10)).toBe(0xffff0000);
    // The blue disc ends at 8 and its outline of 0.6 px in white lies before that.
    expect(at(surface, 6, 10)).toBe(0xff0000ff);
    expect((at(surface, 7, 10) >>> 8) & 0xff).toBeGreaterThan(100);
  });

  it('scales places by the pixel density', () => {
    const surface = createSurface(40, 40);
    splat(surface, sprites, marksAt([disc(8, 12)]), 2);
    expect(surface.pixels).toEqual(painted(40, 40, disc(16, 24)).pixels);
  });

  it('gives the same bytes for the same marks', () => {
    fc.assert(
      fc.property(spots, (list) => {
        expect(same(painted(100, 60, ...list).pixels, painted(100, 60, ...list).pixels)).toBe(true);
      }),
    );
  });

  it('touches every tile it paints', () => {
    fc.assert(
      fc.property(spots, (list) => {
        const surface = painted(100, 60, ...list);
        clearSurface(surface);
        expect(surface.pixels.every((pixel) => pixel === 0)).toBe(true);
        expect(surface.touched.every((tile) => tile === 0)).toBe(true);
      }),
    );
  });

  it('cuts off as if the surface were larger', () => {
    fc.assert(
      fc.property(spots, (list) => {
        const cut = painted(100, 60, ...list);
        const moved = list.map((spot) => ({
          ...spot,
          x: Math.fround(spot.x) + 40,
          y: Math.fround(spot.y) + 40,
        }));
        // Only places that a Float32Array holds exactly after the move can be compared.
        fc.pre(moved.every(({ x, y }) => Math.fround(x) === x && Math.fround(y) === y));
        const whole = painted(200, 160, ...moved);
        for (let y = 0; y < 60; y++) {
          const start = (y + 40) * 200 + 40;
          const row = cut.pixels.subarray(y * 100, (y + 1) * 100);
          expect(same(whole.pixels.subarray(start, start + 100), row)).toBe(true);
        }
      }),
    );
  });
});

describe('splatStreaks', () => {
  function streaked(...list: [lane: number, from: number, to: number, colour?: number, alpha?: number][]) {
    const surface = createSurface(100, 60);
    const streaks = createStreaks(1);
    for (const [lane, from, to, colour = 0, alpha = 255] of list)
      addStreak(streaks, lane, from, to, colour, alpha);
    splatStreaks(surface, sprites, lanes, streaks, 1, createStreakBrush());
    return surface;
  }
  const alphaAt = (surface: Surface, x: number, y: number) => at(surface, x, y) >>> 24;

  it('is strongest at the head and fades to the tail', () => {
    const surface = streaked([0, 0.1, 0.9]);
    // The lane runs at y = 10 from x = 2 to 98: the streak from 11.6 to 88.4.
    let before = 0;
    for (let x = 12; x < 84; x++) {
      expect(alphaAt(surface, x, 9)).toBeGreaterThanOrEqual(before);
      expect(alphaAt(surface, x, 9)).toBe(alphaAt(surface, x, 10));
      before = alphaAt(surface, x, 9);
    }
    expect(before).toBeGreaterThan(150);
    expect(alphaAt(surface, 10, 10)).toBe(0);
    expect(alphaAt(surface, 90, 10)).toBe(0);
  });

  it('points the other way on the way back', () => {
    const there = streaked([0, 0.25, 0.75]);
    const back = streaked([0, 0.75, 0.25]);
    for (let x = 0; x < 100; x++) expect(alphaAt(back, 99 - x, 10)).toBeCloseTo(alphaAt(there, x, 10), -1);
  });

  it('stays on the lane', () => {
    const surface = streaked([0, -3, 7]);
    expect(surface.pixels).toEqual(streaked([0, 0, 1]).pixels);
  });

  it('has a round head', () => {
    const surface = streaked([0, 0, 0.75]);
    // The head is at x = 2 + 96 * 0.75 = 74 and nearly 1.75 px high on both sides of y = 10.
    expect(alphaAt(surface, 70, 8)).toBeGreaterThan(100);
    expect(alphaAt(surface, 73, 8)).toBeLessThan(60);
    expect(alphaAt(surface, 73, 9)).toBeGreaterThan(100);
  });

  it('has no notch where a bend turns steep', () => {
    // The bend reaches 45 degrees, where columns change to rows, and the streak is 3 px wide around there.
    const surface = streaked([3, -0.5, 1]);
    for (let f = 0.75; f < 0.95; f += 0.002) {
      const x = laneX(lanes, 3, f);
      const y = laneY(lanes, 3, f);
      const dx = laneX(lanes, 3, f + 0.01) - x;
      const dy = laneY(lanes, 3, f + 0.01) - y;
      const length = Math.hypot(dx, dy);
      for (const side of [-0.7, 0, 0.7]) {
        const alpha = alphaAt(
          surface,
          Math.floor(x - (dy / length) * side),
          Math.floor(y + (dx / length) * side),
        );
        expect(alpha).toBeGreaterThan(70);
      }
    }
  });

  it('ignores what makes no sense', () => {
    const surface = streaked([0, 0.5, 0.5], [9, 0, 1], [0, 0, 1, 9], [0, 0, 1, 0, 0], [0, Number.NaN, 1]);
    expect(surface.pixels.every((pixel) => pixel === 0)).toBe(true);
  });

  it('cuts off at the edges and touches every tile it paints', () => {
    const fraction = fc.double({ min: -0.2, max: 1.2, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 }), fraction, fraction, (lane, from, to) => {
        const surface = streaked([lane, from, to]);
        clearSurface(surface);
        expect(surface.pixels.every((pixel) => pixel === 0)).toBe(true);
      }),
    );
  });
});

describe('painter', () => {
  function start(widthPx = 100, heightPx = 60, dpr = 1) {
    const canvas = fakeCanvas();
    const painter = createPainter(canvas as unknown as HTMLCanvasElement);
    painter.resize(widthPx, heightPx, dpr);
    painter.setSprites(sprites);
    return { canvas, painter };
  }

  it('shows after any frames what the last one alone would show', () => {
    const streaks = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 2 }), fc.double({ min: 0, max: 1 }), fc.double({ min: 0, max: 1 })),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(spots, streaks), { minLength: 1, maxLength: 4 }), (frames) => {
        const many = start();
        const one = start();
        frames.forEach(([list, tails], i) => {
          const columns = createStreaks(1);
          for (const [lane, from, to] of tails) addStreak(columns, lane, from, to, 1, 200);
          many.painter.paint(columns, lanes, marksAt(list));
          if (i === frames.length - 1) one.painter.paint(columns, lanes, marksAt(list));
        });
        expect(same(many.canvas.screen, one.canvas.screen)).toBe(true);
      }),
    );
  });

  it('shows streaks, and marks over them', () => {
    const { canvas, painter } = start();
    const streaks = createStreaks();
    addStreak(streaks, 0, 0, 1, 2);
    painter.paint(streaks, lanes, marksAt([disc(50, 10)]));
    const shown = (x: number) => [...canvas.screen.subarray((10 * 100 + x) * 4, (10 * 100 + x) * 4 + 3)];
    expect(shown(80)).toEqual([0, 0, 255]);
    expect(shown(50)).toEqual([255, 0, 0]);
  });

  it('shows only the part that changed', () => {
    const { canvas, painter } = start(1000, 1000);
    painter.paint(nothing, lanes, createMarks(1));
    expect(canvas.shownPixels).toBe(0);
    painter.paint(nothing, lanes, marksAt([disc(500, 500)]));
    // A disc of 3 px lies within one tile of 32 px here.
    expect(canvas.shownPixels).toBe(32 * 32);
    painter.paint(nothing, lanes, createMarks(1));
    expect(canvas.shownPixels).toBe(2 * 32 * 32);
    painter.paint(nothing, lanes, createMarks(1));
    expect(canvas.shownPixels).toBe(2 * 32 * 32);
  });

  it('caps the density and fits the canvas to whole device pixels', () => {
    const { canvas } = start(100.2, 60, 3);
    expect([canvas.width, canvas.height]).toEqual([200, 120]);
    expect([canvas.style.width, canvas.style.height]).toEqual(['100px', '60px']);
  });

  it('keeps its pixels when the size stays', () => {
    const { canvas, painter } = start();
    painter.paint(nothing, lanes, marksAt([disc(50, 30)]));
    const { screen } = canvas;
    painter.resize(100, 60, 1);
    expect(canvas.screen).toBe(screen);
    painter.resize(120, 60, 1);
    expect(canvas.screen).not.toBe(screen);
  });

  it('bears a hidden stage and being disposed of', () => {
    const { canvas, painter } = start(0, 60);
    painter.paint(nothing, lanes, marksAt([disc(5, 5)]));
    painter.resize(100, 60, 1);
    painter.dispose();
    painter.paint(nothing, lanes, marksAt([disc(5, 5)]));
    expect(canvas.shownPixels).toBe(0);
    expect(canvas.width).toBe(0);
  });

  it('says so when a canvas has no context', () => {
    const canvas = { getContext: () => null } as unknown as HTMLCanvasElement;
    expect(() => createPainter(canvas)).toThrow('2d context');
  });
});
