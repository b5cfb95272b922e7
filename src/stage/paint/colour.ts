/**
 * Colours as the pixels of an ImageData hold them: bytes red, green, blue, alpha in memory, which is
 * 0xAABBGGRR when read as one little-endian word (every platform with a browser is little-endian).
 */

/** `#rrggbb` or `#rgb` as 0x00BBGGRR. Themes give hex colours, so nothing else is understood. */
export function packColour(hex: string): number {
  const long = /^#[\da-f]{3}$/i.test(hex) ? hex.replace(/[\da-f]/gi, '$&$&') : hex;
  if (!/^#[\da-f]{6}$/i.test(long)) {
    throw new Error(`A colour of the painter must look like "#2b8a9e", not "${hex}".`);
  }
  const rgb = Number.parseInt(long.slice(1), 16);
  return ((rgb & 0xff) << 16) | (rgb & 0xff00) | (rgb >>> 16);
}
