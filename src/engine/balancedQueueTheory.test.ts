/**
 * Several servers behind a balancer, against the formulas where there are some, and else against solved Markov
 * chains and another program's simulations.
 */
import { describe, expect, it } from 'vitest';
import type { PolicyId } from './policies/index.ts';
import { enoughJobs, judge, measureQueue, type Queue } from './testing/measureQueue.ts';
import { AT_RANDOM, BY_POLICY, CENTRAL, IN_TURN, MANY_SERVERS } from './testing/oracles/queues.ts';

const PATIENTLY = 60_000;

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

/** Where queues are long or services vary much, more arrivals tell less. */
const isRough = (load: number, cs2: number): boolean => load > 0.9 || cs2 > 1;

describe('a policy', () => {
  it.each(BY_POLICY)(
    '$id: $policy, $N servers, lambda $lambda, squared variation $cs2',
    ({ N, lambda, mu, cs2, policy, choices = 2, W, pWait, ci95 }) => {
      const load = lambda / mu / N;
      const isBlind = policy === 'random' || policy === 'round-robin';
      const rough = isRough(load, cs2);
      const jobs = isBlind ? enoughJobs(load) * Math.max(1, cs2 / 3) : rough ? 200_000 : 100_000;
      const found = measureQueue({ N, lambda, mu, cs2, policy, choices }, jobs);
      expect(judge(found.W, W, rough ? 0.28 : 0.17, 2.5 * ci95)).toBe('near');
      if (pWait !== null) expect(judge(found.pWait, pWait, 0.25, 0.002)).toBe('near');
    },
    PATIENTLY,
  );
});

describe('a central queue', () => {
  it.each(CENTRAL)(
    '$id: $c workers, lambda $lambda, squared variation $cs2',
    ({ c, lambda, mu, cs2, W, pWait, ci95 }) => {
      const rough = isRough(lambda / mu / c, cs2);
      const found = measureQueue({ c, lambda, mu, cs2 }, rough ? 200_000 : 100_000);
      expect(judge(found.W, W, rough ? 0.28 : 0.17, 2.5 * ci95)).toBe('near');
      expect(judge(found.pWait, pWait, 0.13, 0.002)).toBe('near');
    },
    PATIENTLY,
  );
});

describe('the order of policies, 10 servers at 80 %', () => {
  const CENTRAL_QUEUE = { lambda: 8, mu: 1, c: 10 };
  const behind = (policy: PolicyId): Queue => ({ lambda: 8, mu: 1, N: 10, policy });

  /** Each is worse than the next, by more than what chance could do. */
  function expectFalling(cs2: number, queues: Queue[]): void {
    const found = queues.map((queue) => measureQueue({ ...queue, cs2 }, 100_000).W);
    for (let i = 1; i < found.length; i++) {
      const atLeast = 4 * (found[i - 1].error + found[i].error);
      expect(found[i - 1].mean - found[i].mean, `the ${i}th against the next`).toBeGreaterThan(atLeast);
    }
  }

  it(
    'with exponential services: chance, turns, two choices, the shortest queue, one queue for all',
    () => {
      const policies = ['random', 'round-robin', 'power-of-two-choices', 'least-connections'] as const;
      expectFalling(1, [...policies.map(behind), CENTRAL_QUEUE]);
    },
    PATIENTLY,
  );

  it(
    'with constant services: turns are better than two choices and than the shortest queue',
    () => {
      const policies = ['random', 'power-of-two-choices', 'least-connections-envoy', 'round-robin'] as const;
      expectFalling(0, policies.map(behind));
    },
    PATIENTLY,
  );

  it(
    'with services that vary much: the load tells a lot, turns hardly anything',
    () => {
      const policies = ['round-robin', 'power-of-two-choices', 'least-connections'] as const;
      expectFalling(10, policies.map(behind));
    },
    PATIENTLY,
  );
});

describe('300 servers come near infinitely many', () => {
  it.each(MANY_SERVERS)(
    '$id: best of $choices at load $load',
    ({ load, choices, W }) => {
      const N = 300;
      const found = measureQueue(
        { lambda: load * N, mu: 1, N, choices, policy: 'power-of-two-choices-envoy' },
        150_000,
      );
      expect(judge(found.W, W, 0.12, 0.02 * W)).toBe('near');
    },
    PATIENTLY,
  );
});
