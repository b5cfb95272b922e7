import { describe, expect, it } from 'vitest';
import { SHAPE, type Shape, shapeDistance, shapePath, shapeReach } from './shapes.ts';

const shapes = Object.entries(SHAPE) as [string, Shape][];

/** Area in units of the unit circle's, counted on a grid. */
function area(shape: Shape): number {
  let inside = 0;
  for (let y = -2; y < 2; y += 0.02) {
    for (let x = -2; x < 2; x += 0.02) if (shapeDistance(shape, x, y) < 0) inside++;
  }
  return (inside * 0.0004) / Math.PI;
}

describe.each(shapes)('%s', (_, shape) => {
  it('weighs about as much as the circle', () => {
    expect(area(shape)).toBeGreaterThan(0.82);
    expect(area(shape)).toBeLessThan(1.05);
  });

  it('is its own mirror image, on which the sampling of sprites relies', () => {
    for (const [x, y] of [
      [0.3, 0.2],
      [0.9, -0.4],
      [1.1, 0.7],
    ]) {
      expect(shapeDistance(shape, -x, y)).toBeCloseTo(shapeDistance(shape, x, y), 10);
    }
  });

  it('goes no further than its reach', () => {
    const reach = shapeReach(shape) + 1e-9;
    for (let degrees = 0; degrees < 360; degrees++) {
      const angle = (degrees * Math.PI) / 180;
      expect(shapeDistance(shape, reach * Math.cos(angle), reach * Math.sin(angle))).toBeGreaterThanOrEqual(
        0,
      );
    }
  });

  it('has a path whose points lie on the rim', () => {
    // The numbers of M and L commands, and the last two of A commands, are points of the outline.
    const points = [...shapePath(shape, 100).matchAll(/(-?[\d.]+) (-?[\d.]+)(?=[MLAZ])/g)];
    expect(points.length).toBeGreaterThanOrEqual(2);
    for (const [, x, y] of points) {
      expect(Math.abs(shapeDistance(shape, Number(x) / 100, Number(y) / 100))).toBeLessThan(0.001);
    }
  });
});

describe('shapeDistance', () => {
  it('is the distance to the rim', () => {
    expect(shapeDistance(SHAPE.circle, 3, 4)).toBeCloseTo(4);
    expect(shapeDistance(SHAPE.circle, 0, 0)).toBeCloseTo(-1);
  });
});

describe('shapePath', () => {
  it('draws a circle with two arcs', () => {
    expect(shapePath(SHAPE.circle, 5)).toBe('M-5 0A5 5 0 1 1 5 0A5 5 0 1 1 -5 0Z');
  });
});
