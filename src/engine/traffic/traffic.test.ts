/** Every traffic shape: what the stream of visitors looks like, exactly and in the mean. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Intervention } from '../intervention.ts';
import { log } from '../math/portable.ts';
import { createStreams, uniform } from '../random/streams.ts';
import type { Visitors } from '../scenario.ts';
import { createSimulation } from '../simulation.ts';
import { fingerprint } from '../snapshot.ts';
import { chain, record } from '../testing/record.ts';
import { tinyScenario } from '../testing/scenarios.ts';
import { SHAPE_IDS } from './index.ts';
import { shapeOf } from './shapeOf.ts';

const nobody = tinyScenario().visitors;

/** Births of visitors, in milliseconds. */
function births(
  visitors: Partial<Visitors>,
  untilMs: number,
  interventions: Intervention[] = [],
  seed = 1,
): number[] {
  const scenario = tinyScenario({
    people: { count: 0 },
    visitors: { ...nobody, ...visitors },
    service: { page: { kind: 'constant', meanMs: 0 } },
  });
  const { answers } = record(scenario, untilMs, interventions, seed);
  return answers.map((a) => a.bornMs);
}

/** Visitors of a shape without a world around them: many, quickly. */
function stream(visitors: Visitors, untilMs: number, seed: number): number[] {
  const shape = shapeOf(visitors.shape);
  const { arrival } = createStreams(seed);
  const times: number[] = [];
  let atMs = 0;
  for (let nth = 1; ; nth++) {
    atMs = shape.nextMs(visitors, visitors.perSecond, atMs, -log(uniform(arrival, 0, nth)), times.length);
    if (!(atMs <= untilMs)) return times;
    times.push(atMs);
  }
}

const drawn: [string, Visitors][] = [
  ['constant', { ...nobody, perSecond: 30 }],
  ['ramp', { ...nobody, shape: 'ramp', perSecond: 5, peakPerSecond: 60, beginMs: 4000, lengthMs: 10_000 }],
  [
    'ramp down to nobody',
    { ...nobody, shape: 'ramp', perSecond: 60, peakPerSecond: 0, beginMs: 0, lengthMs: 12_000 },
  ],
  ['spike', { ...nobody, shape: 'spike', perSecond: 10, peakPerSecond: 150, beginMs: 5300, lengthMs: 3100 }],
  ['wave', { ...nobody, shape: 'wave', perSecond: 0, peakPerSecond: 80, beginMs: 1000, lengthMs: 7000 }],
  ['low wave', { ...nobody, shape: 'wave', perSecond: 50, peakPerSecond: 10, beginMs: 0, lengthMs: 3000 }],
  [
    'rates',
    {
      ...nobody,
      shape: 'rates',
      rates: [
        { atMs: 1500, perSecond: 40 },
        { atMs: 6000, perSecond: 0 },
        { atMs: 9000, perSecond: 90 },
        { atMs: 9500, perSecond: 20 },
      ],
    },
  ],
];

describe.each(drawn)('%s', (_, visitors) => {
  const shape = shapeOf(visitors.shape);
  /** Expected visitors of an interval, by Simpson's rule over the rate: no use is made of the shape's own sums. */
  const expectedIn = (fromMs: number, toMs: number): number => {
    const steps = 2000;
    const rate = (i: number) =>
      shape.perSecondAt(visitors, visitors.perSecond, fromMs + ((toMs - fromMs) * (i + 0.5)) / steps);
    let sum = 0;
    for (let i = 0; i < steps; i++) sum += rate(i);
    return (sum / steps) * ((toMs - fromMs) / 1000);
  };

  it('brings as many visitors in every second as its rate says, as a Poisson stream varies', () => {
    const runs = 400;
    const seconds = 16;
    const counts = Array.from({ length: seconds }, () => new Array<number>(runs).fill(0));
    for (let run = 0; run < runs; run++) {
      for (const atMs of stream(visitors, seconds * 1000 - 1e-9, run)) counts[Math.floor(atMs / 1000)][run]++;
    }
    for (let s = 0; s < seconds; s++) {
      const expected = expectedIn(s * 1000, (s + 1) * 1000);
      const mean = counts[s].reduce((a, b) => a + b) / runs;
      const variance = counts[s].reduce((a, b) => a + (b - mean) ** 2, 0) / (runs - 1);
      // The mean of 400 Poisson counts has the deviation sqrt(expected / 400). With seven streams of 16 seconds,
      // 4.5 deviations would be exceeded by a correct one in 1 of 1300 trials; the seeds are fixed.
      expect(Math.abs(mean - expected), `second ${s}`).toBeLessThanOrEqual(
        4.5 * Math.sqrt(expected / runs) + 1e-9,
      );
      // Dispersion: variance over mean is 1, with a deviation of sqrt(2 / 399) = 0.07.
      if (expected > 1) expect(Math.abs(variance / mean - 1), `second ${s}`).toBeLessThan(4.5 * 0.075);
    }
  });

  it('has gaps that become exponential with mean 1 when measured in visitors to be expected', () => {
    const times = stream(visitors, 16_000, 7);
    const gaps = times.slice(1, 80).map((atMs, i) => expectedIn(times[i], atMs));
    const { arrival } = createStreams(7);
    // Each gap is exactly the draw it was made of: the inverse is exact, and no visitor is lost or made up.
    gaps.forEach((gap, i) => {
      expect(gap).toBeCloseTo(-log(uniform(arrival, 0, i + 2)), 2);
    });
  });

  it('goes on from any time as if from there: nothing is remembered', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 20_000, noNaN: true }),
        fc.double({ min: 1e-6, max: 20, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (fromMs, expected, share) => {
          const next = (at: number, mass: number) => shape.nextMs(visitors, visitors.perSecond, at, mass, 0);
          const whole = next(fromMs, expected);
          const half = next(fromMs, expected * share);
          fc.pre(half < Number.POSITIVE_INFINITY && whole < Number.POSITIVE_INFINITY);
          expect(half).toBeGreaterThanOrEqual(fromMs);
          expect(whole).toBeGreaterThanOrEqual(half - 1e-6); // a millionth of a millisecond is rounding
          // Where the rate is 0 no time is more right than another, and near it none much more.
          expect(expectedIn(fromMs, whole)).toBeCloseTo(expected, 1);
          expect(expectedIn(half, next(half, expected * (1 - share)))).toBeCloseTo(expected * (1 - share), 1);
        },
      ),
      { seed: 4, numRuns: 150 },
    );
  });
});

describe('arrivals', () => {
  it('come when they were recorded, and nobody else does', () => {
    const recorded = [0, 0, 12.5, 700, 700, 700, 3000];
    const visitors = {
      shape: 'arrivals',
      perSecond: 99,
      arrivals: recorded.map((atMs) => ({ atMs })),
    } as const;
    expect(births(visitors, 10_000)).toEqual(recorded);
    expect(shapeOf('arrivals').perSecondAt({ ...nobody, ...visitors }, 0, 750)).toBe(6);
    expect(shapeOf('arrivals').perSecondAt({ ...nobody, ...visitors }, 0, 1100)).toBe(3);
  });
});

describe('in a run', () => {
  const spike = { shape: 'spike', perSecond: 5, peakPerSecond: 200, beginMs: 4000, lengthMs: 2000 } as const;

  it('a spike brings its visitors while it lasts', () => {
    const times = births(spike, 10_000);
    const between = (a: number, b: number) => times.filter((t) => t >= a && t < b).length;
    // 20 and 400 and 20 expected; 5 deviations of each are 22, 100 and 22.
    expect(Math.abs(between(0, 4000) - 20)).toBeLessThan(22);
    expect(Math.abs(between(4000, 6000) - 400)).toBeLessThan(100);
    expect(Math.abs(between(6000, 10_000) - 20)).toBeLessThan(22);
  });

  it('a shape that is chosen in the middle counts its times from then', () => {
    const times = births({ ...spike, shape: 'constant' }, 20_000, [
      { atMs: 10_000, do: 'set', setting: 'visitors.shape', value: 'spike' },
    ]);
    expect(times.filter((t) => t >= 10_000 && t < 14_000).length).toBeLessThan(45);
    expect(times.filter((t) => t >= 14_000 && t < 16_000).length).toBeGreaterThan(300);
  });

  it('another peak holds at once, and so does another rate', () => {
    const times = births({ ...spike, lengthMs: 16_000 }, 20_000, [
      { atMs: 10_000, do: 'set', setting: 'visitors.peakPerSecond', value: 0 },
    ]);
    expect(times.filter((t) => t >= 4000 && t < 10_000).length).toBeGreaterThan(1000);
    expect(times.filter((t) => t >= 10_000 && t < 20_000)).toEqual([]);
  });

  it('a recording has rates of its own: no slider changes them', () => {
    const { happenings } = record(
      tinyScenario({ visitors: { shape: 'rates', rates: [{ atMs: 0, perSecond: 1 }] } }),
      2000,
      [
        { atMs: 500, do: 'set-visitors', perSecond: 50 },
        // There is no list of arrivals, so nothing could be played back.
        { atMs: 600, do: 'set', setting: 'visitors.shape', value: 'arrivals' },
      ],
    );
    expect(happenings).toEqual([
      { atMs: 500, what: 'intervention', index: 0, ignored: true },
      { atMs: 600, what: 'intervention', index: 1, ignored: true },
    ]);
  });

  it.each(SHAPE_IDS)('%s: goes on the same way after going back', (shape) => {
    const scenario = tinyScenario({
      visitors: {
        ...spike,
        shape,
        rates: [{ atMs: 3000, perSecond: 20 }],
        arrivals: [{ atMs: 100 }, { atMs: 4100 }, { atMs: 4100 }, { atMs: 7000 }],
      },
    });
    const simulation = createSimulation({ scenario, seed: 3, interventions: [] });
    simulation.runUntil(4100);
    const snapshot = simulation.snapshot();
    simulation.runUntil(8000);
    const print = fingerprint(simulation.world);
    simulation.restore(snapshot);
    simulation.runUntil(8000);
    expect(fingerprint(simulation.world)).toBe(print);
  });

  it('a rush explains who is turned away in it', () => {
    const scenario = tinyScenario({
      people: { count: 0 },
      visitors: { ...spike, perSecond: 0 },
      servers: { queueLimit: 0 },
      service: { page: { kind: 'constant', meanMs: 100 } },
    });
    const { causes } = record(scenario, 6000);
    expect(chain(causes[0])).toContain('rush spike 200');
    expect(chain(causes[0])[0]).toMatch(/^answered 503 queueFull/);
  });
});
