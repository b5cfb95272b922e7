/** Processor sharing as the textbook knows it (M/G/1-PS): the spread of the service times does not matter. */
import { describe, expect, it } from 'vitest';
import { sampleMs } from './random/distributions.ts';
import { createSimulation } from './simulation.ts';
import { judge, measureQueue } from './testing/measureQueue.ts';
import { tinyScenario } from './testing/scenarios.ts';

const PATIENTLY = 30_000;
/** More than will ever be inside. */
const WITHOUT_END = 10_000;

describe('M/G/1-PS', () => {
  // W = 1 / (mu - lambda) and L = lambda W, for every cs2.
  it.each([
    { lambda: 0.5, mu: 1, cs2: 0, W: 2, L: 1 },
    { lambda: 0.5, mu: 1, cs2: 1, W: 2, L: 1 },
    { lambda: 0.8, mu: 1, cs2: 0, W: 5, L: 4 },
    { lambda: 0.8, mu: 1, cs2: 4, W: 5, L: 4 },
    { lambda: 70, mu: 100, cs2: 10, W: 1 / 30, L: 70 / 30 },
  ])(
    'squared variation $cs2, lambda $lambda, mu $mu',
    ({ lambda, mu, cs2, W, L }) => {
      const found = measureQueue({ lambda, mu, cs2, c: WITHOUT_END, processors: 1 }, 150_000);
      expect(judge(found.W, W, 0.2)).toBe('near');
      expect(judge(found.L, L, 0.2)).toBe('near');
      expect(Math.abs(found.L.mean / (found.throughput * found.W.mean) - 1)).toBeLessThan(0.005);
    },
    PATIENTLY,
  );

  it('slows the short and the long by the same factor, 1 / (1 - load)', () => {
    const page = { kind: 'hyperexponential', meanMs: 10, cv: 2 } as const;
    const simulation = createSimulation({
      scenario: tinyScenario({
        people: { count: 0 },
        visitors: { perSecond: 60 },
        service: { page },
        servers: { workers: WITHOUT_END, vcpus: 1 },
        balancer: { answerTimeoutMs: null },
      }),
      seed: 3,
      interventions: [],
    });
    const short = { took: 0, alone: 0 };
    const long = { took: 0, alone: 0 };
    simulation.observe({
      finished({ requests, nowMs }, r) {
        const alone = sampleMs(page, requests.luck[r]);
        const sum = alone < 10 ? short : long;
        sum.took += nowMs - requests.bornMs[r];
        sum.alone += alone;
      },
    });
    simulation.runUntil(3_000_000);
    expect(short.took / short.alone).toBeCloseTo(2.5, 1);
    expect(long.took / long.alone).toBeCloseTo(2.5, 1);
  });
});

describe('as many workers as vCPUs, whether they share or not', () => {
  it('is one and the same queue', () => {
    const alone = measureQueue({ lambda: 3.2, mu: 1, c: 4 }, 20_000);
    // One more vCPU than nothing is lost with: the same arithmetic by way of tasks would round differently.
    const shared = measureQueue({ lambda: 3.2, mu: 1, c: 4, processors: 4 }, 20_000);
    expect(shared).toEqual(alone);
  });

  it('has the waits of M/M/c when work is divided into tasks', () => {
    // A thousand workers on four vCPUs: while four or fewer are inside, as M/M/4; more share. Exponential services make
    // the number inside the same as in M/M/4, so L = 5.5857 at 80 % load.
    const found = measureQueue({ lambda: 3.2, mu: 1, c: 1000, processors: 4 }, 150_000);
    expect(judge(found.L, 5.58573, 0.1)).toBe('near');
    expect(judge(found.W, 1.745541, 0.1)).toBe('near');
  });
});
