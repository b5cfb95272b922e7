import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CalloutPlace, calloutWidths, placeCallout, placesFor, type Use } from './calloutPlace.ts';
import { type Box, type Cast, layoutIn, type StageLayout } from './layout.ts';

const MEMORY: Use = { store: false, shelves: true };
const SHARED: Use = { store: true, shelves: false };

const cast = (servers: number, stores = 1, people = 8, crowd = false, cdn = false): Cast => ({
  cdn,
  copies: false,
  stores: Array.from({ length: stores }, (_, i) => i),
  people,
  crowd,
  servers: Array.from({ length: servers }, (_, i) => i),
  workers: Array.from({ length: servers }, () => 2),
});

/** What a text of about so many letters takes: narrower boxes are higher. */
const sizesFor = (layout: StageLayout, letters = 72) =>
  calloutWidths(layout).map((w) => ({ w, h: 10 + 18 * Math.ceil((letters * 7) / (w - 26)) }));

const place = (layout: StageLayout, server: number, use = MEMORY, letters?: number) =>
  placeCallout(layout, server, sizesFor(layout, letters), use);

const shared = (a: Box, b: Box) =>
  Math.max(0, Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y));

/** What must stay in sight: people, cards with records, a store in use. */
const precious = (l: StageLayout, { store, shelves }: Use): Box[] => [
  ...l.people,
  ...(l.crowd ? [l.crowd] : []),
  ...(shelves ? l.servers.map((s) => s.box) : []),
  ...(store ? l.stores.map((s) => s.box) : []),
];
const covered = (box: Box, boxes: readonly Box[]) => boxes.reduce((sum, b) => sum + shared(box, b), 0);

const wideStage = (widthPx: number, heightPx: number, who: Cast) =>
  layoutIn({ widthPx, heightPx, given: true }, who);
const phone = (who: Cast) => layoutIn({ widthPx: 374, heightPx: 0, given: false }, who);

const endOf = ({ leader }: CalloutPlace) => leader?.slice(-2) ?? expect.fail('It should have a line.');

describe('the place of what explains a refusal', () => {
  const anyStage = fc.record({
    widthPx: fc.constantFrom(320, 358, 374, 460, 520, 700, 804, 964, 1124, 1600),
    heightPx: fc.integer({ min: 240, max: 900 }),
    given: fc.boolean(),
    servers: fc.integer({ min: 0, max: 26 }),
    stores: fc.constantFrom(1, 1, 2, 3, 6),
    people: fc.integer({ min: 0, max: 8 }),
    crowd: fc.boolean(),
    cdn: fc.boolean(),
    use: fc.constantFrom(MEMORY, SHARED, { store: true, shelves: true }),
    about: fc.integer({ min: -1, max: 27 }),
    letters: fc.integer({ min: 30, max: 110 }),
  });

  it('is inside the stage, wide enough to be read, and over nothing precious if that is possible', () => {
    fc.assert(
      fc.property(anyStage, ({ widthPx, heightPx, given, servers, stores, people, crowd, cdn, ...rest }) => {
        const layout = layoutIn({ widthPx, heightPx, given }, cast(servers, stores, people, crowd, cdn));
        const { use, about, letters } = rest;
        const sizes = sizesFor(layout, letters);
        const { box, leader } = placeCallout(layout, about, sizes, use);
        expect(box.w).toBeGreaterThanOrEqual(Math.min(...calloutWidths(layout)));
        expect(sizes).toContainEqual({ w: box.w, h: box.h });
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.y).toBeGreaterThanOrEqual(0);
        expect(box.x + box.w).toBeLessThanOrEqual(layout.widthPx);
        expect(box.y + box.h).toBeLessThanOrEqual(layout.heightPx);
        const boxes = precious(layout, use);
        const least = Math.min(...placesFor(layout, about, sizes, use).map((b) => covered(b, boxes)));
        expect(covered(box, boxes)).toBeCloseTo(least, 3);
        for (const [i, at] of (leader ?? []).entries()) {
          expect(at).toBeGreaterThanOrEqual(0);
          expect(at).toBeLessThanOrEqual(i % 2 === 0 ? layout.widthPx : layout.heightPx);
        }
      }),
      { seed: 4, numRuns: 300 },
    );
  });

  it('has a line to the server it is about', () => {
    const stages = [
      wideStage(1124, 640, cast(3)),
      wideStage(964, 395, cast(3)),
      wideStage(520, 300, cast(3)),
      wideStage(804, 560, cast(5)),
      wideStage(1124, 640, cast(12)),
      phone(cast(2)),
      phone(cast(3)),
      phone(cast(8)),
    ];
    for (const layout of stages) {
      for (const { server, box } of layout.servers) {
        const [x, y] = endOf(place(layout, server));
        const what = `server ${server} of ${layout.servers.length}, ${layout.widthPx} px: ${x}, ${y}`;
        expect(x, what).toBeGreaterThan(box.x - 40);
        expect(x, what).toBeLessThan(box.x + box.w + 12);
        expect(y, what).toBeGreaterThan(box.y - 30);
        expect(y, what).toBeLessThan(box.y + box.h + 12);
      }
    }
  });

  it('is free of everything where the store is not used', () => {
    for (const heightPx of [300, 395, 640]) {
      for (const servers of [2, 3, 4, 6, 12]) {
        const layout = wideStage(964, heightPx, cast(servers));
        for (const { server } of layout.servers) {
          const { box } = place(layout, server);
          const all = [layout.balancer, ...precious(layout, MEMORY)];
          expect(covered(box, all), `${server} of ${servers}, ${heightPx} px`).toBe(0);
        }
      }
    }
  });

  it('leaves the nodes of the store in sight', () => {
    for (const [widthPx, heightPx] of [
      [520, 560],
      [700, 560],
      [1124, 640],
    ]) {
      for (const stores of [2, 3, 4, 6]) {
        const layout = wideStage(widthPx, heightPx, cast(3, stores));
        const { box } = place(layout, 1, SHARED);
        expect(covered(box, precious(layout, SHARED)), `${stores} nodes, ${widthPx} px`).toBe(0);
      }
    }
  });

  it('covers no letter of the balancer, even where cards fill the stage', () => {
    for (const servers of [2, 3, 5, 8]) {
      for (const widthPx of [520, 804, 1124]) {
        const layout = wideStage(widthPx, 560, cast(servers));
        const { box } = place(layout, servers - 1);
        for (const { lane } of layout.servers) {
          const letter = {
            x: layout.balancer.x + layout.balancer.w / 2 - 13,
            y: layout.curves[lane].points[1] - 13,
            w: 26,
            h: 26,
          };
          expect(shared(box, letter), `${servers} servers, ${widthPx} px`).toBe(0);
        }
      }
    }
  });

  it('points at the balancer when no server is to blame, and at nothing when that server is gone', () => {
    for (const layout of [wideStage(1124, 640, cast(3)), phone(cast(3))]) {
      const { x, y, w, h } = layout.balancer;
      const [endX, endY] = endOf(place(layout, -1));
      expect(endX).toBeGreaterThanOrEqual(x);
      expect(endX).toBeLessThanOrEqual(x + w);
      expect(endY).toBeGreaterThanOrEqual(y);
      expect(endY).toBeLessThanOrEqual(y + h);
      expect(place(layout, 17).leader).toBeNull();
    }
  });

  it('stays between balancer and servers on a phone, whose stage is higher than the window', () => {
    for (const servers of [2, 3, 12]) {
      const layout = phone(cast(servers));
      const { box } = place(layout, servers - 1);
      expect(box.y).toBeGreaterThan(layout.balancer.y + layout.balancer.h);
      expect(box.y + box.h).toBeLessThan(layout.servers[1].box.y);
    }
  });
});
