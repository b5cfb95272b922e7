import { atRate, expectedIn, timeOf } from './pieces.ts';
import type { TrafficShape } from './shape.ts';

/** From the first rate to the highest in a straight line, and then it stays there. */
export const ramp: TrafficShape = {
  id: 'ramp',
  perSecondAt({ peakPerSecond, beginMs, lengthMs }, perSecond, atMs) {
    if (atMs <= beginMs) return perSecond;
    const share = Math.min(1, (atMs - beginMs) / lengthMs);
    return perSecond + (peakPerSecond - perSecond) * share;
  },
  nextMs(visitors, perSecond, fromMs, expected) {
    const { peakPerSecond, beginMs, lengthMs } = visitors;
    const before = atRate(perSecond, fromMs, expected);
    if (before <= beginMs) return before;
    let left = expected;
    let atMs = fromMs;
    if (atMs < beginMs) {
      left -= expectedIn(perSecond, perSecond, beginMs - atMs);
      atMs = beginMs;
    }
    const endMs = beginMs + lengthMs;
    if (atMs < endMs) {
      const rate = ramp.perSecondAt(visitors, perSecond, atMs);
      const rising = expectedIn(rate, peakPerSecond, endMs - atMs);
      if (left <= rising) return atMs + timeOf(left, rate, peakPerSecond, endMs - atMs);
      left -= rising;
      atMs = endMs;
    }
    return atRate(peakPerSecond, atMs, left);
  },
};
