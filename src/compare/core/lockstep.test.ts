import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action } from '../../engine/intervention.ts';
import { createSimulation, type Run } from '../../engine/simulation.ts';
import { fingerprint } from '../../engine/snapshot.ts';
import { isAwaited, Reason, RequestKind } from '../../engine/state/requests.ts';
import { NONE } from '../../engine/state/table.ts';
import type { World } from '../../engine/state/world.ts';
import { arbitraryRunWithout, RUN_MS } from '../../engine/testing/arbitraries.ts';
import { collectMetrics } from '../../metrics/collectMetrics.ts';
import { SCENARIOS } from '../../scenarios/library/index.ts';
import { isNews } from '../../timeline/recent.ts';
import { createTimeline } from '../../timeline/timeline.ts';
import { type Comparison, runsOf } from './comparison.ts';
import { createLockstep, type Lockstep } from './lockstep.ts';
import { butDoing, butIn, butWith, setting } from './ready/ready.ts';

const lockstepOf = (runs: readonly Run[]) => createLockstep(runs.map((run) => createTimeline(run)));

/** Everything that makes a moment, of every run. */
const look = ({ timelines, nowMs, numbers }: Pick<Lockstep, 'timelines' | 'nowMs' | 'numbers'>) => ({
  nowMs,
  at: timelines.map((timeline) => timeline.nowMs),
  worlds: timelines.map((timeline) => fingerprint(timeline.world)),
  numbers: numbers(),
});

const base: Comparison['base'] = {
  scenario: 'three-servers',
  start: [setting('visitors.perSecond', 5)],
  seed: 5,
  interventions: [{ atMs: 6000, do: 'kill-server', server: 1 }],
};

const arbitraryVariant = fc.oneof(
  fc
    .constantFrom('memory', 'sticky', 'replicated', 'shared', 'token')
    .map((strategy) => butWith([setting('sessions.strategy', strategy)])),
  fc
    .constantFrom('random', 'least-connections', 'consistent-hashing')
    .map((policy) => butWith([setting('balancer.policy', policy)])),
  fc.integer({ min: 1, max: 5 }).map((count) => butWith([setting('servers.count', count)])),
  fc.constantFrom('shared-store', 'cut-available', 'failover').map((id) => butIn(id as 'failover')),
  fc
    .integer({ min: 0, max: 9000 })
    .map((atMs) => butDoing({ atMs, do: 'add-server' }, { atMs: 9500, do: 'kill-store' })),
);
const arbitraryComparison = fc
  .array(arbitraryVariant, { minLength: 1, maxLength: 3 })
  .map((variants): Comparison => ({ base, variants }));

describe('lockstep', () => {
  it('shows of every run what it shows alone', () => {
    fc.assert(
      fc.property(arbitraryComparison, fc.integer({ min: 1, max: 14_000 }), (comparison, atMs) => {
        const runs = runsOf(comparison);
        const lockstep = lockstepOf(runs);
        lockstep.goTo(atMs);
        runs.forEach((run, i) => {
          const alone = createSimulation(run);
          alone.runUntil(atMs);
          expect(fingerprint(lockstep.timelines[i].world)).toBe(fingerprint(alone.world));
        });
      }),
      { seed: 1, numRuns: 25 },
    );
  });

  it('comes to the same moment with the same numbers on every way, also in slices', () => {
    const step = fc.oneof(
      fc.integer({ min: 0, max: 12_000 }),
      fc.constantFrom('on' as const, 'back' as const, 'a little' as const),
    );
    fc.assert(
      fc.property(
        arbitraryComparison,
        fc.array(step, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 0, max: 12_000 }),
        (comparison, way, endMs) => {
          const lockstep = lockstepOf(runsOf(comparison));
          for (const where of way) {
            if (where === 'on') lockstep.stepForward(20_000);
            else if (where === 'back') lockstep.stepBack();
            else if (where === 'a little') lockstep.goTo(11_000, () => false);
            else lockstep.goTo(where);
          }
          while (!lockstep.goTo(endMs, () => false));
          const straight = lockstepOf(runsOf(comparison));
          straight.goTo(endMs);
          expect(look(lockstep)).toEqual(look(straight));
        },
      ),
      { seed: 2, numRuns: 25 },
    );
  });

  it('steps to what happens next, and last, in any of them', () => {
    const runs = runsOf({ base, variants: [butWith([setting('sessions.strategy', 'shared')])] });
    const lockstep = lockstepOf(runs);
    lockstep.goTo(5000);
    const next = runs.map((run) => {
      const timeline = createTimeline(run);
      timeline.goTo(5000);
      timeline.stepForward(20_000);
      return timeline.nowMs;
    });
    const last = runs.map((run) => {
      const timeline = createTimeline(run);
      timeline.goTo(5000);
      timeline.stepBack();
      return timeline.nowMs;
    });
    lockstep.stepForward(20_000);
    expect(lockstep.timelines.map((timeline) => timeline.nowMs)).toEqual(next.map(() => Math.min(...next)));
    lockstep.goTo(5000);
    lockstep.stepBack();
    expect(lockstep.timelines.map((timeline) => timeline.nowMs)).toEqual(last.map(() => Math.max(...last)));
  });

  it('acts in all of them, or in one, and what is done later stays', () => {
    const action: Action = { do: 'add-server' };
    const later = { atMs: 10_000, do: 'kill-server', server: 1 } as const;
    for (const where of ['all', 0, 1] as const) {
      const runs = runsOf({
        base: { ...base, interventions: [...base.interventions, later] },
        variants: [butWith([setting('sessions.strategy', 'sticky')])],
      });
      const lockstep = lockstepOf(runs);
      lockstep.goTo(9000); // further than where it is done, so that something has to be forgotten
      lockstep.goTo(7000);
      const before = lockstep.timelines.map(({ run }) => run.interventions);
      lockstep.act(action, where);
      expect(lockstep.nowMs).toBe(7000);
      lockstep.goTo(12_000);
      const expected = runs.map((run, i) =>
        where === 'all' || where === i
          ? { ...run, interventions: [...run.interventions.slice(0, -1), { ...action, atMs: 7000 }, later] }
          : run,
      );
      const fresh = lockstepOf(expected);
      fresh.goTo(12_000);
      expect(lockstep.timelines.map((timeline) => timeline.run)).toEqual(expected);
      expect(look(lockstep)).toEqual(look(fresh));

      lockstep.change(before, 7000);
      lockstep.goTo(12_000);
      const untouched = lockstepOf(runs);
      untouched.goTo(12_000);
      expect(lockstep.timelines.map((timeline) => timeline.run)).toEqual(runs);
      expect(look(lockstep)).toEqual(look(untouched));
    }
  });

  it('says that it has not arrived, and tells the numbers from before until it has', () => {
    const lockstep = lockstepOf(runsOf({ base, variants: [butIn('shared-store')] }));
    lockstep.goTo(3000);
    const before = look(lockstep);
    expect(lockstep.goTo(60_000, () => false)).toBe(false);
    expect(lockstep.nowMs).toBe(3000);
    expect(lockstep.numbers()).toEqual(before.numbers);
  });
});

describe('the numbers', () => {
  it('are those of the metrics, in random runs', () => {
    fc.assert(
      // What the metrics count of files and of what caches ask for, nobody waits for.
      fc.property(arbitraryRunWithout(fc), fc.integer({ min: 1, max: RUN_MS }), (random, atMs) => {
        const run = {
          ...random,
          scenario: { ...random.scenario, files: { ...random.scenario.files, perPage: 0 } },
        };
        const lockstep = lockstepOf([run, run]);
        lockstep.goTo(atMs);
        const [numbers, same] = lockstep.numbers();
        const { values } = collectMetrics(run, atMs);
        expect(same).toEqual(numbers);
        expect(numbers).toMatchObject({
          p95Ms: values.servedResponseP95Ms,
          meanMs: values.servedResponseMeanMs,
          forcedLogins: values.forcedLogins,
          sessionsLost: values.sessionsLost,
          cartItemsLost: values.cartItemsLost,
        });
        // The metrics count answers when they arrive.
        expect(numbers.refused).toBeGreaterThanOrEqual(values.requestsRefused as number);
      }),
      { seed: 3, numRuns: 60 },
    );
  });

  it('count a refusal from the moment at which the picture tells of it', () => {
    fc.assert(
      fc.property(arbitraryRunWithout(fc), fc.integer({ min: 1, max: RUN_MS }), (run, atMs) => {
        const lockstep = lockstepOf([run, run]);
        lockstep.goTo(atMs);
        const [{ refused, failed, filesFailed }] = lockstep.numbers();
        // Whoever stops waiting for an answer that is settled already is told of twice, and counts once.
        const told = new Map<number, { status: number; kind: number }>();
        let ofCaches = 0;
        const tell = ({ requests: { serial, status, kind }, requests }: World, r: number) =>
          isNews(requests, r) && told.set(serial[r], { status: status[r], kind: kind[r] });
        const simulation = createSimulation(run);
        simulation.observe({
          decided: tell,
          finished: ({ requests: { kind, status } }, r) =>
            kind[r] === RequestKind.refresh && status[r] >= 400 && ofCaches++,
          happened: (world, happening) => happening.what === 'gave-up' && tell(world, happening.request),
        });
        simulation.runUntil(atMs);
        const bad = [...told.values()].filter(({ status }) => status >= 400);
        const awaited = bad.filter(({ kind }) => isAwaited(kind));
        expect({ refused, failed, filesFailed }).toEqual({
          refused: awaited.filter(({ status }) => status === 401).length,
          failed: awaited.filter(({ status }) => status !== 401).length,
          filesFailed: bad.length - awaited.length + ofCaches,
        });
      }),
      { seed: 4, numRuns: 40, endOnFailure: true },
    );
  });

  it('count old carts and copied cookies', () => {
    const run: Run = {
      scenario: SCENARIOS['cut-available'],
      seed: 7,
      interventions: [{ atMs: 8000, do: 'partition' }],
    };
    const replayed: Run = {
      scenario: {
        ...SCENARIOS['shared-store'],
        sessions: { ...SCENARIOS['shared-store'].sessions, strategy: 'token' },
      },
      seed: 7,
      interventions: [
        { atMs: 8000, do: 'log-out', user: 0 },
        { atMs: 10_000, do: 'replay-cookie', user: 0 },
      ],
    };
    const lockstep = lockstepOf([run, replayed]);
    lockstep.goTo(25_000);
    const decided = (of: Run, reason: number) => {
      let count = 0;
      const simulation = createSimulation(of);
      simulation.observe({ decided: ({ requests }, r) => void (requests.reason[r] === reason && count++) });
      simulation.runUntil(25_000);
      return count;
    };
    const [stale, copied] = lockstep.numbers();
    expect(stale.staleReads).toBe(decided(run, Reason.staleCart));
    expect(stale.staleReads).toBeGreaterThan(3);
    expect(copied.replaysServed).toBe(1);
  });

  it('say what the machines cost that are there', () => {
    const lockstep = lockstepOf(runsOf({ base, variants: [butWith([setting('servers.count', 4)])] }));
    lockstep.goTo(1000);
    const [three, four] = lockstep.numbers();
    expect(four.usdPerHour - three.usdPerHour).toBeCloseTo(0.1008, 2);
  });
});

describe('the traffic', () => {
  /** When visitors come, and what luck each person’s requests have, in order. */
  function traffic(run: Run) {
    const visitors: number[] = [];
    const luck = new Map<number, number[]>();
    const simulation = createSimulation(run);
    const seen = new Set<number>();
    simulation.observe({
      moved({ requests }, r) {
        if (seen.has(requests.serial[r])) return;
        seen.add(requests.serial[r]);
        if (requests.kind[r] === RequestKind.visit) visitors.push(requests.bornMs[r]);
        const user = requests.user[r];
        if (user === NONE) return;
        luck.set(user, [...(luck.get(user) ?? []), requests.luck[r]]);
      },
    });
    simulation.runUntil(12_000);
    return { visitors, luck };
  }

  it('is the same in all: visitors at the same times, and the same luck for the n-th request of each person', () => {
    fc.assert(
      fc.property(arbitraryComparison, (comparison) => {
        const [first, ...others] = runsOf({
          ...comparison,
          // Another scenario may have other visitors; these are those of the base.
          variants: comparison.variants.filter(({ scenario }) => scenario === null),
        }).map(traffic);
        expect(first.visitors.length).toBeGreaterThan(30);
        for (const other of others) {
          expect(other.visitors).toEqual(first.visitors);
          for (const [user, all] of first.luck) {
            const same = other.luck.get(user) ?? [];
            const common = Math.min(all.length, same.length);
            expect(common).toBeGreaterThan(1);
            expect(same.slice(0, common)).toEqual(all.slice(0, common));
          }
        }
      }),
      { seed: 4, numRuns: 25 },
    );
  });
});
