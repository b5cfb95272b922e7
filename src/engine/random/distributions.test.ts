import { describe, expect, it } from 'vitest';
import { type Distribution, meanMs, sampleMs } from './distributions.ts';
import { createStreams, uniform } from './streams.ts';

/** Mean and coefficient of variation of a distribution over evenly spaced uniform numbers: no chance at all. */
function moments(d: Distribution, n = 1_000_000) {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < n; i++) {
    const x = sampleMs(d, (i + 0.5) / n);
    sum += x;
    squares += x * x;
  }
  const mean = sum / n;
  return { mean, cv: Math.sqrt(squares / n - mean * mean) / mean };
}

describe.each<[Distribution, number, number]>([
  [{ kind: 'constant', meanMs: 70 }, 70, 0],
  [{ kind: 'exponential', meanMs: 70 }, 70, 1],
  // Deviation of a uniform number is its width / sqrt(12): 60 / 3.4641 / 70.
  [{ kind: 'uniform', minMs: 40, maxMs: 100 }, 70, 0.24744],
  [{ kind: 'lognormal', meanMs: 70, cv: 0.5 }, 70, 0.5],
  [{ kind: 'lognormal', meanMs: 70, cv: 1.5 }, 70, 1.5],
  // With cv 1 both branches have the same mean: an exponential again.
  [{ kind: 'hyperexponential', meanMs: 70, cv: 1 }, 70, 1],
  [{ kind: 'hyperexponential', meanMs: 70, cv: 2 }, 70, 2],
  [{ kind: 'hyperexponential', meanMs: 70, cv: 5 }, 70, 5],
])('%o', (d, mean, cv) => {
  it('has its mean and its coefficient of variation', () => {
    const found = moments(d);
    expect(meanMs(d)).toBe(mean);
    expect(Math.abs(found.mean / mean - 1)).toBeLessThan(0.0005);
    // The rarest millionth is missing from the sum, which shows in the squares of heavy tails.
    expect(Math.abs(found.cv - cv)).toBeLessThan(0.01 * Math.max(cv, 0.01));
  });

  it('keeps its mean when drawn by chance', () => {
    const n = 200_000;
    const stream = createStreams(7).service;
    let sum = 0;
    for (let i = 0; i < n; i++) sum += sampleMs(d, uniform(stream, 1, i));
    // 5 standard errors: wrong by chance once in two million.
    expect(Math.abs(sum / n - mean)).toBeLessThanOrEqual((5 * cv * mean) / Math.sqrt(n) + 1e-9);
  });

  it('is a duration at both ends of chance', () => {
    for (const u of [0.5 / 4294967296, 0.5, 4294967295.5 / 4294967296]) {
      expect(sampleMs(d, u)).toBeGreaterThanOrEqual(0);
      expect(sampleMs(d, u)).toBeLessThan(70 * 2000);
    }
  });
});

describe('an exponential', () => {
  it('has the quantiles of the textbook', () => {
    // P(X > x) = e^(-x / mean), and a small uniform number stands for a long duration.
    expect(sampleMs({ kind: 'exponential', meanMs: 10 }, 0.5)).toBeCloseTo(10 * Math.LN2, 12);
    expect(sampleMs({ kind: 'exponential', meanMs: 10 }, 0.01)).toBeCloseTo(10 * Math.log(100), 12);
  });
});

describe('a lognormal', () => {
  it('has the quantiles of the normal distribution, to seven digits', () => {
    // ln X is normal with variance ln 2 (cv 1) and mean -variance / 2; the 97.5 % quantile is 1.959963985.
    const sigma = Math.sqrt(Math.LN2);
    const d: Distribution = { kind: 'lognormal', meanMs: 1, cv: 1 };
    for (const [u, z] of [
      [0.5, 0],
      [0.975, 1.959963985],
      [0.025, -1.959963985],
      [1e-9, -5.997807015],
    ]) {
      const ratio = sampleMs(d, u) / Math.exp(sigma * z - sigma ** 2 / 2);
      expect(Math.abs(ratio - 1)).toBeLessThan(2e-6);
    }
  });
});

describe('a hyperexponential', () => {
  it('has two branches with balanced means', () => {
    // cv^2 = 4: p = (1 + sqrt(3/5)) / 2 = 0.887298334620742 with rate 2p, as in the published M/H2/1 cases.
    const d: Distribution = { kind: 'hyperexponential', meanMs: 1, cv: 2 };
    const p = 0.887298334620742;
    // Half way through the first branch: -ln(1/2) / (2p); half way through the second: -ln(1/2) / (2(1 - p)).
    expect(sampleMs(d, p / 2)).toBeCloseTo(Math.LN2 / 1.77459666924148, 12);
    expect(sampleMs(d, (1 + p) / 2)).toBeCloseTo(Math.LN2 / 0.225403330758517, 12);
  });
});
