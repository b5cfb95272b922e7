/** The lanes that requests travel along: how each kind of way bends, and the path it is drawn as. */
import type { Box, Point, ServerPlace } from './layoutParts.ts';
import type { Curve } from './paint/lanes.ts';

/** Servers that copies are drawn between; with more, the lanes would hide everything. */
const MOST_COPY_LANES = 12;

/** A lane between any two servers: along the side of a column of cards, else from card to card. */
export function betweenServers(
  servers: readonly ServerPlace[],
  inColumn: boolean,
  curves: Curve[],
): number[][] {
  const lanes: number[][] = [];
  if (servers.length > MOST_COPY_LANES) return lanes;
  for (const a of servers) {
    for (const b of servers) {
      if (a.server >= b.server) continue;
      const [from, to] = [middleOf(a.box), middleOf(b.box)];
      const right = a.box.x + a.box.w;
      const bend = right + Math.min(46, 20 + Math.abs(to.y - from.y) * 0.08);
      const curve: Curve = inColumn
        ? {
            kind: 'cubic',
            points: [right, from.y + 14, bend, from.y + 14, bend, to.y - 14, right, to.y - 14],
          }
        : { kind: 'polyline', points: [from.x, from.y, to.x, to.y] };
      lanes[a.server] ??= [];
      lanes[a.server][b.server] = curves.push(curve) - 1;
    }
  }
  return lanes;
}

const middleOf = ({ x, y, w, h }: Box): Point => ({ x: x + w / 2, y: y + h / 2 });

export function straightDown(x: number, fromY: number, toY: number): Curve {
  return { kind: 'polyline', points: [x, fromY, x, toY] };
}

/** From the left of a face around the corner and down. */
export function besideColumn(from: Point, x: number, toY: number): Curve {
  const r = Math.min(10, from.x - x);
  return {
    kind: 'polyline',
    points: [from.x, from.y, x + r, from.y, x + r * 0.3, from.y + r * 0.3, x, from.y + r, x, toY],
  };
}

export function sideways(a: Point, b: Point): Curve {
  const bend = (b.x - a.x) * 0.5;
  return { kind: 'cubic', points: [a.x, a.y, a.x + bend, a.y, b.x - bend, b.y, b.x, b.y] };
}

/** A way to a later column: along the gap above the row, so that it crosses no card. */
export function between(a: Point, b: Point, fromX: number, gapY: number): Curve {
  const points = [a.x, a.y];
  for (let i = 1; i <= 12; i++) {
    // The first stretch is an S-curve like the others', in corners close enough to look smooth.
    const t = i / 12;
    const s = t * t * (3 - 2 * t);
    points.push(a.x + (fromX - a.x) * t, a.y + (gapY - a.y) * s);
  }
  points.push(b.x - 26, gapY, b.x - 18, gapY + 3, b.x - 12, gapY + 10, b.x, b.y);
  return { kind: 'polyline', points };
}

export function downwards(a: Point, b: Point): Curve {
  const bend = (b.y - a.y) * 0.5;
  return { kind: 'cubic', points: [a.x, a.y, a.x, a.y + bend, b.x, b.y - bend, b.x, b.y] };
}

/** A curve as the `d` of an SVG path. */
export function pathOf({ kind, points: p }: Curve): string {
  if (kind === 'cubic') return `M${p[0]} ${p[1]}C${p[2]} ${p[3]} ${p[4]} ${p[5]} ${p[6]} ${p[7]}`;
  let d = `M${p[0]} ${p[1]}`;
  for (let i = 2; i < p.length; i += 2) d += `L${p[i]} ${p[i + 1]}`;
  return d;
}
