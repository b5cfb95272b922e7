import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Edges, placeMenu } from './menuPlace.ts';

const ROOM = { left: 4, top: 4, right: 386, bottom: 740 };
const box = (left: number, top: number, width: number, height: number): Edges => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

/** A button whose left upper corner is there. */
const button = (left: number, top: number): Edges => box(left, top, 28, 28);

describe('a menu', () => {
  it('opens beside what it is about, at the right if it can, and level with its button', () => {
    const size = { width: 232, height: 160 };
    expect(placeMenu(box(10, 200, 92, 72), size, ROOM, true, button(70, 204))).toMatchObject({
      left: 108,
      top: 204,
    });
    expect(placeMenu(box(288, 200, 92, 72), size, ROOM, true, button(320, 240))).toMatchObject({
      left: 50,
      top: 240,
    });
    // The foot of something high.
    expect(placeMenu(box(10, 200, 92, 340), size, ROOM, true, button(42, 510))).toMatchObject({
      left: 108,
      top: 510,
    });
    expect(placeMenu(box(10, 300, 92, 430), size, ROOM, true, button(42, 700))).toMatchObject({
      left: 108,
      top: 580,
    });
  });

  it('opens below or above where its button is far from the sides that are free', () => {
    const size = { width: 232, height: 160 };
    expect(placeMenu(box(4, 200, 140, 50), size, ROOM, true, button(4, 204))).toMatchObject({
      left: 4,
      top: 256,
    });
    expect(placeMenu(box(4, 680, 140, 50), size, ROOM, true, button(4, 684))).toMatchObject({
      left: 4,
      top: 514,
    });
  });

  it('opens below or above where no side is wide enough, or it may not be beside', () => {
    expect(
      placeMenu(box(102, 200, 92, 72), { width: 232, height: 160 }, ROOM, true, button(102, 210)),
    ).toMatchObject({
      left: 102,
      top: 278,
    });
    expect(
      placeMenu(box(102, 600, 180, 132), { width: 232, height: 380 }, ROOM, true, button(102, 210)),
    ).toMatchObject({
      left: 102,
      top: 214,
    });
    expect(
      placeMenu(box(10, 700, 34, 34), { width: 232, height: 300 }, ROOM, false, button(10, 700)),
    ).toMatchObject({
      left: 10,
      top: 394,
    });
  });

  it('never leaves its room, and hides what it is about only where nothing else is possible', () => {
    const anyBox = fc
      .tuple(
        fc.integer({ min: 4, max: 300 }),
        fc.integer({ min: -60, max: 700 }),
        fc.integer({ min: 24, max: 380 }),
        fc.integer({ min: 24, max: 160 }),
      )
      .map(([x, y, w, h]) => box(x, y, w, h));
    fc.assert(
      fc.property(anyBox, fc.integer({ min: 60, max: 420 }), fc.boolean(), (about, height, beside) => {
        const { left, top, maxHeight } = placeMenu(
          about,
          { width: 232, height },
          ROOM,
          beside,
          button(about.left, about.top),
        );
        const shown = Math.min(height, maxHeight);
        expect(left).toBeGreaterThanOrEqual(ROOM.left);
        expect(left + 232).toBeLessThanOrEqual(ROOM.right);
        expect(top).toBeGreaterThanOrEqual(ROOM.top);
        expect(top + shown).toBeLessThanOrEqual(ROOM.bottom);
        const hides =
          left < about.right && about.left < left + 232 && top < about.bottom && about.top < top + shown;
        const free = Math.max(ROOM.bottom - about.bottom, about.top - ROOM.top) - 6;
        if (free >= 120) expect(hides).toBe(false);
      }),
      { seed: 1 },
    );
  });
});
