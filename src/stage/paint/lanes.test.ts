import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLanes, laneX, laneY, pointOnLane } from './lanes.ts';

const STRAIGHT = { kind: 'cubic', points: [0, 10, 10, 10, 90, 10, 100, 10] } as const;
const CORNER = { kind: 'polyline', points: [0, 0, 30, 0, 30, 10] } as const;
const BEND = { kind: 'cubic', points: [0, 0, 200, 0, 0, 300, 200, 300] } as const;

describe('lanes', () => {
  it('measures the length', () => {
    const lanes = createLanes([STRAIGHT, CORNER]);
    expect(lanes.lengthPx[0]).toBeCloseTo(100, 3);
    expect(lanes.lengthPx[1]).toBeCloseTo(40, 3);
  });

  it('makes a fraction of the time a fraction of the way, though the handles pull', () => {
    const lanes = createLanes([STRAIGHT]);
    for (const fraction of [0, 0.1, 0.25, 0.5, 0.9, 1]) {
      expect(laneX(lanes, 0, fraction)).toBeCloseTo(100 * fraction, 2);
      expect(laneY(lanes, 0, fraction)).toBeCloseTo(10, 5);
    }
  });

  it('follows the corners of a polyline', () => {
    const lanes = createLanes([STRAIGHT, CORNER]);
    // 40 px in all: half of it is 20 px along the first piece, 9/10 of it 6 px down the second.
    expect([laneX(lanes, 1, 0.5), laneY(lanes, 1, 0.5)]).toEqual([20, 0]);
    expect(laneX(lanes, 1, 0.9)).toBe(30);
    expect(laneY(lanes, 1, 0.9)).toBeCloseTo(6, 5);
  });

  it('stays at the ends outside 0 to 1', () => {
    const lanes = createLanes([CORNER, STRAIGHT]);
    expect([laneX(lanes, 0, -3), laneY(lanes, 0, -3)]).toEqual([0, 0]);
    expect([laneX(lanes, 0, 7), laneY(lanes, 0, 7)]).toEqual([30, 10]);
  });

  it('writes a point where it is told to', () => {
    const lanes = createLanes([CORNER]);
    const x = new Float32Array(3);
    const y = new Float32Array(3);
    pointOnLane(lanes, 0, 0.5, x, y, 1);
    expect([...x, ...y]).toEqual([0, 20, 0, 0, 0, 0]);
  });

  it('moves at an even speed along a bend', () => {
    const lanes = createLanes([BEND]);
    const fraction = fc.double({ min: 0, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(fraction, (f) => {
        const dx = laneX(lanes, 0, f + 0.01) - laneX(lanes, 0, f);
        const dy = laneY(lanes, 0, f + 0.01) - laneY(lanes, 0, f);
        const stepPx = lanes.lengthPx[0] * 0.01;
        expect(Math.abs(Math.hypot(dx, dy) - stepPx)).toBeLessThan(stepPx * 0.02);
      }),
    );
  });

  it('bears a lane without length', () => {
    const lanes = createLanes([{ kind: 'polyline', points: [5, 6, 5, 6] }]);
    expect([laneX(lanes, 0, 0.5), laneY(lanes, 0, 0.5), lanes.lengthPx[0]]).toEqual([5, 6, 0]);
  });

  it('says what a curve needs', () => {
    expect(() => createLanes([{ kind: 'cubic', points: [0, 0, 1, 1] }])).toThrow('8 numbers');
    expect(() => createLanes([{ kind: 'polyline', points: [0, 0, 1] }])).toThrow('not 3');
  });
});
