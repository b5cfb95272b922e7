import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action, Intervention } from '../engine/intervention.ts';
import type { Run } from '../engine/simulation.ts';
import { STRATEGY_IDS } from '../engine/strategies/index.ts';
import { tinyScenario } from '../engine/testing/scenarios.ts';
import { collectMetrics } from './collectMetrics.ts';
import { METRIC_IDS } from './definitions.ts';
import type { Metrics } from './metrics.ts';

const run = (parts: Parameters<typeof tinyScenario>[0], interventions: Intervention[] = []): Run => ({
  scenario: tinyScenario(parts),
  seed: 1,
  interventions,
});

describe('one person, one server, no chance', () => {
  // Login at 1000, answered at 1010; then a page every 1010 ms, each after 10 ms of work: at 2010, 3020,
  // 4030, … 9080. The last answer within 10,000 ms comes at 9090.
  const { values, servers, fromMs, untilMs } = collectMetrics(run({}), 10_000);

  it('counts requests by outcome and by kind', () => {
    expect(values).toMatchObject({
      requestsBorn: 9,
      requestsServed: 9,
      requestsRefused: 0,
      requestsUnfinished: 0,
      requestsLogin: 1,
      requestsPage: 8,
      servedPerSecond: 0.9,
      sessionRequestsServedShare: 1,
      logins: 1,
      forcedLogins: 0,
      sessionsMade: 1,
    });
  });

  it('measures times', () => {
    expect(values).toMatchObject({ responseMeanMs: 10, responseP95Ms: 10, responseMaxMs: 10 });
    expect(values).toMatchObject({ queueWaitMeanMs: 0, queueWaitMaxMs: 0 });
    expect([fromMs, untilMs]).toEqual([0, 10_000]);
  });

  it('knows the server: 9 times 10 ms of work in 10 s', () => {
    expect(servers).toEqual([
      {
        server: 'A',
        state: 'up',
        values: {
          requestsRouted: 9,
          requestsAnswered: 9,
          utilisation: 0.009,
          runningMs: 10_000,
          sessions: 1,
        },
      },
    ]);
  });
});

describe('waiting', () => {
  it('is from reaching the server until a worker takes the request', () => {
    // Three people ask at 1000 ms; one worker, 100 ms each: they wait 0, 100 and 200 ms.
    const { values } = collectMetrics(
      run({ people: { count: 3 }, service: { login: { kind: 'constant', meanMs: 100 } } }),
      1500,
    );
    expect(values).toMatchObject({ queueWaitMeanMs: 100, queueWaitMaxMs: 200, responseMeanMs: 200 });
  });

  it('counts once for a request that asks the store first', () => {
    // A login writes; a page reads, and renews the record.
    const { values } = collectMetrics(run({ sessions: { strategy: 'shared' } }), 10_000);
    expect(values).toMatchObject({ queueWaitMeanMs: 0, storeReads: 8, storeWrites: 9 });
  });
});

describe('failures', () => {
  it('shows refusals, forced logins and lost carts of a lone person between two servers', () => {
    const { values } = collectMetrics(run({ servers: { count: 2 } }), 20_000);
    expect(values.requestsPage).toBeGreaterThan(5);
    expect(values).toMatchObject({
      requestsRefused: values.requestsPage,
      sessionRequestsServedShare: 0,
      forcedLogins: (values.logins ?? 0) - 1,
    });
  });

  it('counts what a dead server takes along, and only the time it ran', () => {
    const { values, servers } = collectMetrics(
      run({ people: { count: 5 }, servers: { workers: 5 } }, [
        { atMs: 4000, do: 'kill-server', server: 0 },
        { atMs: 4500, do: 'kill-server', server: 0 },
      ]),
      6000,
    );
    expect(values).toMatchObject({ sessionsLost: 5, interventionsApplied: 1, interventionsIgnored: 1 });
    expect(values.requests503).toBeGreaterThan(0);
    expect(servers[0]).toMatchObject({ state: 'down', values: { runningMs: 4000, sessions: 0 } });
  });

  it('counts an added server from the moment it listens', () => {
    const { servers } = collectMetrics(
      run({ servers: { startMs: 1500 } }, [{ atMs: 1000, do: 'add-server' }]),
      10_000,
    );
    expect(servers[1]).toMatchObject({ server: 'B', state: 'up', values: { runningMs: 7500 } });
  });
});

describe('a part of a run', () => {
  it('counts only what happened in it', () => {
    const { values, servers, fromMs } = collectMetrics(run({}), 10_000, 5000);
    // Pages set out at 5040, 6050, 7060, 8070 and 9080.
    expect(values).toMatchObject({ requestsBorn: 5, requestsServed: 5, requestsLogin: 0, logins: 0 });
    expect(servers[0].values).toMatchObject({ requestsRouted: 5, runningMs: 5000, utilisation: 0.01 });
    expect(fromMs).toBe(5000);
  });

  it('has no shares and means where nothing happened', () => {
    const { values, servers } = collectMetrics(run({ people: { count: 0 } }), 0);
    expect(values).toMatchObject({
      responseMeanMs: null,
      servedPerSecond: null,
      sessionRequestsServedShare: null,
    });
    expect(servers[0].values.utilisation).toBeNull();
  });
});

it('agrees with the theory of the M/M/1 queue', () => {
  // 8 visitors/s and 100 ms of work each: utilisation 0.8, mean wait 0.8 / (10 - 8) s, and 95 of 100
  // answers within -ln(0.05) / (10 - 8) s.
  const { values, servers } = collectMetrics(
    run({
      people: { count: 0 },
      visitors: { perSecond: 8 },
      service: { page: { kind: 'exponential', meanMs: 100 } },
      balancer: { answerTimeoutMs: null },
    }),
    30_000_000,
    100_000,
  );
  const off = (value: number | null, theory: number) => Math.abs((value ?? 0) / theory - 1);
  expect(off(servers[0].values.utilisation, 0.8)).toBeLessThan(0.01);
  expect(off(values.queueWaitMeanMs, 400)).toBeLessThan(0.05);
  expect(off(values.responseMeanMs, 500)).toBeLessThan(0.05);
  expect(off(values.responseP95Ms, 1498)).toBeLessThan(0.05);
});

describe('laws', () => {
  const action: fc.Arbitrary<Action> = fc.oneof(
    fc.constantFrom<Action[]>({ do: 'add-server' }, { do: 'kill-store' }, { do: 'restart-store' }),
    fc.record({
      do: fc.constantFrom('kill-server', 'hang-server', 'drain-server', 'resume-server', 'remove-server'),
      server: fc.nat(3),
    }) as fc.Arbitrary<Action>,
    fc.record({ do: fc.constant('restart-server' as const), server: fc.nat(3), graceful: fc.boolean() }),
    fc.record({ do: fc.constant('set-strategy' as const), strategy: fc.constantFrom(...STRATEGY_IDS) }),
  );
  const anyRun: fc.Arbitrary<Run> = fc.record({
    scenario: fc
      .record({ strategy: fc.constantFrom(...STRATEGY_IDS), perSecond: fc.nat(60) })
      .map(({ strategy, perSecond }) =>
        tinyScenario({
          people: { count: 6, cartShare: 0.3, pagesPerVisit: 5, leaveChance: 0.05 },
          visitors: { perSecond },
          service: { page: { kind: 'exponential', meanMs: 60 } },
          hops: { userMs: 20, serverMs: 1 },
          servers: { count: 3, workers: 2, queueLimit: 5, startMs: 500, restartMs: 500 },
          balancer: { answerTimeoutMs: 1000, connectTimeoutMs: 300, drainMs: 300 },
          sessions: { strategy },
          store: { timeoutMs: 400 },
        }),
      ),
    seed: fc.nat(),
    interventions: fc
      .array(fc.record({ atMs: fc.nat(20_000), action }), { maxLength: 12 })
      .map((all) => all.sort((a, b) => a.atMs - b.atMs).map((one) => ({ atMs: one.atMs, ...one.action }))),
  });

  const sum = ({ values }: Metrics, ids: (keyof Metrics['values'])[]) =>
    ids.reduce((total, id) => total + (values[id] ?? 0), 0);

  it('every request born is counted in exactly one outcome, and every finished one in exactly one kind', () => {
    fc.assert(
      fc.property(anyRun, (given) => {
        const metrics = collectMetrics(given, 20_000);
        const finished = sum(metrics, [
          'requestsServed',
          'requestsRefused',
          'requests500',
          'requests502',
          'requests503',
          'requests504',
          'requestsBroken',
        ]);
        expect(finished + sum(metrics, ['requestsUnfinished'])).toBe(metrics.values.requestsBorn);
        expect(
          sum(metrics, ['requestsVisit', 'requestsLogin', 'requestsPage', 'requestsCart', 'requestsLogout']),
        ).toBe(finished);
      }),
      { numRuns: 50 },
    );
  });

  it('the parts of the mean response time add up to it', () => {
    fc.assert(
      fc.property(anyRun, (given) => {
        const { values } = collectMetrics(given, 20_000);
        if (values.responseMeanMs === null) return;
        const parts = (['client', 'inside', 'waiting', 'store', 'copies', 'work'] as const).map(
          (part) => values[`${part}TimeMeanMs`] ?? Number.NaN,
        );
        expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
        expect(parts.reduce((a, b) => a + b, 0)).toBeCloseTo(values.responseMeanMs, 5);
      }),
      { numRuns: 50 },
    );
  });

  it('shares lie between 0 and 1, and no server runs longer than the run', () => {
    fc.assert(
      fc.property(anyRun, (given) => {
        const { servers, values } = collectMetrics(given, 20_000);
        expect(METRIC_IDS.filter((id) => Number.isNaN(values[id]))).toEqual([]);
        for (const server of servers) {
          const { utilisation, runningMs } = server.values;
          expect(utilisation ?? 0).toBeGreaterThanOrEqual(0);
          expect(utilisation ?? 0).toBeLessThanOrEqual(1 + 1e-9);
          expect(runningMs).toBeLessThanOrEqual(20_000);
        }
      }),
      { numRuns: 50 },
    );
  });
});
