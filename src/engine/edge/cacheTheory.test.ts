/** Hit ratios and origin rates that follow from rate, lifetime and fetch time, against the formulas. */
import { describe, expect, it } from 'vitest';
import type { Cdn, Files } from '../scenario.ts';
import { createSimulation } from '../simulation.ts';
import { INSTANT, SLOW } from '../testing/oracles/caches.ts';
import { tinyScenario } from '../testing/scenarios.ts';
import { createPopularity, fileAt } from './objects.ts';

/** Passing visitors whose pages need one file each. Times in seconds; returns counts and rates of the CDN. */
function measure(
  { lambda, ttl, fetchTime = 0 }: { lambda: number; ttl: number; fetchTime?: number },
  seconds: number,
  cdn: Partial<Cdn> = {},
  files: Partial<Files> = {},
) {
  const tiny = tinyScenario();
  const scenario = tinyScenario({
    people: { count: 0 },
    visitors: { ...tiny.visitors, perSecond: lambda },
    files: { perPage: 1, count: 1, zipf: 0, ...files },
    cdn: { ...tiny.cdn, on: true, ttlMs: ttl * 1000, ...cdn },
    service: {
      ...tiny.service,
      page: { kind: 'constant', meanMs: 0 },
      file: { kind: 'constant', meanMs: fetchTime * 1000 },
    },
    servers: { workers: 10_000 },
    balancer: { ...tiny.balancer, health: { intervalMs: 1e9, timeoutMs: 1, fall: 1, rise: 1 } },
  });
  const simulation = createSimulation({ scenario, seed: 1, interventions: [] });
  simulation.runUntil(seconds * 1000);
  const { edgeHits, edgeMisses, edgeFetches } = simulation.world.totals;
  return {
    hitRatio: edgeHits / (edgeHits + edgeMisses),
    originRate: edgeFetches / seconds,
    fetches: edgeFetches,
    misses: edgeMisses,
  };
}

describe('an object in a cache node', () => {
  it.each(INSTANT)(
    'is found with lambda $lambda/s and $ttl s: $hitRatio',
    ({ lambda, ttl, hitRatio, originRate }) => {
      const cycles = 3000;
      const found = measure({ lambda, ttl }, cycles * (ttl + 1 / lambda));
      // Hits between two expiries are a Poisson number of mean m = lambda T. Its mean over the cycles has the error
      // sqrt(m / cycles), which (1 + m)^2 turns into that of the hit ratio.
      const m = lambda * ttl;
      expect(Math.abs(found.hitRatio - hitRatio)).toBeLessThan((5 * Math.sqrt(m / cycles)) / (1 + m) ** 2);
      // A cycle is the lifetime and an exponential wait, of deviation 1 / lambda.
      const error = 1 / lambda / (ttl + 1 / lambda) / Math.sqrt(cycles);
      expect(Math.abs(found.originRate / originRate - 1)).toBeLessThan(5 * error);
    },
  );

  it.each(SLOW)(
    'takes $fetchTime s to fetch, with lambda $lambda/s and $ttl s',
    ({ lambda, ttl, fetchTime, perExpiry, expected }) => {
      const seconds = Math.max(150, 60 * (ttl + fetchTime + 1 / lambda));
      const cycles = seconds / (ttl + fetchTime + 1 / lambda);
      const scattered = measure({ lambda, ttl, fetchTime }, seconds, { coalesces: false });
      const coalesced = measure({ lambda, ttl, fetchTime }, seconds, { coalesces: true, longestWaitMs: 1e6 });
      // Requests during a fetch: a Poisson number of mean lambda F in each cycle; and the run may end within one.
      const during = lambda * fetchTime;
      const error = Math.sqrt(during / cycles) / (1 + during) + 1 / cycles / 5;
      expect(Math.abs(scattered.originRate / expected.scattered - 1)).toBeLessThan(5 * error);
      expect(Math.abs(coalesced.originRate / expected.coalesced - 1)).toBeLessThan(1.5 / cycles + 0.02);
      expect(Math.abs(scattered.fetches / coalesced.fetches / perExpiry - 1)).toBeLessThan(5 * error + 0.02);
      // Who waits for another's fetch has missed all the same.
      for (const { hitRatio } of [scattered, coalesced]) {
        expect(Math.abs(hitRatio - expected.hitRatio)).toBeLessThan(0.02);
      }
    },
  );
});

describe('several', () => {
  it('edge nodes each have their own content: each sees its part of the requests', () => {
    // Ten hits for each miss at one node; at five nodes, 2 for each.
    expect(measure({ lambda: 10, ttl: 1 }, 2000).hitRatio).toBeCloseTo(10 / 11, 2);
    expect(measure({ lambda: 10, ttl: 1 }, 2000, { nodes: 5 }).hitRatio).toBeCloseTo(2 / 3, 2);
  });

  it('objects each have their own lifetime: the rarer one is asked for, the less often it is there', () => {
    // Two files of popularity 2/3 and 1/3 (Zipf's law with exponent 1): 6.67 and 3.33 a second for one second each.
    const expected = 1 - (1 / (1 + 20 / 3) + 1 / (1 + 10 / 3) / 2) * (2 / 3);
    expect(measure({ lambda: 10, ttl: 1 }, 3000, {}, { count: 2, zipf: 1 }).hitRatio).toBeCloseTo(
      expected,
      2,
    );
  });
});

describe('popularity', () => {
  it('follows Zipf’s law: file i with a chance in proportion to 1 / i^s', () => {
    const files = { perPage: 1, count: 50, zipf: 0.8 };
    const popularity = createPopularity();
    const counts = new Array<number>(50).fill(0);
    const draws = 100_000;
    for (let i = 0; i < draws; i++) counts[fileAt(popularity, files, (i + 0.5) / draws)]++;
    const total = counts.reduce((sum, _, i) => sum + (i + 1) ** -0.8, 0);
    // The draws are spread evenly over (0, 1), so that counts are exact but for the ends of each file's stretch.
    counts.forEach((count, i) => {
      expect(Math.abs(count - (draws * (i + 1) ** -0.8) / total)).toBeLessThan(1.01);
    });
  });

  it('is the same for all files with exponent 0, and never beyond the last', () => {
    const popularity = createPopularity();
    const files = { perPage: 1, count: 4, zipf: 0 };
    const at = (u: number) => fileAt(popularity, files, u);
    expect([0.0001, 0.2499, 0.25, 0.5, 0.75, 0.9999].map(at)).toEqual([0, 0, 1, 2, 3, 3]);
    const near = 1 - 2 ** -33;
    expect(fileAt(popularity, { ...files, zipf: 1 }, near)).toBe(3);
  });
});
