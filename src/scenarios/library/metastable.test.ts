/** An overload that outlives its reason, what holds it, and what ends it. Rates per second, in the mean of 10 s. */
import { describe, expect, it } from 'vitest';
import type { Intervention } from '../../engine/intervention.ts';
import type { Scenario } from '../../engine/scenario.ts';
import { createSimulation } from '../../engine/simulation.ts';
import { chain, record } from '../../engine/testing/record.ts';
import { metastable } from './metastable.ts';

const s = (seconds: number) => seconds * 1000;

/** Fifteen seconds with four times as many visitors. */
const rush: Intervention[] = [
  { atMs: s(10), do: 'set-visitors', perSecond: 360 },
  { atMs: s(25), do: 'set-visitors', perSecond: 90 },
];
/** The store is away for ten seconds and comes back empty: everybody has to log in at once. */
const outage: Intervention[] = [
  { atMs: s(10), do: 'kill-store' },
  { atMs: s(20), do: 'restart-store' },
];
/** For twenty seconds no visitors are let in, then as many as before. */
const shedding: Intervention[] = [
  { atMs: s(60), do: 'set-visitors', perSecond: 0 },
  { atMs: s(80), do: 'set-visitors', perSecond: 90 },
];

/** Good answers a second, and failures, in the ten seconds from each of the given times. */
function rates(scenario: Scenario, interventions: Intervention[], fromS: number[], seed = 1) {
  const simulation = createSimulation({ scenario, seed, interventions });
  return fromS.map((from) => {
    simulation.runUntil(s(from));
    const before = { ...simulation.world.totals };
    simulation.runUntil(s(from + 10));
    const { ok, failed } = simulation.world.totals;
    return { good: (ok - before.ok) / 10, bad: (failed - before.failed) / 10 };
  });
}

describe('metastable', () => {
  it('is well for as long as nothing happens to it', () => {
    for (const { good, bad } of rates(metastable, [], [20, 60, 110])) {
      expect(good).toBeGreaterThan(160);
      expect(bad).toBe(0);
    }
  });

  describe.each([
    ['a rush', rush],
    ['an outage of the store', outage],
  ])('after %s', (_, trigger) => {
    it.each([1, 2])('stays overrun long after it is over, with seed %d', (seed) => {
      // The same load as before, for half a minute and more, and hardly anybody is served.
      for (const { good, bad } of rates(metastable, trigger, [50, 80], seed)) {
        expect(good).toBeLessThan(10);
        expect(bad).toBeGreaterThan(300);
      }
    });

    it.each([1, 2])('recovers when load is shed for a while, and stays well, with seed %d', (seed) => {
      const [sick, ...well] = rates(metastable, [...trigger, ...shedding], [50, 90, 120], seed);
      expect(sick.good).toBeLessThan(10);
      for (const { good, bad } of well) {
        expect(good).toBeGreaterThan(160);
        expect(bad).toBeLessThan(1);
      }
    });

    it('recovers by itself when nobody asks again, or when queues are short', () => {
      const once = { ...metastable, patience: { ...metastable.patience, retries: 0 } };
      const short = { ...metastable, servers: { ...metastable.servers, queueLimit: 20 } };
      for (const scenario of [once, short]) {
        const [{ good, bad }] = rates(scenario, trigger, [50]);
        expect(good).toBeGreaterThan(160);
        expect(bad).toBe(0);
      }
    });
  });

  it('is not helped by longer pauses alone: new visitors come all the time, and each asks four times', () => {
    const polite = {
      ...metastable,
      patience: { ...metastable.patience, delayMs: 2000, backoff: true, jitter: true },
    };
    const [{ good, bad }] = rates(polite, rush, [80]);
    expect(good).toBeLessThan(10);
    expect(bad).toBeGreaterThan(300);
  });

  it('says what holds it', () => {
    const { causes } = record(metastable, s(31), outage);
    const gaveUp = causes.filter(([first]) => first.code === 'answered' && first.reason === 'gaveUp');
    const last = chain(gaveUp[gaveUp.length - 1]);
    expect(last[1]).toBe('waited 3000');
    expect(last.find((link) => link.startsWith('work-for-nobody'))).toBeDefined();
    expect(last.find((link) => /^mass-logout -2 \d+ 10000 by 0$/.test(link))).toBeDefined();
  });
});
