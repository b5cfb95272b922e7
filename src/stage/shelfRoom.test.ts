import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cast, layoutIn } from './layout.ts';
import { hasLabelRoom, LABEL_PX, RECORD_PX, recordsShown, shelfRoom } from './shelfRoom.ts';

const RECORD_ALONE_PX = 20;
/** The number of the records that are not drawn, at 12 px: a sign and digits. */
const morePx = (more: number) => 7 + 7 * String(more).length;

/** What a card holds besides its records, in px, as the style has it: beside them, and above and below. */
const AROUND = {
  full: { lying: [60, 83], standing: [38, 68] },
  small: { lying: [36, 38], standing: [26, 38] },
} as const;
/** Frame, name, button and what lies between them. */
const tinyPx = (named: boolean) => 27.6 + 2 + 28 + 4 + (named ? 66 : 12);

const anyStage = fc.record({
  widthPx: fc.oneof(fc.integer({ min: 320, max: 700 }), fc.integer({ min: 320, max: 2200 })),
  heightPx: fc.integer({ min: 120, max: 1200 }),
  given: fc.boolean(),
  servers: fc.integer({ min: 1, max: 26 }),
  people: fc.integer({ min: 1, max: 8 }),
  crowd: fc.boolean(),
  cdn: fc.boolean(),
  tells: fc.boolean(),
  records: fc.oneof(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 0, max: 999 })),
});

describe('records on the cards of servers', () => {
  it('are held by them, with the number of those that there is no room for, on every stage', () => {
    fc.assert(
      fc.property(
        anyStage,
        ({ widthPx, heightPx, given, servers, people, crowd, cdn, tells, records: count }) => {
          const cast: Cast = {
            people,
            crowd,
            cdn,
            copies: false,
            servers: Array.from({ length: servers }, (_, i) => i),
            workers: Array.from({ length: servers }, () => 2),
            stores: [0],
          };
          const layout = layoutIn({ widthPx, heightPx, given }, cast);
          const way = layout.wide ? 'lying' : 'standing';
          for (const { box } of layout.servers) {
            const small = hasLabelRoom(layout.cardSize, layout.wide, box);
            const labelled = small || (layout.cardSize === 'full' && box.w >= 120);
            const room = shelfRoom(layout.cardSize, layout.wide, box, labelled, tells);
            const { rows, perRow, named } = room;
            const what = JSON.stringify({ box, size: layout.cardSize, way, room });
            expect(rows, what).toBeGreaterThanOrEqual(1);
            // On the lowest cards a state may need the room; then there is the number alone.
            expect(perRow, what).toBeGreaterThanOrEqual(layout.cardSize === 'tiny' && tells ? 0 : 1);
            if (perRow === 0) {
              expect(recordsShown(count, 0), what).toBe(0);
              continue;
            }
            const shown = recordsShown(count, rows * perRow);
            const more = count - shown;
            expect(shown, what).toBeGreaterThanOrEqual(0);
            expect(more, what).toBeGreaterThanOrEqual(0);
            // Row by row, as the style lets them flow.
            const [besidePx, aroundPx] =
              layout.cardSize === 'tiny' ? [tinyPx(named), 0] : AROUND[layout.cardSize][way];
            const roomPx = box.w - besidePx;
            expect(
              Math.min(count, perRow) * RECORD_PX - (RECORD_PX - RECORD_ALONE_PX),
              what,
            ).toBeLessThanOrEqual(roomPx + 0.5);
            const inLast = more > 0 ? shown % perRow : 0;
            const last = inLast * RECORD_PX + (more > 0 ? morePx(more) : 0);
            const wraps = last > roomPx + 6;
            expect(
              Math.ceil(shown / perRow) + Number(more > 0 && (inLast === 0 || wraps)),
              what,
            ).toBeLessThanOrEqual(Math.max(rows, 1));
            if (layout.cardSize !== 'tiny')
              expect(rows * 24 - 4, what).toBeLessThanOrEqual(box.h - aroundPx - (small ? LABEL_PX : 0) + 6);
          }
        },
      ),
      { seed: 1, numRuns: 1500 },
    );
  });

  it('are all drawn where there is room, and otherwise as many as leave room for a number', () => {
    expect(recordsShown(4, 4)).toBe(4);
    expect(recordsShown(5, 4)).toBe(3);
    expect(recordsShown(120, 4)).toBe(2);
    expect(recordsShown(8, 1)).toBe(0);
  });
});
