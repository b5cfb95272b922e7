/**
 * From a form to pixels: how a sprite is rasterized for each of its sub-pixel positions.
 *
 * The form is sampled once on a grid of quarter pixels around its centre. Since a mark's centre is also
 * rounded to quarter pixels, every position is a different 4x4 box sum over that one grid, which gives
 * exact-looking edges without evaluating the form sixteen times.
 */

/** Sub-pixel positions per axis, and cells of the sampling grid per device pixel. */
export const FINE = 4;

/** Signed distance to a rim in device px (negative inside), at a place relative to the sprite's centre. */
export type Distance = (x: number, y: number) => number;

/** A distance sampled at the middle of every cell of a square grid around the centre. */
export interface Field {
  /** From the centre to each side of the grid, in whole device px. */
  readonly half: number;
  readonly values: Float32Array;
  /** What `sharesOf` has worked out, by `grow`. */
  readonly shares: Map<number, Float32Array>;
}

/** A part of a sprite: what lies inside a rim moved outwards by `grow` device px, in one colour. */
export interface Layer {
  readonly field: Field;
  readonly grow: number;
  /** 0x00BBGGRR */
  readonly colour: number;
}

/** One sprite at one sub-pixel position: straight (not premultiplied) pixels, 0xAABBGGRR. */
export interface Stamp {
  /** Place of the first pixel relative to the pixel that holds the mark's centre. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly pixels: Int32Array;
}

/**
 * Samples a distance for sprites that go no further than `reach` device px from their centre. Layers may
 * grow or shrink by up to `margin`: pixels further than that from the rim are settled by one sample.
 * Every look is its own mirror image, so only the left half is evaluated.
 */
export function sampleField(distance: Distance, reach: number, margin: number): Field {
  const half = Math.ceil(reach) + 1;
  const cells = cellsOf(half);
  const values = new Float32Array(cells * cells);
  for (let row = 0; row < cells; row += FINE) {
    for (let column = 0; column < cells / 2; column += FINE) {
      const middle = distance((column + FINE / 2) / FINE - half, (row + FINE / 2) / FINE - half);
      const near = middle > -margin - 1 && middle < margin + 1;
      for (let y = row; y < row + FINE; y++) {
        for (let x = column; x < column + FINE; x++) {
          const value = near ? distance((x + 0.5) / FINE - half, (y + 0.5) / FINE - half) : middle;
          values[y * cells + x] = value;
          values[(y + 1) * cells - 1 - x] = value;
        }
      }
    }
  }
  return { half, values, shares: new Map() };
}

/**
 * The stamp of a sprite made of layers, each lying within the one before it and all on grids of one size.
 * With `FINE` positions per axis, `position` is x + y * FINE in quarter pixels. With one, the sprite lies
 * in the middle of a pixel, and every pixel is wholly there or not at all.
 */
export function rasterize(layers: readonly Layer[], positions: number, position: number): Stamp {
  const { half } = layers[0].field;
  const shares = layers.map(({ field, grow }) => sharesOf(field, grow));
  const soft = positions > 1;
  const subX = soft ? position % FINE : FINE / 2;
  const subY = soft ? Math.floor(position / FINE) : FINE / 2;
  return trim(mix(layers, shares, half, subX, subY, soft), half);
}

/** How much of the pixel-sized box that begins at a cell lies within the rim, 0 to 1, for every cell. */
function sharesOf({ half, values, shares }: Field, grow: number): Float32Array {
  const known = shares.get(grow);
  if (known) return known;
  const cells = cellsOf(half);
  const result = new Float32Array(cells * cells);
  for (let i = 0; i < values.length; i++) {
    const within = 0.5 - (values[i] - grow) * FINE;
    result[i] = within <= 0 ? 0 : within >= 1 ? 1 : within;
  }
  // A box sum is a sum along x and then one along y; going forwards, the cells ahead are still unchanged.
  const across = cells - FINE;
  for (let row = 0; row < cells; row++) {
    for (let i = row * cells, end = i + across; i < end; i++) {
      result[i] += result[i + 1] + result[i + 2] + result[i + 3];
    }
  }
  for (let i = 0, end = across * cells; i < end; i++) {
    const sum = result[i] + result[i + cells] + result[i + cells * 2] + result[i + cells * 3];
    result[i] = sum / (FINE * FINE);
  }
  shares.set(grow, result);
  return result;
}

/** The pixels of one sub-pixel position: every layer's share of a pixel in that layer's colour. */
function mix(
  layers: readonly Layer[],
  shares: readonly Float32Array[],
  half: number,
  subX: number,
  subY: number,
  soft: boolean,
): Int32Array {
  const side = sideOf(half);
  const cells = cellsOf(half);
  const pixels = new Int32Array(side * side);
  // Moving the form right by a quarter is looking one cell further left.
  // The first column and row of pixels are spare, so that looking there stays within the grid.
  for (let row = 1; row < side; row++) {
    for (let column = 1; column < side; column++) {
      const cell = (row * FINE - subY) * cells + column * FINE - subX;
      const whole = shares[0][cell];
      const alpha = soft ? Math.round(steepen(whole) * 255) : whole >= 0.5 ? 255 : 0;
      if (alpha === 0) continue;
      let red = 0;
      let green = 0;
      let blue = 0;
      // What a layer shows is its share less that of the layer within it.
      let within = 0;
      for (let k = layers.length - 1; k >= 0 && within < whole; k--) {
        const share = Math.max(within, shares[k][cell]);
        const shown = (share - within) / whole;
        within = share;
        const { colour } = layers[k];
        red += shown * (colour & 0xff);
        green += shown * ((colour >>> 8) & 0xff);
        blue += shown * ((colour >>> 16) & 0xff);
      }
      pixels[row * side + column] =
        (alpha << 24) | (Math.round(blue) << 16) | (Math.round(green) << 8) | Math.round(red);
    }
  }
  return pixels;
}

/**
 * Half as many half-transparent pixels. They cost most in painting, and the outermost layer is a thin
 * outline in the colour of what mostly lies below it, so that nobody sees the difference.
 */
function steepen(share: number): number {
  return Math.min(1, Math.max(0, share * 2 - 0.5));
}

/** Without the empty rows and columns around it. */
function trim(pixels: Int32Array, half: number): Stamp {
  const side = sideOf(half);
  let left = side;
  let right = -1;
  let top = side;
  let bottom = -1;
  for (let i = 0; i < pixels.length; i++) {
    if (pixels[i] === 0) continue;
    const x = i % side;
    const y = (i - x) / side;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  if (right < 0) return { left: 0, top: 0, width: 0, height: 0, pixels: new Int32Array(0) };
  const width = right - left + 1;
  const height = bottom - top + 1;
  const kept = new Int32Array(width * height);
  for (let y = 0; y < height; y++) {
    const start = (top + y) * side + left;
    kept.set(pixels.subarray(start, start + width), y * width);
  }
  return { left: left - half, top: top - half, width, height, pixels: kept };
}

function sideOf(half: number): number {
  return half * 2;
}

function cellsOf(half: number): number {
  return sideOf(half) * FINE;
}
