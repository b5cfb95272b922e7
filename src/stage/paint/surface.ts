/**
 * The pixels that are painted on, and a note of which tiles of them hold paint, so that clearing and
 * showing cost as much as there is to see. Knows nothing of canvases.
 */

/** Tiles are squares of 32 device px. */
const TILE_SHIFT = 5;
const TILE = 1 << TILE_SHIFT;

/** With more than this share of a row of tiles painted, emptying the whole row in one go is quicker. */
const WHOLESALE = 1 / 8;

export interface Surface {
  /** Device px. */
  readonly width: number;
  readonly height: number;
  /** 0xAABBGGRR, row by row. */
  readonly pixels: Int32Array;
  readonly columns: number;
  readonly rows: number;
  /** 1 for each tile that may hold paint, row by row. */
  readonly touched: Uint8Array;
}

/** A rectangle in device px; empty when `right <= left`. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A surface over given pixels, which must be empty (zero), or over new ones. */
export function createSurface(
  width: number,
  height: number,
  pixels = new Int32Array(width * height),
): Surface {
  const columns = (width + TILE - 1) >> TILE_SHIFT;
  const rows = (height + TILE - 1) >> TILE_SHIFT;
  return { width, height, pixels, columns, rows, touched: new Uint8Array(columns * rows) };
}

/** Notes that pixels from (left, top) up to but not including (right, bottom) get paint; clips by itself. */
export function touch(surface: Surface, left: number, top: number, right: number, bottom: number): void {
  const { columns, rows, touched } = surface;
  const firstColumn = left < 0 ? 0 : left >> TILE_SHIFT;
  const lastColumn = Math.min(columns - 1, (right - 1) >> TILE_SHIFT);
  const lastRow = Math.min(rows - 1, (bottom - 1) >> TILE_SHIFT);
  for (let row = top < 0 ? 0 : top >> TILE_SHIFT; row <= lastRow; row++) {
    for (let column = firstColumn; column <= lastColumn; column++) touched[row * columns + column] = 1;
  }
}

/** Empties every pixel that may hold paint. */
export function clearSurface(surface: Surface): void {
  const { width, height, pixels, columns, rows, touched } = surface;
  for (let row = 0; row < rows; row++) {
    let count = 0;
    for (let column = 0; column < columns; column++) count += touched[row * columns + column];
    const top = row << TILE_SHIFT;
    const bottom = Math.min(height, top + TILE);
    if (count > columns * WHOLESALE) {
      pixels.fill(0, top * width, bottom * width);
      touched.fill(0, row * columns, (row + 1) * columns);
      continue;
    }
    for (let column = 0; column < columns && count > 0; column++) {
      const tile = row * columns + column;
      if (touched[tile] === 0) continue;
      touched[tile] = 0;
      count--;
      const left = column << TILE_SHIFT;
      const right = Math.min(width, left + TILE);
      for (let y = top; y < bottom; y++) {
        // A loop, because a call of fill() takes longer than these few words.
        for (let i = y * width + left, end = y * width + right; i < end; i++) pixels[i] = 0;
      }
    }
  }
}

/** Widens `box` so that it holds every touched tile. */
export function includeTouched(surface: Surface, box: Box): void {
  const { width, height, columns, rows, touched } = surface;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (touched[row * columns + column] === 0) continue;
      const left = column << TILE_SHIFT;
      const top = row << TILE_SHIFT;
      box.left = Math.min(box.left, left);
      box.top = Math.min(box.top, top);
      box.right = Math.max(box.right, Math.min(width, left + TILE));
      box.bottom = Math.max(box.bottom, Math.min(height, top + TILE));
    }
  }
}
