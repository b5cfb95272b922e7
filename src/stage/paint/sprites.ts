/**
 * The sprite set of one theme and pixel density: which looks a mark can have, as stamps ready to copy.
 *
 * A stamp is made when a mark first needs it and stays until the set is replaced: only looks that occur
 * cost anything, and no frame has to wait for many. What they look like is said in `looks.ts`.
 */
import { packColour } from './colour.ts';
import {
  createLooks,
  type LookOptions,
  type Looks,
  reachOf,
  STYLE,
  STYLE_COUNT,
  type Style,
} from './looks.ts';
import { SHAPE, SHAPE_COUNT, type Shape } from './shapes.ts';
import { FINE, type Layer, rasterize, type Stamp } from './stamps.ts';

/** Palette entries a sprite id has room for. */
export const MAX_COLOURS = 16;
/** As many ids as there are combinations; most are never used. */
const ID_COUNT = STYLE_COUNT * SHAPE_COUNT * MAX_COLOURS;

export interface SpriteOptions extends LookOptions {
  /** `#rrggbb`, at most `MAX_COLOURS`; a sprite's colour is an index into this list. */
  readonly colours: readonly string[];
  /** False for hard edges at whole pixels: cheaper to paint, for when a frame exceeds its budget. */
  readonly aa?: boolean;
}

export interface SpriteSet {
  readonly looks: Looks;
  /** What the looks gave, by sprite id. */
  readonly layers: (Layer[] | undefined)[];
  /** Palette as 0x00BBGGRR. */
  readonly inks: Int32Array;
  /** Stamps per axis: `FINE` with soft edges, 1 with hard edges. */
  readonly positions: number;
  /** No stamp goes further from a mark's centre than this, in device px. */
  readonly reach: number;
  /** The stamp for each sprite id and position (x + y * `positions`), or -1 as long as there is none. */
  readonly stampAt: Int32Array;
  /** `STAMP_FIELDS` numbers per stamp. */
  stamps: Int32Array;
  stampCount: number;
  /**
   * The pixels of all stamps in pairs: place within the stamp (y << 16 | x), then 0xAABBGGRR. Of each stamp
   * the opaque ones come first, so that painting is two plain loops and never asks which kind a pixel is.
   */
  dots: Int32Array;
  dotsUsed: number;
}

/**
 * A stamp in `SpriteSet.stamps`: left, top, right, bottom relative to the pixel that holds the mark's centre;
 * then where in `dots` its opaque pixels begin, its others begin, and all end.
 */
export const STAMP_FIELDS = 7;

/** The number that stands for a look: `STYLE.full`, `SHAPE.circle`, index into the colours. */
export function spriteId(style: Style, shape: Shape, colour: number): number {
  return (style * SHAPE_COUNT + shape) * MAX_COLOURS + colour;
}

export function createSprites(options: SpriteOptions): SpriteSet {
  if (options.colours.length > MAX_COLOURS) {
    throw new Error(`A sprite set has room for ${MAX_COLOURS} colours, not ${options.colours.length}.`);
  }
  const positions = options.aa === false ? 1 : FINE;
  return {
    looks: createLooks(options),
    layers: [],
    inks: Int32Array.from(options.colours, packColour),
    positions,
    reach: Math.ceil(reachOf(options)) + 2,
    stampAt: new Int32Array(ID_COUNT * positions * positions).fill(-1),
    stamps: new Int32Array(STAMP_FIELDS * 256),
    stampCount: 0,
    dots: new Int32Array(1 << 16),
    dotsUsed: 0,
  };
}

/** The stamp of a sprite at a position, made now if need be; -1 if the set has no such sprite. */
export function stampOf(set: SpriteSet, sprite: number, position: number): number {
  const { positions, stampAt, layers } = set;
  const slot = sprite * positions * positions + position;
  if (stampAt[slot] >= 0) return stampAt[slot];
  const colour = sprite % MAX_COLOURS;
  if (!(sprite < ID_COUNT) || colour >= set.inks.length) return -1;
  const shape = (Math.floor(sprite / MAX_COLOURS) % SHAPE_COUNT) as Shape;
  const style = Math.floor(sprite / (MAX_COLOURS * SHAPE_COUNT)) as Style;
  // Refusals and failures look alike for every person's shape, so they are made once.
  const alike = style === STYLE.refused || style === STYLE.failed;
  if (alike && shape !== SHAPE.circle) {
    stampAt[slot] = stampOf(set, spriteId(style, SHAPE.circle, colour), position);
  } else {
    layers[sprite] ??= set.looks(style, shape, set.inks[colour]);
    stampAt[slot] = addStamp(set, rasterize(layers[sprite], positions, position));
  }
  return stampAt[slot];
}

/** Packs a stamp into the set's tables and gives its number; the tables grow by doubling. */
function addStamp(set: SpriteSet, { left, top, width, height, pixels }: Stamp): number {
  const mostDots = set.dotsUsed + pixels.length * 2;
  if (mostDots > set.dots.length) set.dots = grown(set.dots, mostDots);
  const entry = set.stampCount * STAMP_FIELDS;
  if (entry + STAMP_FIELDS > set.stamps.length) set.stamps = grown(set.stamps, entry + STAMP_FIELDS);
  const opaque = set.dotsUsed;
  addDots(set, pixels, width, (alpha) => alpha === 255);
  const others = set.dotsUsed;
  addDots(set, pixels, width, (alpha) => alpha > 0 && alpha < 255);
  set.stamps.set([left, top, left + width, top + height, opaque, others, set.dotsUsed], entry);
  return set.stampCount++;
}

function addDots(
  set: SpriteSet,
  pixels: Int32Array,
  width: number,
  wanted: (alpha: number) => boolean,
): void {
  for (let i = 0; i < pixels.length; i++) {
    if (!wanted(pixels[i] >>> 24)) continue;
    const x = i % width;
    set.dots[set.dotsUsed] = (((i - x) / width) << 16) | x;
    set.dots[set.dotsUsed + 1] = pixels[i];
    set.dotsUsed += 2;
  }
}

function grown(table: Int32Array, needed: number): Int32Array {
  const larger = new Int32Array(Math.max(needed, table.length * 2));
  larger.set(table);
  return larger;
}
