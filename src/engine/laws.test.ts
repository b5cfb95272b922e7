/** What holds in every run, whatever the scenario and whatever a visitor does. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createSimulation, type Run, type Simulation } from './simulation.ts';
import { fingerprint } from './snapshot.ts';
import { arbitraryRun, arbitraryRunWithOneStrategy, RUN_MS } from './testing/arbitraries.ts';
import { checkWorld } from './testing/checkWorld.ts';
import { watchSessions } from './testing/watchSessions.ts';
import { watchTravel } from './testing/watchTravel.ts';

// Many runs each; a busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

/** Without pauses and delays a person asks a thousand times a second: enough is seen early. */
const MOST_STEPS = 4000;
const MOST_EVENTS = 20_000;

/** Runs to the end, or to the moment when enough has happened; returns when that is. */
function runOut(simulation: Simulation): number {
  simulation.runSlice(RUN_MS, MOST_EVENTS);
  simulation.runUntil(simulation.world.nowMs);
  return simulation.world.nowMs;
}

/** The end of a run and the fingerprint of its last moment. */
function outcome(run: Run): { endMs: number; print: string } {
  const simulation = createSimulation(run);
  return { endMs: runOut(simulation), print: fingerprint(simulation.world) };
}

describe('at every moment', () => {
  it('counts, queues, shelves and references agree with what is there', () => {
    fc.assert(
      fc.property(arbitraryRun(fc), (run) => {
        const simulation = createSimulation(run);
        for (let i = 0; i < MOST_STEPS && simulation.step(RUN_MS); i++) {
          expect(checkWorld(simulation.world, run.scenario)).toEqual([]);
        }
      }),
      { seed: 1, numRuns: 120 },
    );
  });

  it('requests go from phase to phase without a gap, and are decided once', () => {
    fc.assert(
      fc.property(arbitraryRun(fc), (run) => {
        const simulation = createSimulation(run);
        const watch = watchTravel();
        simulation.observe(watch.observer);
        runOut(simulation);
        expect(watch.broken).toEqual([]);
      }),
      { seed: 2, numRuns: 200 },
    );
  });

  it('a session is found where it was put, and nowhere else', () => {
    let lookups = 0;
    fc.assert(
      fc.property(arbitraryRunWithOneStrategy(fc), (run) => {
        const simulation = createSimulation(run);
        const watch = watchSessions(run.scenario);
        simulation.observe(watch.observer);
        runOut(simulation);
        expect(watch.broken).toEqual([]);
        lookups += watch.lookups;
      }),
      { seed: 3, numRuns: 200 },
    );
    expect(lookups).toBeGreaterThan(10_000);
  });
});

describe('patience', () => {
  it('limits how long anybody waits', () => {
    fc.assert(
      fc.property(arbitraryRun(fc), (run) => {
        const { answerTimeoutMs, retries, connectTimeoutMs } = run.scenario.balancer;
        fc.pre(answerTimeoutMs !== null);
        const { userMs, serverMs } = run.scenario.hops;
        const simulation = createSimulation(run);
        const watch = watchTravel();
        simulation.observe(watch.observer);
        runOut(simulation);
        // There and back, every attempt in vain but the last, and all of the balancer's patience.
        const mostMs =
          2 * userMs + (retries + 1) * (serverMs + connectTimeoutMs) + (answerTimeoutMs ?? 0) + serverMs;
        expect(watch.longestMs).toBeLessThanOrEqual(mostMs + 1e-6);
      }),
      { seed: 4, numRuns: 100 },
    );
  });
});

describe('the same run', () => {
  it('gives the same bytes', () => {
    fc.assert(
      fc.property(arbitraryRun(fc), (run) => {
        expect(outcome(run)).toEqual(outcome(run));
      }),
      { seed: 5, numRuns: 60 },
    );
  });

  it('gives the same bytes when it is run in slices', () => {
    const slices = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(arbitraryRun(fc), slices, (run, sizes) => {
        const { endMs, print } = outcome(run);
        const simulation = createSimulation(run);
        for (let i = 0; !simulation.runSlice(endMs, sizes[i % sizes.length]); i++);
        expect(fingerprint(simulation.world)).toBe(print);
      }),
      { seed: 6, numRuns: 60 },
    );
  });

  it('gives the same bytes when it goes on from a snapshot', () => {
    fc.assert(
      fc.property(arbitraryRun(fc), fc.double({ min: 0, max: 1, noNaN: true }), (run, share) => {
        const { endMs, print } = outcome(run);
        const simulation = createSimulation(run);
        simulation.runUntil(endMs * share);
        const snapshot = simulation.snapshot();
        const before = fingerprint(snapshot);
        simulation.runUntil(endMs);
        expect(fingerprint(simulation.world)).toBe(print);
        simulation.restore(snapshot);
        expect(fingerprint(simulation.world)).toBe(before);
        simulation.runUntil(endMs);
        expect(fingerprint(simulation.world)).toBe(print);
        const other = createSimulation(run, snapshot);
        other.runUntil(endMs);
        expect(fingerprint(other.world)).toBe(print);
        expect(fingerprint(snapshot)).toBe(before);
      }),
      { seed: 7, numRuns: 60 },
    );
  });

  it('is not changed by being watched', () => {
    fc.assert(
      fc.property(arbitraryRun(fc), (run) => {
        const { endMs, print } = outcome(run);
        const simulation = createSimulation(run);
        simulation.observe(watchTravel().observer);
        simulation.runUntil(endMs);
        expect(fingerprint(simulation.world)).toBe(print);
      }),
      { seed: 8, numRuns: 40 },
    );
  });
});
