/** How a simulation is moved through time. The world here: one person asks at 1000, 2010, 3020 … ms. */
import { describe, expect, it } from 'vitest';
import type { Intervention } from './intervention.ts';
import { createSimulation, type Run } from './simulation.ts';
import { fingerprint } from './snapshot.ts';
import { record } from './testing/record.ts';
import { tinyScenario } from './testing/scenarios.ts';

function tinyRun(interventions: Intervention[] = []): Run {
  return { scenario: tinyScenario(), seed: 1, interventions };
}

describe('runUntil', () => {
  it('includes events at exactly that time', () => {
    const simulation = createSimulation(tinyRun());
    simulation.runUntil(999);
    expect(simulation.world.totals.born).toBe(0);
    simulation.runUntil(1000);
    expect(simulation.world.totals.born).toBe(1);
    // Login: 10 ms of work.
    simulation.runUntil(1010);
    expect(simulation.world.totals.ok).toBe(1);
  });

  it('includes interventions at exactly that time, after the events of that time', () => {
    // At 1000 the person asks. Had the server died before, the connection would be refused (503).
    const { answers } = record(tinyScenario(), 1000, [{ atMs: 1000, do: 'kill-server', server: 0 }]);
    expect(answers.map((a) => [a.atMs, a.status])).toEqual([[1000, 502]]);
  });

  it('applies interventions of the same time in the order given', () => {
    const run = tinyRun([
      { atMs: 500, do: 'set-think-time', meanMs: 100 },
      { atMs: 500, do: 'set-think-time', meanMs: 200 },
    ]);
    const simulation = createSimulation(run);
    simulation.runUntil(500);
    expect(simulation.world.settings.thinkMeanMs).toBe(200);
  });

  it('never turns the clock back for an intervention that comes too late', () => {
    const { happenings } = record(tinyScenario(), 3000, [
      { atMs: 2000, do: 'set-think-time', meanMs: 500 },
      { atMs: 1000, do: 'set-think-time', meanMs: 400 },
    ]);
    expect(happenings.map((h) => h.atMs)).toEqual([2000, 2000]);
  });

  it('leaves the clock at that time even when nothing happens', () => {
    const simulation = createSimulation(tinyRun());
    simulation.runUntil(123.5);
    expect(simulation.world.nowMs).toBe(123.5);
    simulation.runUntil(100); // the past stays as it is
    expect(simulation.world.nowMs).toBe(123.5);
  });

  it('stays where it is when it is given no time', () => {
    const simulation = createSimulation(tinyRun());
    simulation.runUntil(Number.NaN);
    expect(simulation.world.totals.born).toBe(0);
  });
});

describe('runSlice', () => {
  it('stops after as many events, and says whether it arrived', () => {
    const simulation = createSimulation(tinyRun());
    let slices = 0;
    while (!simulation.runSlice(10_000, 3)) slices++;
    expect(slices).toBeGreaterThan(5);
    expect(simulation.world.nowMs).toBe(10_000);
    const atOnce = createSimulation(tinyRun());
    atOnce.runUntil(10_000);
    expect(fingerprint(simulation.world)).toBe(fingerprint(atOnce.world));
  });
});

describe('step', () => {
  it('goes to the next event or intervention, and to none after the limit', () => {
    const scenario = tinyScenario({ people: { count: 2, think: { kind: 'constant', meanMs: 40 } } });
    scenario.balancer.health.intervalMs = 1e9;
    const simulation = createSimulation({
      scenario,
      seed: 1,
      interventions: [{ atMs: 45, do: 'set-visitors', perSecond: 0 }],
    });
    const times: number[] = [];
    while (simulation.step(100)) times.push(simulation.world.nowMs);
    // Both ask at 40; one worker serves one until 50 and the other until 60; they ask again 40 ms later.
    expect(times).toEqual([40, 40, 45, 50, 60, 90, 100, 100]);
    expect(simulation.world.nowMs).toBe(100);
    expect(simulation.step(100)).toBe(false);
  });

  it('passes over events that were called off', () => {
    // The store dies while the page is written: the first end of that phase is called off.
    const scenario = tinyScenario({
      sessions: { strategy: 'shared' },
      store: { latency: { kind: 'constant', meanMs: 5 }, timeoutMs: 300 },
    });
    scenario.balancer.health.intervalMs = 1e9;
    const simulation = createSimulation({
      scenario,
      seed: 1,
      interventions: [{ atMs: 1012, do: 'kill-store' }],
    });
    const times: number[] = [];
    while (simulation.step(1400)) times.push(simulation.world.nowMs);
    // Asked at 1000, worked until 1010, store command until 1015, begun anew at 1012, given up at 1312.
    expect(times).toEqual([1000, 1010, 1012, 1312]);
  });
});

describe('a world without any delay', () => {
  const nothing = { kind: 'constant', meanMs: 0 } as const;
  const immediate = tinyScenario({
    people: { count: 3, think: nothing, retype: nothing },
    service: { page: nothing, login: nothing, refusalMs: 0 },
    store: { latency: { kind: 'constant', meanMs: 0 }, timeoutMs: 0 },
  });

  it('still moves on: everybody takes a millisecond between two requests', () => {
    for (const count of [0, 1, 3]) {
      const scenario = { ...immediate, servers: { ...immediate.servers, count } };
      const simulation = createSimulation({ scenario, seed: 1, interventions: [] });
      simulation.runUntil(1000);
      expect(simulation.world.totals.born).toBe(3 * 1000);
    }
  });

  it('serves a long queue without calls inside calls', () => {
    // A few visitors occupy the only worker for 5 ms each when all the people ask, at 1 ms. Their logins need
    // no time: they follow each other at one moment.
    const scenario = {
      ...immediate,
      people: { ...immediate.people, count: 30_000, think: { kind: 'constant', meanMs: 1 } as const },
      visitors: { ...immediate.visitors, perSecond: 10_000 },
      service: { ...immediate.service, page: { kind: 'constant', meanMs: 5 } as const },
    };
    const interventions: Intervention[] = [{ atMs: 2, do: 'set-visitors', perSecond: 0 }];
    const simulation = createSimulation({ scenario, seed: 1, interventions });
    simulation.runUntil(1);
    expect(simulation.world.servers.queueLength[0]).toBeGreaterThan(30_000);
    simulation.runUntil(1000);
    expect(simulation.world.totals.logins).toBe(30_000);
  });
});

describe('observe', () => {
  it('tells an intervention that made no sense', () => {
    const { happenings } = record(tinyScenario(), 3000, [
      { atMs: 1000, do: 'kill-server', server: 7 },
      { atMs: 2000, do: 'resume-server', server: 0 },
    ]);
    expect(happenings).toEqual([
      { atMs: 1000, what: 'intervention', index: 0, ignored: true },
      { atMs: 2000, what: 'intervention', index: 1, ignored: true },
    ]);
  });
});
