/**
 * What the marks look like: how a style, a shape and a colour become a form to rasterize.
 */
import { packColour } from './colour.ts';
import { polygonDistance, regular, SHAPE, type Shape, shapeDistance, shapeReach } from './shapes.ts';
import { type Distance, type Field, type Layer, sampleField } from './stamps.ts';

/** What a mark says, apart from whose it is. */
export const STYLE = {
  /** A request on its way in: the shape, filled. */
  full: 0,
  /** A response on its way back: the shape as a ring. */
  hollow: 1,
  /** Refused (401, 429): a ring with an ×, larger than any shape, so that it is not told by colour alone. */
  refused: 2,
  /** Failed (5xx, timeout): a filled octagon with a "!". */
  failed: 3,
  /** Something small between machines: a health check, a copy of a session. */
  small: 4,
  /** A request that brings the session itself: the shape, filled, with a seal on it. */
  sealed: 5,
  /** A response that looks like a success and is none: the lower half of the shape is filled. */
  doubtful: 6,
} as const;
export type Style = (typeof STYLE)[keyof typeof STYLE];
export const STYLE_COUNT = 7;

/** Beyond two device pixels per CSS pixel, more of them cost much and show nothing. */
export const MAX_DPR = 2;

export interface LookOptions {
  /** The stage's background: the thin outline that keeps overlapping marks apart. */
  readonly paper: string;
  /** The inside of hollow and refused marks. */
  readonly card: string;
  /** Nominal radius of a mark; refusals and failures are larger. */
  readonly radiusPx: number;
  readonly dpr: number;
}

const REFUSED_SIZE = 1.5;
const FAILED_SIZE = 1.45;
const SMALL_SIZE = 0.55;
const SEAL_SIZE = 0.36;

/** Measures in device px. */
function scaleOf({ radiusPx, dpr }: LookOptions) {
  const density = Math.min(MAX_DPR, dpr);
  return {
    radius: radiusPx * density,
    // Small marks get a finer outline, or it would eat their neighbours.
    outline: Math.min(1, radiusPx * 0.2) * density,
    // A ring thinner than a CSS pixel loses its colour.
    ring: Math.max(1.1, radiusPx * 0.28) * density,
  };
}

/** How far the largest look goes from its centre, in device px. */
export function reachOf(options: LookOptions): number {
  const { radius, outline } = scaleOf(options);
  return radius * REFUSED_SIZE + outline;
}

/** Gives the layers to rasterize for a style in a shape, in an ink (0x00BBGGRR). */
export type Looks = (style: Style, shape: Shape, ink: number) => Layer[];

export function createLooks(options: LookOptions): Looks {
  const { radius, outline, ring } = scaleOf(options);
  const paper = packColour(options.paper);
  const card = packColour(options.card);
  // A shape is sampled once for its filled and its hollow look, in every colour.
  const fields: Field[] = [];

  return (style, shape, ink) => {
    switch (style) {
      case STYLE.full:
        return onPaper(fieldOf(shape), ink);
      case STYLE.small:
        return onPaper(
          sample(shapeRim(shape, radius * SMALL_SIZE), shapeReach(shape) * radius * SMALL_SIZE),
          ink,
        );
      case STYLE.hollow: {
        const field = fieldOf(shape);
        return [...onPaper(field, ink), { field, grow: -ring, colour: card }];
      }
      case STYLE.sealed: {
        const seal = radius * SEAL_SIZE;
        const hole = sample(shapeRim(SHAPE.circle, seal), shapeReach(shape) * radius);
        return [...onPaper(fieldOf(shape), ink), { field: hole, grow: 0, colour: card }];
      }
      case STYLE.doubtful: {
        const rim = shapeRim(shape, radius);
        const upper = sample((x, y) => Math.max(rim(x, y), y - ring), shapeReach(shape) * radius);
        return [...onPaper(fieldOf(shape), ink), { field: upper, grow: -ring, colour: card }];
      }
      case STYLE.refused: {
        const size = radius * REFUSED_SIZE;
        const disc = sample(shapeRim(SHAPE.circle, size), size);
        const cross = sample(crossOf(size * 0.34), size);
        return [
          ...onPaper(disc, ink),
          { field: disc, grow: -ring, colour: card },
          { field: cross, grow: ring / 2, colour: ink },
        ];
      }
      case STYLE.failed: {
        const size = radius * FAILED_SIZE;
        const corners = regular(8, size, 22.5);
        const octagon = sample((x, y) => polygonDistance(corners, x, y), size);
        const exclamation = sample(exclamationOf(size), size);
        return [...onPaper(octagon, ink), { field: exclamation, grow: 0, colour: card }];
      }
    }
  };

  function fieldOf(shape: Shape): Field {
    fields[shape] ??= sample(shapeRim(shape, radius), shapeReach(shape) * radius);
    return fields[shape];
  }

  function sample(distance: Distance, reach: number): Field {
    return sampleField(distance, reach + outline, Math.max(outline, ring));
  }

  function onPaper(field: Field, ink: number): Layer[] {
    return [
      { field, grow: outline, colour: paper },
      { field, grow: 0, colour: ink },
    ];
  }
}

function shapeRim(shape: Shape, radius: number): Distance {
  return (x, y) => shapeDistance(shape, x / radius, y / radius) * radius;
}

/** Distance to two strokes of no width that cross at the centre and reach `arm` along both axes. */
function crossOf(arm: number): Distance {
  return (x, y) => {
    const a = Math.abs(x);
    const b = Math.abs(y);
    // Folded into one quarter, both strokes are the diagonal from (0, 0) to (arm, arm).
    const t = Math.min(arm, (a + b) / 2);
    return Math.sqrt((a - t) * (a - t) + (b - t) * (b - t));
  };
}

/** Distance to an exclamation mark: a bar with round ends above a dot. */
function exclamationOf(size: number): Distance {
  const half = size * 0.15;
  return (x, y) => {
    const onBar = Math.min(size * 0.04, Math.max(-size * 0.46, y));
    const toBar = Math.sqrt(x * x + (y - onBar) * (y - onBar));
    const dotY = y - size * 0.5;
    const toDot = Math.sqrt(x * x + dotY * dotY);
    return Math.min(toBar, toDot) - half;
  };
}
