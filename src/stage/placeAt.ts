import type { Box } from './layout.ts';

/** The style that puts an absolutely placed element into a box. */
export function placeAt({ x, y, w, h }: Box): { left: number; top: number; width: number; height: number } {
  return { left: x, top: y, width: w, height: h };
}
