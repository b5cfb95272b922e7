/** One server as the textbook knows it: waits, numbers inside and shares turned away, against the formulas. */
import { describe, expect, it } from 'vitest';
import { enoughJobs, judge, measureQueue } from './testing/measureQueue.ts';
import { ERLANG, GENERAL, LIMITED } from './testing/oracles/queues.ts';

const PATIENTLY = 30_000;

describe('M/M/c', () => {
  it.each(ERLANG)(
    '$id: $c workers, lambda $lambda, mu $mu',
    ({ lambda, mu, c, expected }) => {
      const found = measureQueue({ lambda, mu, c }, enoughJobs(lambda / mu / c));
      expect(judge(found.W, expected.W, 0.22)).toBe('near');
      expect(judge(found.Wq, expected.Wq, 0.31)).toBe('near');
      expect(judge(found.L, expected.L, 0.22)).toBe('near');
      expect(judge(found.pWait, expected.pWait, 0.13)).toBe('near');
      // Little's law: what is inside is what comes in times how long it stays; here within half a percent.
      expect(Math.abs(found.L.mean / (found.throughput * found.W.mean) - 1)).toBeLessThan(0.005);
    },
    PATIENTLY,
  );
});

describe('M/M/c/K', () => {
  it.each(LIMITED)(
    '$id: $c workers, room for $K, lambda $lambda',
    ({ lambda, mu, c, K, expected }) => {
      const found = measureQueue({ lambda, mu, c, K }, 100_000);
      expect(judge(found.pBlock, expected.pBlock, 0.22)).toBe('near');
      expect(judge(found.W, expected.W, 0.07)).toBe('near');
      expect(judge(found.L, expected.L, 0.07)).toBe('near');
      if (expected.Wq > 0) expect(judge(found.Wq, expected.Wq, 0.09)).toBe('near');
      else expect(found.Wq.mean).toBeCloseTo(0, 9);
    },
    PATIENTLY,
  );
});

describe('M/G/1', () => {
  it.each(GENERAL)(
    '$id: services with squared variation $cs2, lambda $lambda',
    ({ lambda, mu, cs2, expected }) => {
      const found = measureQueue({ lambda, mu, cs2 }, enoughJobs(lambda / mu) * Math.max(1, cs2 / 2));
      expect(judge(found.W, expected.W, 0.17)).toBe('near');
      expect(judge(found.Wq, expected.Wq, 0.19)).toBe('near');
      expect(judge(found.L, expected.L, 0.17)).toBe('near');
      expect(judge(found.pWait, expected.pWait, 0.03)).toBe('near');
    },
    PATIENTLY,
  );
});
