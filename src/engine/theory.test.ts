/**
 * Queues of the textbook, simulated. A measured mean may lie up to 5 of its standard errors from the true one;
 * with 19 degrees of freedom a correct engine would be farther off for 1 seed in 12,000. The seed is fixed.
 * `power` is what makes the test worth something: the 5 errors are at most that share of the true value.
 */
import { describe, expect, it } from 'vitest';
import { type Estimate, measureQueue } from './testing/measureQueue.ts';
import { AT_RANDOM, BY_LOAD, ERLANG, GENERAL, IN_TURN, LIMITED } from './testing/oracles/queues.ts';

/** Is the estimate near the true value? `extra` is the error of the true value itself. */
function expectNear(found: Estimate, expected: number, power: number, extra = 0): void {
  expect(Math.abs(found.mean - expected)).toBeLessThanOrEqual(5 * found.error + extra + 1e-9);
  expect(5 * found.error).toBeLessThanOrEqual(power * expected);
}

/** More arrivals where queues change slowly: the error grows with 1 / (1 - load)^2. */
function enough(load: number): number {
  return Math.min(900_000, Math.max(100_000, 8000 / (1 - load) ** 2));
}

describe('M/M/c', () => {
  it.each(ERLANG)('$id: $c workers, lambda $lambda, mu $mu', ({ lambda, mu, c, expected }) => {
    const found = measureQueue({ lambda, mu, c }, enough(lambda / mu / c));
    expectNear(found.W, expected.W, 0.25);
    expectNear(found.Wq, expected.Wq, 0.3);
    expectNear(found.pWait, expected.pWait, 0.1);
    expectNear(found.L, expected.L, 0.25);
    // Little's law: what is inside is what comes times how long it stays, here within half a percent.
    expect(Math.abs(found.L.mean / (found.throughput * found.W.mean) - 1)).toBeLessThan(0.005);
  });
});

describe('M/M/c/K', () => {
  it.each(LIMITED)('$id: $c workers, room for $K, lambda $lambda', ({ lambda, mu, c, K, expected }) => {
    const found = measureQueue({ lambda, mu, c, K }, 150_000);
    expectNear(found.pBlock, expected.pBlock, 0.15);
    expectNear(found.W, expected.W, 0.05);
    expectNear(found.L, expected.L, 0.1);
    if (expected.Wq > 0) expectNear(found.Wq, expected.Wq, 0.15);
  });
});

describe('M/G/1', () => {
  it.each(GENERAL)(
    '$id: services with squared variation $cs2, lambda $lambda',
    ({ lambda, mu, cs2, expected }) => {
      const found = measureQueue({ lambda, mu, cs2 }, enough(lambda / mu) * Math.max(1, cs2 / 2));
      expectNear(found.W, expected.W, 0.25);
      expectNear(found.Wq, expected.Wq, 0.25);
      expectNear(found.pWait, expected.pWait, 0.1);
      expectNear(found.L, expected.L, 0.25);
    },
  );
});

describe('strict turns', () => {
  it.each(IN_TURN)('$id: $N servers, lambda $lambda', ({ lambda, mu, N, expected }) => {
    const found = measureQueue({ lambda, mu, N, policy: 'round-robin' }, enough(lambda / mu / N));
    expectNear(found.W, expected.W, 0.2);
    expectNear(found.Wq, expected.Wq, 0.2);
    expectNear(found.pWait, expected.pWait, 0.05);
  });
});

describe('random choice', () => {
  it.each(AT_RANDOM)('$id: $N servers, lambda $lambda', ({ lambda, mu, N, expected }) => {
    const found = measureQueue({ lambda, mu, N, policy: 'random' }, enough(lambda / mu / N));
    expectNear(found.W, expected.W, 0.2);
    expectNear(found.Wq, expected.Wq, 0.2);
    expectNear(found.pWait, expected.pWait, 0.05);
  });
});

describe('choice by load', () => {
  it.each(BY_LOAD)('$id: $policy, $N servers, variation $cs2', ({ policy, N, lambda, mu, cs2, W, ci95 }) => {
    const found = measureQueue({ lambda, mu, N, cs2, policy }, 200_000);
    expectNear(found.W, W, 0.1, 2.5 * ci95);
  });
});
