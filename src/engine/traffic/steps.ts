/** Rates that jump: each holds from its time until the next one's. */
import { atRate, expectedIn } from './pieces.ts';

export interface Step {
  /** From when it holds. */
  atMs: number;
  /** Visitors per second. */
  perSecond: number;
}

/** The step that holds at a time, or -1 before the first. Steps are in order of time. */
export function stepAt(steps: readonly Pick<Step, 'atMs'>[], atMs: number): number {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (steps[middle].atMs <= atMs) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The time after `fromMs` at which `expected` more visitors were expected. Before the first step nobody comes. */
export function nextInSteps(steps: readonly Step[], fromMs: number, expected: number): number {
  let left = expected;
  let atMs = fromMs;
  for (let i = stepAt(steps, fromMs); i < steps.length; i++) {
    const perSecond = i < 0 ? 0 : steps[i].perSecond;
    if (i + 1 === steps.length) return atRate(perSecond, atMs, left);
    const untilMs = steps[i + 1].atMs;
    const here = expectedIn(perSecond, perSecond, untilMs - atMs);
    if (left <= here) return Math.min(untilMs, atRate(perSecond, atMs, left));
    left -= here;
    atMs = untilMs;
  }
  return Number.POSITIVE_INFINITY;
}
