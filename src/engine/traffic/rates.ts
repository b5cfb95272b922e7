import type { TrafficShape } from './shape.ts';
import { nextInSteps, stepAt } from './steps.ts';

/** Rates that were recorded: each holds until the next. */
export const rates: TrafficShape = {
  id: 'rates',
  perSecondAt(visitors, _, atMs) {
    const recorded = visitors.rates ?? [];
    const step = stepAt(recorded, atMs);
    return step < 0 ? 0 : recorded[step].perSecond;
  },
  nextMs: (visitors, _, fromMs, expected) => nextInSteps(visitors.rates ?? [], fromMs, expected),
};
