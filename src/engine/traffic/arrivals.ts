import type { TrafficShape } from './shape.ts';
import { stepAt } from './steps.ts';

/** What the rate is averaged over. */
const SECOND_MS = 1000;

/** Visitors whose times were recorded one by one: nothing is left to chance. */
export const arrivals: TrafficShape = {
  id: 'arrivals',
  /** As many as came within the last second. */
  perSecondAt(visitors, _, atMs) {
    const recorded = visitors.arrivals ?? [];
    return stepAt(recorded, atMs) - stepAt(recorded, atMs - SECOND_MS);
  },
  nextMs(visitors, _, fromMs, __, nth) {
    const recorded = visitors.arrivals ?? [];
    return nth < recorded.length ? Math.max(fromMs, recorded[nth].atMs) : Number.POSITIVE_INFINITY;
  },
};
