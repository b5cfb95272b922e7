/** The mark at a place of the stage: the one on top of those near enough to be meant, or -1. */
import type { Marks } from './marks.ts';

/** As far from its centre a mark can be pointed at, in CSS px: a finger is no pencil, and marks move. */
const NEAR_PX = 15;

export function markAt({ count, x, y }: Marks, xPx: number, yPx: number): number {
  let best = -1;
  let nearest = NEAR_PX * NEAR_PX;
  for (let i = 0; i < count; i++) {
    const far = (x[i] - xPx) ** 2 + (y[i] - yPx) ** 2;
    if (far > nearest) continue;
    nearest = far;
    best = i;
  }
  return best;
}
