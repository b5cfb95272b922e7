/**
 * Several servers behind a balancer, against the formulas where there are some, and else against solved Markov
 * chains and another program's simulations.
 */
import { describe, expect, it } from 'vitest';
import { enoughJobs, judge, measureQueue } from './testing/measureQueue.ts';
import { AT_RANDOM, BY_LOAD, IN_TURN } from './testing/oracles/queues.ts';

const PATIENTLY = 30_000;

describe('strict turns', () => {
  it.each(IN_TURN)(
    '$id: $N servers, lambda $lambda',
    ({ lambda, mu, N, expected }) => {
      const found = measureQueue({ lambda, mu, N, policy: 'round-robin' }, enoughJobs(lambda / mu / N));
      expect(judge(found.W, expected.W, 0.17)).toBe('near');
      expect(judge(found.Wq, expected.Wq, 0.19)).toBe('near');
      expect(judge(found.pWait, expected.pWait, 0.05)).toBe('near');
    },
    PATIENTLY,
  );
});

describe('a random choice', () => {
  it.each(AT_RANDOM)(
    '$id: $N servers, lambda $lambda',
    ({ lambda, mu, N, expected }) => {
      const found = measureQueue({ lambda, mu, N, policy: 'random' }, enoughJobs(lambda / mu / N));
      expect(judge(found.W, expected.W, 0.17)).toBe('near');
      expect(judge(found.Wq, expected.Wq, 0.19)).toBe('near');
      expect(judge(found.pWait, expected.pWait, 0.04)).toBe('near');
    },
    PATIENTLY,
  );
});

describe('a choice by load', () => {
  it.each(BY_LOAD)(
    '$id: $policy, $N servers, squared variation $cs2',
    ({ policy, N, lambda, mu, cs2, W, ci95 }) => {
      const found = measureQueue({ lambda, mu, N, cs2, policy }, 100_000);
      expect(judge(found.W, W, 0.13, 2.5 * ci95)).toBe('near');
    },
    PATIENTLY,
  );
});
