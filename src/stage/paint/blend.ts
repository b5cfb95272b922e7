/**
 * Laying one pixel over another, as an ImageData wants it: straight alpha, 0xAABBGGRR, whole numbers.
 *
 * With straight alpha the result's colour is a step from the lower colour to the upper one, by the share
 * that the upper one has in the result's alpha. Over an opaque pixel that share is the upper alpha, over
 * an empty one it is everything; only two half-transparent pixels need a division.
 */

/** 256 / sum in 1/65536ths: a division per pixel would be the slowest thing here. */
const SHARE_OF_SUM = Int32Array.from({ length: 256 }, (_, sum) =>
  sum === 0 ? 0 : Math.round(0x1000000 / sum),
);

/**
 * Lays `source[j]`, with its alpha scaled by `opacity` (0 to 256), over `target[i]`.
 * Pixels are named by place and not by value, so that no 32-bit number has to be boxed on the way.
 */
export function blendAt(target: Int32Array, i: number, source: Int32Array, j: number, opacity: number): void {
  const upper = source[j];
  layOver(target, i, upper & 0xffffff, ((upper >>> 24) * opacity) >> 8);
}

/** Lays `source[j]` over `target[i]`: as `blendAt` with full opacity, with the two usual cases first. */
export function overAt(target: Int32Array, i: number, source: Int32Array, j: number): void {
  const lower = target[i];
  const upper = source[j];
  if (lower === 0) {
    target[i] = upper;
  } else if (lower >>> 24 === 255) {
    const share = shareOf(upper >>> 24);
    const rest = 256 - share;
    const redBlue = Math.imul(upper & 0xff00ff, share) + Math.imul(lower & 0xff00ff, rest) + 0x800080;
    const green = Math.imul(upper & 0xff00, share) + Math.imul(lower & 0xff00, rest) + 0x8000;
    target[i] = 0xff000000 | ((redBlue >>> 8) & 0xff00ff) | ((green >>> 8) & 0xff00);
  } else blendAt(target, i, source, j, 256);
}

/** Lays a colour (0x00BBGGRR) with an alpha of 0 to 255 over `target[i]`. */
export function layOver(target: Int32Array, i: number, colour: number, alpha: number): void {
  if (alpha === 0) return;
  const lower = target[i];
  const below = lower >>> 24;
  if (below === 0 || alpha === 255) {
    target[i] = (alpha << 24) | colour;
    return;
  }
  if (below === 255) {
    target[i] = 0xff000000 | step(lower, colour, shareOf(alpha));
    return;
  }
  const sum = alpha + below - divide255(alpha * below);
  target[i] = (sum << 24) | step(lower, colour, (alpha * SHARE_OF_SUM[sum] + 0x8000) >>> 16);
}

/**
 * As `layOver`, but over its own colour the stronger of the two remains. The pieces of a streak overlap
 * where they join, and must not add up there.
 */
export function layStronger(target: Int32Array, i: number, colour: number, alpha: number): void {
  const lower = target[i];
  if (lower === 0) {
    if (alpha > 0) target[i] = (alpha << 24) | colour;
  } else if ((lower & 0xffffff) !== colour) {
    layOver(target, i, colour, alpha);
  } else if (alpha > lower >>> 24) {
    target[i] = (alpha << 24) | colour;
  }
}

/** The colour (0x00BBGGRR) that is `share` of the way, 0 to 256, from the lower to the upper one. */
function step(lower: number, upper: number, share: number): number {
  const rest = 256 - share;
  // Red and blue have room for their products side by side in one word.
  const redBlue = Math.imul(upper & 0xff00ff, share) + Math.imul(lower & 0xff00ff, rest) + 0x800080;
  const green = Math.imul(upper & 0xff00, share) + Math.imul(lower & 0xff00, rest) + 0x8000;
  return ((redBlue >>> 8) & 0xff00ff) | ((green >>> 8) & 0xff00);
}

/** 0 to 256 instead of 0 to 255, so that a step is a shift and a share of everything is exact. */
function shareOf(alpha: number): number {
  return alpha + (alpha >> 7);
}

/** `value / 255`, rounded, for products of two bytes. */
function divide255(value: number): number {
  const v = value + 128;
  return (v + (v >> 8)) >> 8;
}
