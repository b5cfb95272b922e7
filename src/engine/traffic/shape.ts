/**
 * What a traffic shape is: how the rate of passing visitors changes over time. Times are counted from the moment
 * when the shape was chosen: the start of the run, or the intervention that chose it.
 */
import type { Visitors } from '../scenario.ts';

/** The numbers a shape is made of. `perSecond` is the rate that holds now, which an intervention may have changed. */
export interface TrafficShape {
  readonly id: string;
  /** Visitors per second at a time. */
  perSecondAt(visitors: Visitors, perSecond: number, atMs: number): number;
  /**
   * When the next visitor comes, after `fromMs`; Infinity for never. Chance enters as `expected`, drawn from an
   * exponential distribution with mean 1: the visitor comes when that many more visitors were to be expected. This
   * gives an exact Poisson stream of any rate with one draw for each visitor. `nth` visitors have come so far.
   */
  nextMs(visitors: Visitors, perSecond: number, fromMs: number, expected: number, nth: number): number;
}
