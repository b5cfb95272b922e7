/**
 * Durations drawn by chance. Each distribution turns one uniform number into one duration, so that a
 * draw belongs to exactly one event and two runs can be compared draw by draw.
 */
import { exp, log } from '../math/portable.ts';

/** A distribution of durations in milliseconds. `cv` is the coefficient of variation (deviation / mean). */
export type Distribution =
  | { kind: 'constant'; meanMs: number }
  | { kind: 'exponential'; meanMs: number }
  | { kind: 'uniform'; minMs: number; maxMs: number }
  | { kind: 'lognormal'; meanMs: number; cv: number }
  /** Two exponentials with balanced means: most draws short, a few very long. `cv` at least 1. */
  | { kind: 'hyperexponential'; meanMs: number; cv: number };

/** The duration at probability `u` (strictly between 0 and 1), in milliseconds. */
export function sampleMs(d: Distribution, u: number): number {
  // Short enough to become part of its callers, which then get the duration without an object around it.
  return d.kind === 'exponential' ? -d.meanMs * log(u) : sampleOtherMs(d, u);
}

function sampleOtherMs(d: Exclude<Distribution, { kind: 'exponential' }>, u: number): number {
  switch (d.kind) {
    case 'constant':
      return d.meanMs;
    case 'uniform':
      return d.minMs + u * (d.maxMs - d.minMs);
    case 'lognormal': {
      const variance = log(1 + d.cv * d.cv);
      return d.meanMs * exp(Math.sqrt(variance) * standardNormal(u) - variance / 2);
    }
    case 'hyperexponential': {
      const square = d.cv * d.cv;
      const often = (1 + Math.sqrt((square - 1) / (square + 1))) / 2;
      // The one uniform number first chooses the branch; what is left of it is uniform again. It is
      // measured from 0 and from 1, which are never drawn, so that no logarithm of 0 is taken.
      return u < often
        ? (-d.meanMs / (2 * often)) * log(u / often)
        : (-d.meanMs / (2 * (1 - often))) * log((1 - u) / (1 - often));
    }
  }
}

/** The mean of a distribution in milliseconds. */
export function meanMs(d: Distribution): number {
  return d.kind === 'uniform' ? (d.minMs + d.maxMs) / 2 : d.meanMs;
}

/**
 * The standard normal quantile by Wichura's algorithm AS 241 (PPND7, about seven digits): one uniform
 * number in, one normal number out, where Box and Muller would need a spare value to be remembered.
 */
function standardNormal(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (
      (q * (((59.10937472 * r + 159.29113202) * r + 50.434271938) * r + 3.3871327179)) /
      (((67.1875636 * r + 78.757757664) * r + 17.895169469) * r + 1)
    );
  }
  let r = Math.sqrt(-log(q < 0 ? p : 1 - p));
  let value: number;
  if (r <= 5) {
    r -= 1.6;
    value =
      (((0.17023821103 * r + 1.3067284816) * r + 2.75681539) * r + 1.4234372777) /
      ((0.12021132975 * r + 0.7370016425) * r + 1);
  } else {
    r -= 5;
    value =
      (((0.017337203997 * r + 0.42868294337) * r + 3.081226386) * r + 6.657905115) /
      ((0.012258202635 * r + 0.24197894225) * r + 1);
  }
  return q < 0 ? -value : value;
}
