import { atRate } from './pieces.ts';
import type { TrafficShape } from './shape.ts';

/** The same rate at all times. */
export const constant: TrafficShape = {
  id: 'constant',
  perSecondAt: (_, perSecond) => perSecond,
  nextMs: (_, perSecond, fromMs, expected) => atRate(perSecond, fromMs, expected),
};
