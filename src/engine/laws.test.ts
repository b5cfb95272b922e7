/** What holds in every run, whatever the scenario and whatever a visitor does. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createSimulation, type Run, type Simulation } from './simulation.ts';
import { fingerprint } from './snapshot.ts';
import { CacheKind, isAwaited, REQUEST_KINDS, RequestKind } from './state/requests.ts';
import { UserPhase } from './state/users.ts';
import { arbitraryRun, arbitraryRunWithout, RUN_MS } from './testing/arbitraries.ts';
import { checkWorld } from './testing/checkWorld.ts';
import { watchSessions } from './testing/watchSessions.ts';
import { watchTokens } from './testing/watchTokens.ts';
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

/** The same run with a store of one node; what several do is watched by `store/laws.test.ts`. */
function withOneStore(run: Run): Run {
  const store: Run['scenario']['store'] = {
    ...run.scenario.store,
    kind: 'redis',
    shards: 1,
    replicas: 0,
    minReplicas: 0,
  };
  return { ...run, scenario: { ...run.scenario, store } };
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
          expect(checkWorld(simulation.world, simulation.scenario)).toEqual([]);
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
      { seed: 7702, numRuns: 200 },
    );
  });

  it('a session is found where it was put, and nowhere else', () => {
    let lookups = 0;
    fc.assert(
      fc.property(arbitraryRunWithout(fc, 'set-strategy', 'set', 'add-shard').map(withOneStore), (run) => {
        // Copies have laws of their own: `replication.test.ts`.
        fc.pre(run.scenario.sessions.strategy !== 'replicated');
        const simulation = createSimulation(run);
        const isToken = run.scenario.sessions.strategy === 'token';
        const watch = isToken ? watchTokens(run) : watchSessions(run);
        simulation.observe(watch.observer);
        runOut(simulation);
        expect(watch.broken).toEqual([]);
        lookups += watch.lookups;
      }),
      { seed: 7703, numRuns: 200 },
    );
    expect(lookups).toBeGreaterThan(8000);
  });
});

describe('a script', () => {
  it('is followed line by line: at its time, or when the answer before it has arrived', () => {
    let lines = 0;
    fc.assert(
      fc.property(arbitraryRun(fc), (run) => {
        const { count, script, leaveChance } = run.scenario.people;
        fc.pre(script !== null && script.length > 0 && leaveChance === 0);
        const parts = Array.from(
          { length: count },
          (_, user) => script?.filter((l) => l.user === user) ?? [],
        );
        const freeMs = new Array(count).fill(0);
        const simulation = createSimulation(run);
        simulation.observe({
          finished({ nowMs, requests }, r) {
            const user = requests.user[r];
            if (user < 0 || !isAwaited(requests.kind[r])) return;
            const line = parts[user].shift();
            expect(requests.bornMs[r]).toBe(Math.max(freeMs[user], line?.atMs ?? Number.NaN));
            if (line?.ask) expect(REQUEST_KINDS[requests.kind[r]]).toBe(line.ask);
            freeMs[user] = nowMs;
            lines++;
          },
        });
        runOut(simulation);
        const { users } = simulation.world;
        const left = parts.flat().length;
        const asking = users.phase.filter((phase) => phase === UserPhase.waiting).length;
        // What is left are lines of those who wait for an answer or whose time has not come.
        for (let user = 0; user < count; user++) {
          if (users.phase[user] === UserPhase.done) expect(parts[user]).toEqual([]);
        }
        expect(left).toBeGreaterThanOrEqual(asking);
      }),
      { seed: 9, numRuns: 100 },
    );
    expect(lines).toBeGreaterThan(500);
  });
});

describe('caches', () => {
  it('never show anybody another person’s page, unless the CDN keeps pages of the logged-in', () => {
    let kept = 0;
    fc.assert(
      fc.property(arbitraryRun(fc), (drawn) => {
        const { scenario } = drawn;
        const keeps = scenario.cdn.keeps === 'all-pages' ? 'public-pages' : scenario.cdn.keeps;
        const run: Run = {
          ...drawn,
          scenario: { ...scenario, cdn: { ...scenario.cdn, keeps } },
          interventions: drawn.interventions.filter((i) => i.do !== 'set' || i.value !== 'all-pages'),
        };
        const simulation = createSimulation(run);
        simulation.observe({
          finished({ requests }, r) {
            expect(requests.sees[r]).toBe(-1);
            if (requests.kind[r] !== RequestKind.page) return;
            expect(requests.cache[r]).toBe(CacheKind.none);
          },
        });
        runOut(simulation);
        expect(simulation.world.totals.wrongPages).toBe(0);
        kept += simulation.world.totals.edgeHits + simulation.world.totals.pageHits;
      }),
      { seed: 10, numRuns: 100 },
    );
    expect(kept).toBeGreaterThan(1000);
  });
});

describe('patience', () => {
  it('limits how long anybody waits', () => {
    fc.assert(
      fc.property(arbitraryRunWithout(fc, 'set'), (run) => {
        const { answerTimeoutMs, connectTimeoutMs, replay } = run.scenario.balancer;
        fc.pre(answerTimeoutMs !== null);
        const { userMs, serverMs, edgeMs, originMs } = run.scenario.hops;
        const { cdn, pageCache } = run.scenario;
        const simulation = createSimulation(run);
        const watch = watchTravel();
        simulation.observe(watch.observer);
        runOut(simulation);
        const retries = run.scenario.balancer.retries ?? simulation.world.servers.length;
        // There and back; who waits for what another one is fetching waits at most this long, at the edge and at the
        // balancer; for every attempt the way, the connection and a pause no longer than it may take; and the balancer's
        // patience once, or every time when requests are sent again.
        const farMs = cdn.on ? Math.max(userMs, edgeMs + originMs) : userMs;
        const othersMs = (cdn.on ? cdn.longestWaitMs : 0) + pageCache.longestWaitMs;
        const patienceMs = (answerTimeoutMs ?? 0) * (replay === 'none' ? 1 : retries + 1);
        const attemptsMs = (retries + 1) * (serverMs + 2 * connectTimeoutMs);
        const mostMs = 2 * farMs + othersMs + attemptsMs + patienceMs + serverMs;
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
