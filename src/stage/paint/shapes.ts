/**
 * The shapes that tell people apart, as outlines around the origin for a nominal radius of 1 (y points
 * down). A shape is a polygon with a rounded rim; the circle is the rim alone. The distance to the rim
 * gives coverage, outlines and rings for the painter; `shapePath` gives the same form to SVG.
 *
 * Sizes are optical: all shapes cover nearly the area of the circle, pointed ones a little less, since
 * their reach makes them look larger.
 */

export const SHAPE = {
  circle: 0,
  square: 1,
  triangle: 2,
  diamond: 3,
  plus: 4,
  star: 5,
  hexagon: 6,
  drop: 7,
} as const;
export type Shape = (typeof SHAPE)[keyof typeof SHAPE];
export const SHAPE_COUNT = 8;

interface Outline {
  /** Corners x, y, x, y, … of the polygon inside the rim. */
  readonly corners: Float64Array;
  /** Radius of the rim around the polygon. */
  readonly rim: number;
}

const OUTLINES: Readonly<Record<Shape, Outline>> = {
  [SHAPE.circle]: { corners: Float64Array.of(0, 0), rim: 1 },
  [SHAPE.square]: { corners: regular(4, 0.94, 45), rim: 0.22 },
  [SHAPE.triangle]: { corners: regular(3, 1.21, 0, 0.2), rim: 0.12 },
  [SHAPE.diamond]: { corners: regular(4, 1.07, 0), rim: 0.12 },
  [SHAPE.plus]: { corners: cross(0.96, 0.28), rim: 0.12 },
  [SHAPE.star]: { corners: star(5, 1.2, 0.56, 0.06), rim: 0.08 },
  // Stretched a little, or it would pass for a circle at a few pixels.
  [SHAPE.hexagon]: {
    corners: Float64Array.of(-1.1, 0, -0.54, -0.81, 0.54, -0.81, 1.1, 0, 0.54, 0.81, -0.54, 0.81),
    rim: 0.08,
  },
  [SHAPE.drop]: { corners: drop(0.84, 1.4), rim: 0.06 },
};

/**
 * Signed distance from a point to the rim of a shape of radius 1: negative inside.
 * The point and the result are in units of the radius.
 */
export function shapeDistance(shape: Shape, x: number, y: number): number {
  const { corners, rim } = OUTLINES[shape];
  return polygonDistance(corners, x, y) - rim;
}

/** How far a shape of radius 1 goes from its centre. */
export function shapeReach(shape: Shape): number {
  const { corners, rim } = OUTLINES[shape];
  let reach = 0;
  for (let i = 0; i < corners.length; i += 2) reach = Math.max(reach, Math.hypot(corners[i], corners[i + 1]));
  return reach + rim;
}

/** Signed distance to a polygon (negative inside); a single corner is a point, two are a line. */
export function polygonDistance(corners: Float64Array, x: number, y: number): number {
  const n = corners.length;
  let nearest = Number.POSITIVE_INFINITY;
  let inside = false;
  for (let i = 0, j = n - 2; i < n; j = i, i += 2) {
    const ax = corners[i];
    const ay = corners[i + 1];
    const ex = corners[j] - ax;
    const ey = corners[j + 1] - ay;
    const px = x - ax;
    const py = y - ay;
    const length2 = ex * ex + ey * ey;
    const way = px * ex + py * ey;
    const t = way <= 0 ? 0 : way >= length2 ? 1 : way / length2;
    const dx = px - ex * t;
    const dy = py - ey * t;
    const distance2 = dx * dx + dy * dy;
    if (distance2 < nearest) nearest = distance2;
    // Even-odd: count the edges that a ray towards +x crosses.
    if (ay > y !== corners[j + 1] > y && x < (ex * (y - ay)) / ey + ax) inside = !inside;
  }
  return inside ? -Math.sqrt(nearest) : Math.sqrt(nearest);
}

/** The outline as SVG path data around (0, 0), for the same shapes as elements of the page. */
export function shapePath(shape: Shape, radiusPx: number): string {
  const { corners, rim } = OUTLINES[shape];
  const r = round(rim * radiusPx);
  if (corners.length === 2) return `M${-r} 0A${r} ${r} 0 1 1 ${r} 0A${r} ${r} 0 1 1 ${-r} 0Z`;
  const n = corners.length / 2;
  let path = '';
  for (let i = 0; i < n; i++) {
    const [ax, ay] = outward(corners, (i + n - 1) % n, i);
    const [bx, by] = outward(corners, i, (i + 1) % n);
    const x = corners[i * 2];
    const y = corners[i * 2 + 1];
    const start = path === '' ? 'M' : 'L';
    if (ax * by - ay * bx >= 0) {
      // An outer corner: the rim turns around it.
      path += `${start}${at(x + ax * rim, y + ay * rim)}A${r} ${r} 0 0 1 ${at(x + bx * rim, y + by * rim)}`;
    } else {
      // An inner corner: the two moved edges meet on the bisector.
      const k = rim / (1 + ax * bx + ay * by);
      path += `${start}${at(x + (ax + bx) * k, y + (ay + by) * k)}`;
    }
  }
  return `${path}Z`;

  function at(x: number, y: number): string {
    return `${round(x * radiusPx)} ${round(y * radiusPx)}`;
  }
}

/** Unit normal of the edge between two corners, pointing out (corners run clockwise on the screen). */
function outward(corners: Float64Array, from: number, to: number): [number, number] {
  const dx = corners[to * 2] - corners[from * 2];
  const dy = corners[to * 2 + 1] - corners[from * 2 + 1];
  const length = Math.hypot(dx, dy);
  return [dy / length, -dx / length];
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** A regular polygon with the first corner `turnDegrees` clockwise from the top, moved down by `down`. */
export function regular(sides: number, radius: number, turnDegrees: number, down = 0): Float64Array {
  const corners: number[] = [];
  for (let i = 0; i < sides; i++) {
    const angle = (turnDegrees * Math.PI) / 180 + (i * 2 * Math.PI) / sides;
    corners.push(radius * Math.sin(angle), down - radius * Math.cos(angle));
  }
  return Float64Array.from(corners);
}

function star(points: number, outer: number, inner: number, down: number): Float64Array {
  const corners: number[] = [];
  for (let i = 0; i < points * 2; i++) {
    const radius = i % 2 === 0 ? outer : inner;
    const angle = (i * Math.PI) / points;
    corners.push(radius * Math.sin(angle), down - radius * Math.cos(angle));
  }
  return Float64Array.from(corners);
}

function cross(reach: number, half: number): Float64Array {
  const a = reach;
  const b = half;
  return Float64Array.of(-b, -a, b, -a, b, -b, a, -b, a, b, b, b, b, a, -b, a, -b, b, -a, b, -a, -b, -b, -b);
}

/** A drop: a round belly, and a tip above it where the tangents meet. */
function drop(belly: number, tip: number): Float64Array {
  const down = (tip - belly) / 2 + 0.04;
  // The tangent from the tip touches the belly at this angle from the top.
  const touch = Math.acos(belly / (tip + down));
  const corners = [0, -tip];
  const steps = 12;
  for (let i = 0; i <= steps; i++) {
    const angle = touch + ((2 * Math.PI - 2 * touch) * i) / steps;
    corners.push(belly * Math.sin(angle), down - belly * Math.cos(angle));
  }
  return Float64Array.from(corners);
}
