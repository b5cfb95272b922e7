import type { Visitors } from '../scenario.ts';
import type { TrafficShape } from './shape.ts';
import { nextInSteps, type Step } from './steps.ts';

/** At once to the highest rate, for a while, and at once back. */
export const spike: TrafficShape = {
  id: 'spike',
  perSecondAt: ({ peakPerSecond, beginMs, lengthMs }, perSecond, atMs) =>
    atMs >= beginMs && atMs < beginMs + lengthMs ? peakPerSecond : perSecond,
  nextMs: (visitors, perSecond, fromMs, expected) =>
    nextInSteps(stepsOf(visitors, perSecond), fromMs, expected),
};

const stepsOf = ({ peakPerSecond, beginMs, lengthMs }: Visitors, perSecond: number): Step[] => [
  { atMs: 0, perSecond },
  { atMs: beginMs, perSecond: peakPerSecond },
  { atMs: beginMs + lengthMs, perSecond },
];
