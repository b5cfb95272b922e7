import { cosineOfTurns, sineOfTurns } from '../math/portable.ts';
import { atRate, expectedIn } from './pieces.ts';
import type { TrafficShape } from './shape.ts';

const TURN = 6.283185307179586;

/** Up to the highest rate and down again, for ever, as days do: a cosine that begins at its lowest. */
export const wave: TrafficShape = {
  id: 'wave',
  perSecondAt({ peakPerSecond, beginMs, lengthMs }, perSecond, atMs) {
    return rateAt(perSecond, peakPerSecond, Math.max(0, atMs - beginMs) / lengthMs);
  },
  nextMs({ peakPerSecond, beginMs, lengthMs }, perSecond, fromMs, expected) {
    const before = atRate(perSecond, fromMs, expected);
    if (before <= beginMs) return before;
    const left = expected - (fromMs < beginMs ? expectedIn(perSecond, perSecond, beginMs - fromMs) : 0);
    // Measured in waves: how far into them we are, and how many visitors were expected since they began.
    const perWave = expectedIn(perSecond, peakPerSecond, lengthMs);
    if (perWave <= 0) return Number.POSITIVE_INFINITY;
    const swing = (((peakPerSecond - perSecond) / 2) * (lengthMs / 1000)) / TURN;
    const fromTurns = Math.max(0, fromMs - beginMs) / lengthMs;
    const whole = Math.floor(fromTurns);
    const target = perWave * (fromTurns - whole) - swing * sineOfTurns(fromTurns) + left;
    const waves = Math.floor(target / perWave);
    const turns = turnsTo(target - waves * perWave, perWave, swing);
    return Math.max(fromMs, beginMs + (whole + waves + turns) * lengthMs);
  },
};

const rateAt = (low: number, high: number, turns: number): number =>
  low + ((high - low) / 2) * (1 - cosineOfTurns(turns));

/** How far into a wave `target` visitors were expected: Newton's steps, kept within a bracket that closes. */
function turnsTo(target: number, perWave: number, swing: number): number {
  let low = 0;
  let high = 1;
  let at = target / perWave;
  for (let i = 0; i < 60; i++) {
    const error = perWave * at - swing * sineOfTurns(at) - target;
    if (error > 0) high = at;
    else low = at;
    const slope = perWave - swing * TURN * cosineOfTurns(at);
    let next = at - error / slope;
    if (!(next > low && next < high)) next = (low + high) / 2;
    if (next === at || high - low < 1e-15) return next;
    at = next;
  }
  return at;
}
