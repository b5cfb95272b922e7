/**
 * Paints marks by copying stamps into pixels. This is the innermost loop of the stage: it allocates
 * nothing, knows no canvas, and gives the same bytes for the same marks.
 */
import { blendAt, overAt } from './blend.ts';
import type { Marks } from './marks.ts';
import { type SpriteSet, STAMP_FIELDS, stampOf } from './sprites.ts';
import { type Surface, touch } from './surface.ts';

/** Paints the marks onto the surface; `density` is device px per CSS px. */
export function splat(surface: Surface, sprites: SpriteSet, marks: Marks, density: number): void {
  const { width, height, pixels } = surface;
  const { x, y, sprite, alpha, count } = marks;
  const { positions, reach, stampAt } = sprites;
  // Soft marks go to the nearest quarter pixel, hard ones to the middle of the pixel they are in.
  const shift = positions === 1 ? 0 : 2;
  const rounding = positions === 1 ? 0 : 0.5;
  let { stamps, dots } = sprites;

  for (let m = 0; m < count; m++) {
    const opacity = alpha[m];
    const centreX = x[m] * density;
    const centreY = y[m] * density;
    // Written so that it also turns away what is not a number.
    if (!(centreX > -reach && centreX < width + reach)) continue;
    if (!(centreY > -reach && centreY < height + reach)) continue;
    if (opacity === 0) continue;

    const fineX = Math.floor(centreX * positions + rounding);
    const fineY = Math.floor(centreY * positions + rounding);
    const position = (fineX & (positions - 1)) + (fineY & (positions - 1)) * positions;
    let stamp = stampAt[sprite[m] * positions * positions + position];
    if (!(stamp >= 0)) {
      stamp = stampOf(sprites, sprite[m], position);
      if (stamp < 0) continue;
      ({ stamps, dots } = sprites);
    }
    const entry = stamp * STAMP_FIELDS;
    const left = (fineX >> shift) + stamps[entry];
    const top = (fineY >> shift) + stamps[entry + 1];
    const right = (fineX >> shift) + stamps[entry + 2];
    const bottom = (fineY >> shift) + stamps[entry + 3];
    let dot = stamps[entry + 4];
    const others = stamps[entry + 5];
    const end = stamps[entry + 6];
    touch(surface, left, top, right, bottom);

    if (opacity === 255 && left >= 0 && top >= 0 && right <= width && bottom <= height) {
      const corner = top * width + left;
      for (; dot < others; dot += 2) {
        const place = dots[dot];
        pixels[corner + (place >> 16) * width + (place & 0xffff)] = dots[dot + 1];
      }
      for (; dot < end; dot += 2) {
        const place = dots[dot];
        overAt(pixels, corner + (place >> 16) * width + (place & 0xffff), dots, dot + 1);
      }
    } else {
      splatCarefully(surface, left, top, dots, dot, end, opacity + (opacity >> 7));
    }
  }
}

/** One stamp that is cut off by the edge or faded (`opacity` 0 to 256). */
function splatCarefully(
  surface: Surface,
  left: number,
  top: number,
  dots: Int32Array,
  first: number,
  end: number,
  opacity: number,
): void {
  const { width, height, pixels } = surface;
  for (let dot = first; dot < end; dot += 2) {
    const x = left + (dots[dot] & 0xffff);
    const y = top + (dots[dot] >> 16);
    if (x >= 0 && x < width && y >= 0 && y < height) blendAt(pixels, y * width + x, dots, dot + 1, opacity);
  }
}
