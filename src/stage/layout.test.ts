import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pathOf } from './curves.ts';
import { type Box, type Cast, layoutIn, WIDE_FROM_PX, WIDE_IN_ROOM_FROM_PX } from './layout.ts';

const cast = (servers: number, people = 8, crowd = false, workers = 2, cdn = false, stores = 1) => ({
  cdn,
  copies: false,
  stores: Array.from({ length: stores }, (_, i) => i),
  people,
  crowd,
  servers: Array.from({ length: servers }, (_, i) => i),
  workers: Array.from({ length: servers }, () => workers),
});

const layoutStage = (widthPx: number, heightPx: number, who: Cast) =>
  layoutIn({ widthPx, heightPx, given: false }, who);

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.w - 0.01 && b.x < a.x + a.w - 0.01 && a.y < b.y + b.h - 0.01 && b.y < a.y + a.h - 0.01;

/** Widths and heights a stage really gets, with anything from no server to the most there can be. */
const anyStage = fc.record({
  widthPx: fc.integer({ min: 300, max: 2200 }),
  heightPx: fc.integer({ min: 120, max: 1200 }),
  given: fc.boolean(),
  servers: fc.oneof(fc.integer({ min: 0, max: 26 }), fc.constant(300)),
  people: fc.integer({ min: 0, max: 8 }),
  crowd: fc.boolean(),
  workers: fc.integer({ min: 1, max: 40 }),
  cdn: fc.boolean(),
  stores: fc.integer({ min: 1, max: 12 }),
});

describe('the layout', () => {
  it('lets nothing overlap and nothing leave the stage', () => {
    fc.assert(
      fc.property(anyStage, ({ widthPx, heightPx, given, servers, people, crowd, workers, cdn, stores }) => {
        const who = cast(servers, people, crowd, workers, cdn, stores);
        const l = layoutIn({ widthPx, heightPx, given }, who);
        const h = l.heightPx;
        if (l.wide && heightPx >= 420) expect(h).toBe(heightPx);
        const boxes = [
          ...(l.cdn ? [l.cdn] : []),
          ...l.people,
          ...(l.crowd ? [l.crowd] : []),
          l.balancer,
          ...l.stores.map((s) => s.box),
          ...l.servers.map((s) => s.box),
        ];
        for (const [i, a] of boxes.entries()) {
          expect(a.w).toBeGreaterThan(20);
          expect(a.h).toBeGreaterThan(20);
          expect(a.x).toBeGreaterThanOrEqual(0);
          expect(a.x + a.w).toBeLessThanOrEqual(widthPx + 0.01);
          expect(a.y + a.h).toBeLessThanOrEqual(h + 0.01);
          for (const b of boxes.slice(i + 1))
            expect(overlap(a, b), `${JSON.stringify(a)} ${JSON.stringify(b)}`).toBe(false);
        }
        expect(l.servers.length + l.hidden).toBe(servers);
        expect(l.stores.length).toBe(stores);
      }),
      { seed: 1, numRuns: 400 },
    );
  });

  it('gives every person and server a lane of its own', () => {
    const l = layoutStage(1124, 640, cast(4, 8, true));
    // Eight people, the crowd, and two lanes for each of four servers.
    expect(l.curves.length).toBe(8 + 1 + 2 * 4);
    expect(new Set(l.servers.flatMap((s) => [s.lane, ...s.storeLanes])).size).toBe(8);
    expect(l.crowdLane).toBe(8);
  });

  it('goes from left to right where there is room, and from top to bottom where not', () => {
    const wide = layoutStage(WIDE_FROM_PX, 600, cast(3));
    expect(wide.people[0].x).toBeLessThan(wide.balancer.x);
    expect(wide.balancer.x).toBeLessThan(wide.servers[0].box.x);
    const tall = layoutStage(390, 800, cast(3));
    expect(tall.people[0].y).toBeLessThan(tall.balancer.y);
    expect(tall.balancer.y).toBeLessThan(tall.servers[0].box.y);
  });

  it('draws a dock for each worker as far as the card has room', () => {
    expect(layoutStage(1124, 640, cast(2, 8, false, 2)).servers[0].docks.length).toBe(2);
    expect(layoutStage(1124, 640, cast(2, 8, false, 40)).servers[0].docks.length).toBeLessThanOrEqual(6);
  });

  it('lies in a room with little height, where it would stand if it could be as high as it likes', () => {
    const room = { widthPx: WIDE_IN_ROOM_FROM_PX, heightPx: 240 };
    expect(layoutIn({ ...room, given: true }, cast(3)).wide).toBe(true);
    expect(layoutIn({ ...room, given: false }, cast(3)).wide).toBe(false);
  });

  it('has the letters of the balancer in the order of the servers, each with its lane', () => {
    for (const widthPx of [320, 360, 390, 600, 800, 1124]) {
      for (let servers = 2; servers <= 8; servers++) {
        const l = layoutStage(widthPx, 600, cast(servers));
        const along = l.servers.map(({ lane }) => l.curves[lane].points[l.wide ? 1 : 0]);
        expect(along, `${servers} servers, ${widthPx} px`).toEqual(along.toSorted((a, b) => a - b));
      }
    }
  });

  it('stands low enough for a phone', () => {
    for (const servers of [1, 2, 3]) {
      expect(layoutStage(390, 0, cast(servers)).heightPx).toBeLessThanOrEqual(545);
    }
  });

  it('writes curves as paths', () => {
    expect(pathOf({ kind: 'polyline', points: [0, 1, 2, 3] })).toBe('M0 1L2 3');
    expect(pathOf({ kind: 'cubic', points: [0, 1, 2, 3, 4, 5, 6, 7] })).toBe('M0 1C2 3 4 5 6 7');
  });
});
