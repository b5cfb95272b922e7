/** Waiting in vain, asking again, leaving. With constant pauses of 1000 ms and logins of 10 ms. */
import { describe, expect, it } from 'vitest';
import type { Intervention } from '../intervention.ts';
import type { Patience } from '../scenario.ts';
import { createSimulation } from '../simulation.ts';
import { UserPhase } from '../state/users.ts';
import { RETRIES } from '../testing/oracles/retries.ts';
import { chain, lines, record } from '../testing/record.ts';
import { tinyScenario } from '../testing/scenarios.ts';
import { retryPauseMs } from './patience.ts';

const ms = (meanMs: number) => ({ kind: 'constant', meanMs }) as const;
const blind = { intervalMs: 1e9, timeoutMs: 1, fall: 1, rise: 1 };
const tiny = (patience: Partial<Patience>, parts: Parameters<typeof tinyScenario>[0] = {}) =>
  tinyScenario({ ...parts, patience: { ...tinyScenario().patience, ...patience } });

describe('waiting in vain', () => {
  const slow = tiny({ waitMs: 100 }, { service: { page: ms(500) } });

  it('ends the request for the person, and the server goes on working for nobody', () => {
    const { answers, simulation } = record(slow, 2200);
    expect(lines(answers)).toEqual(['1010 A login 200 loggedIn', '2110 A page 499 gaveUp']);
    expect(simulation.world).toMatchObject({ abandoned: 1 });
    expect(simulation.world.servers.busy[0]).toBe(1);
    expect(simulation.world.totals).toMatchObject({ born: 2, ok: 1, failed: 1 });
    simulation.runUntil(2510);
    // Its answer finds nobody; the person has been thinking since 2110.
    expect(simulation.world).toMatchObject({ abandoned: 0 });
    expect(simulation.world.servers.busy[0]).toBe(0);
    expect(simulation.world.totals).toMatchObject({ born: 2, ok: 1, failed: 1 });
    simulation.runUntil(3110);
    expect(simulation.world.totals.born).toBe(3);
  });

  it('says what it was held up by', () => {
    const { causes } = record(slow, 2200);
    expect(chain(causes[0])).toEqual([
      'answered 499 gaveUp 2110',
      'waited 100',
      'routed A policy round-robin',
      'server-busy A 1 1 0',
    ]);
    const silent = record(tiny({ waitMs: 100 }), 1200, [{ atMs: 500, do: 'hang-server', server: 0 }]);
    expect(chain(silent.causes[0])).toEqual([
      'answered 499 gaveUp 1100',
      'waited 100',
      'routed A policy round-robin',
      'server-state A hung 500 by 0',
    ]);
    const noStore = tiny({ waitMs: 100 }, { sessions: { strategy: 'shared' } });
    expect(chain(record(noStore, 1200, [{ atMs: 500, do: 'kill-store' }]).causes[0])).toContain(
      'store-down -2 500 by 0',
    );
  });

  it('leaves a session that nobody uses when it was a login', () => {
    const scenario = tiny({ waitMs: 100 }, { service: { login: ms(150) } });
    const { answers, simulation } = record(scenario, 2000);
    expect(lines(answers)).toEqual(['1100 A login 499 gaveUp']);
    expect(simulation.world.servers.shelfCount[0]).toBe(1);
    expect(simulation.world.users.session[0]).toBe(-1);
    expect(simulation.world.totals).toMatchObject({ sessionsMade: 1, logins: 0 });
  });

  it('is no failure when the answer comes in time, even at the last moment', () => {
    const { answers } = record(tiny({ waitMs: 10.001 }), 3000);
    expect(answers.map((a) => a.status)).toEqual([200, 200]);
  });

  it('goes on with the next line of a script', () => {
    const script = [
      { atMs: 0, user: 0, ask: 'login' as const },
      { atMs: 50, user: 0, ask: 'page' as const },
    ];
    const scenario = tiny({ waitMs: 100, retries: 5 }, { people: { script }, service: { login: ms(400) } });
    expect(lines(record(scenario, 5000).answers)).toEqual([
      '100 A login 499 gaveUp',
      '200 A page 499 gaveUp', // one worker, still busy with the login of nobody
    ]);
  });
});

/** One server that is dead from the beginning, and a balancer that says so at once. */
const dead: Intervention[] = [{ atMs: 0, do: 'kill-server', server: 0 }];
const deadWorld = { balancer: { ...tinyScenario().balancer, retries: 0, health: blind } };

describe('asking again', () => {
  const births = (patience: Partial<Patience>, untilMs = 3000) =>
    record(tiny(patience, deadWorld), untilMs, dead).answers.map((a) => a.bornMs);

  it('happens as often as allowed, then the person pauses as after a page', () => {
    expect(births({ retries: 2, delayMs: 100 })).toEqual([1000, 1100, 1200, 2200, 2300, 2400]);
  });

  it('happens after longer and longer pauses, up to the longest', () => {
    const patience = { retries: 4, delayMs: 100, backoff: true, longestDelayMs: 300 };
    expect(births(patience, 2999)).toEqual([1000, 1100, 1300, 1600, 1900, 2900]);
  });

  it('never waits longer than the longest pause, and with jitter anything up to that', () => {
    const patience = { ...tinyScenario().patience, delayMs: 100, backoff: true, longestDelayMs: 1000 };
    expect([0, 1, 2, 3, 4, 19].map((nth) => retryPauseMs(patience, 0.5, nth))).toEqual([
      100, 200, 400, 800, 1000, 1000,
    ]);
    expect(retryPauseMs({ ...patience, jitter: true }, 0.25, 2)).toBe(100);
    expect(retryPauseMs({ ...patience, delayMs: 5000 }, 0.5, 0)).toBe(1000);
    expect(retryPauseMs({ ...patience, delayMs: 0 }, 0.5, 19)).toBe(0);
  });

  it('spreads with jitter those who failed together', () => {
    const scenario = tiny(
      { retries: 1, delayMs: 1000, jitter: true },
      { ...deadWorld, people: { count: 400 } },
    );
    const again = record(scenario, 2001, dead)
      .answers.filter((a) => a.bornMs > 1000)
      .map((a) => (a.bornMs - 1000) / 1000);
    expect(again).toHaveLength(400);
    const mean = again.reduce((a, b) => a + b) / 400;
    // Uniform between 0 and 1: deviation of the mean 1 / sqrt(12 * 400) = 0.0144.
    expect(Math.abs(mean - 0.5)).toBeLessThan(5 * 0.0144);
    expect(Math.max(...again)).toBeGreaterThan(0.97);
  });

  it('asks for the same as before', () => {
    const scenario = tiny(
      { retries: 3, delayMs: 50 },
      {
        people: { count: 40, cartShare: 0.5 },
        servers: { workers: 99, restartMs: 900 },
        balancer: deadWorld.balancer,
      },
    );
    const { answers } = record(scenario, 3000, [
      { atMs: 1500, do: 'restart-server', server: 0, graceful: false },
    ]);
    // The pages and carts of 2010 fail four times and 50 ms apart.
    const asked = answers.filter((a) => a.bornMs >= 2010 && a.bornMs < 2200);
    expect(asked).toHaveLength(160);
    for (let user = 0; user < 40; user++) {
      expect(new Set(asked.filter((a) => a.user === user).map((a) => a.kind)).size).toBe(1);
    }
    expect(new Set(asked.map((a) => a.kind))).toEqual(new Set(['page', 'cart']));
  });

  it('says which attempt it was', () => {
    const { causes } = record(tiny({ retries: 1, delayMs: 100 }, deadWorld), 1500, dead);
    expect(chain(causes[0])).not.toContain('repeat 2');
    expect(chain(causes[1])).toContain('repeat 2');
  });

  it('is for failures, not for refusals: those log in again', () => {
    const scenario = tiny({ retries: 5, delayMs: 1 }, { servers: { count: 2 } });
    const { answers, simulation } = record(scenario, 6000);
    expect(answers.map((a) => a.kind).slice(0, 4)).toEqual(['login', 'page', 'login', 'page']);
    expect(simulation.world.totals.retries).toBe(0);
  });

  it.each(RETRIES)(
    'takes $expected.meanAttempts attempts when each fails with $failProb, with $maxRetries retries',
    ({ failProb, maxRetries, expected }) => {
      // Two servers, chosen at random with these weights; the first one is dead, so each attempt fails by chance.
      const scenario = tiny(
        { retries: maxRetries, delayMs: 10 },
        {
          ...deadWorld,
          people: { count: 0 },
          visitors: { ...tinyScenario().visitors, perSecond: 200 },
          servers: { count: 2, workers: 100, each: [{ weight: failProb }, { weight: 1 - failProb }] },
          balancer: { ...deadWorld.balancer, policy: 'random' },
        },
      );
      const simulation = createSimulation({ scenario, seed: 1, interventions: dead });
      let lost = 0;
      simulation.observe({
        finished({ requests }, r) {
          if (requests.status[r] >= 500 && requests.tries[r] === maxRetries) lost++;
        },
      });
      simulation.runUntil(100_000);
      const { born, retries } = simulation.world.totals;
      const asked = born - retries;
      // The number of attempts has a deviation of less than 2, over 20,000 visitors 0.014 for the mean.
      expect(Math.abs(born / asked - expected.meanAttempts)).toBeLessThan(0.05);
      const deviation = Math.sqrt((expected.finalFailure * (1 - expected.finalFailure)) / asked);
      expect(Math.abs(lost / asked - expected.finalFailure)).toBeLessThan(5 * deviation + 1e-4);
    },
  );
});

describe('leaving', () => {
  it('comes after the last attempt in vain, if the scenario says so', () => {
    const scenario = tiny({ retries: 1, delayMs: 100, leaves: true }, deadWorld);
    const { answers, happenings, simulation } = record(scenario, 9000, dead);
    expect(answers.map((a) => a.bornMs)).toEqual([1000, 1100]);
    expect(happenings.filter((h) => h.what === 'user-left')).toEqual([
      { atMs: 1100, what: 'user-left', user: 0 },
    ]);
    expect(simulation.world.users.phase[0]).toBe(UserPhase.left);
  });

  it('comes for certain at the refusal after so many forced logins', () => {
    // Two servers in turn: every page is refused. Logins at 1000, 3021 (forced), 5042 (forced).
    const scenario = tinyScenario({ servers: { count: 2 }, people: { leaveAfter: 2 } });
    const { answers, simulation } = record(scenario, 30_000);
    expect(answers.map((a) => `${a.kind} ${a.status}`)).toEqual([
      'login 200',
      'page 401',
      'login 200',
      'page 401',
      'login 200',
      'page 401',
    ]);
    expect(simulation.world.totals).toMatchObject({ forcedLogins: 2, usersLeft: 1 });
  });

  it('comes at the first refusal when no forced login is put up with', () => {
    const scenario = tinyScenario({ servers: { count: 2 }, people: { leaveAfter: 0 } });
    expect(record(scenario, 30_000).answers).toHaveLength(2);
  });
});
