/** What people and passing visitors do. With constant pauses of 1000 ms and pages of 10 ms. */
import { describe, expect, it } from 'vitest';
import type { PolicyId } from './policies/index.ts';
import { createSimulation } from './simulation.ts';
import { UserPhase } from './state/users.ts';
import { lines, record } from './testing/record.ts';
import { tinyScenario } from './testing/scenarios.ts';

const ms = (meanMs: number) => ({ kind: 'constant', meanMs }) as const;

describe('a person', () => {
  it('thinks, asks, waits for the answer, and thinks again', () => {
    const scenario = tinyScenario({ hops: { userMs: 30, serverMs: 0 } });
    const { answers } = record(scenario, 4000);
    // 1000 of thinking, 30 there, 10 of work, 30 back.
    expect(answers.map((a) => [a.bornMs, a.atMs])).toEqual([
      [1000, 1070],
      [2070, 2140],
      [3140, 3210],
    ]);
  });

  it('logs in, looks at as many pages as planned, logs out, and begins anew', () => {
    const { answers, simulation } = record(tinyScenario({ people: { pagesPerVisit: 2 } }), 6500);
    expect(answers.map((a) => a.kind)).toEqual(['login', 'page', 'page', 'logout', 'login', 'page']);
    // Nobody forced the second login, and the first session is gone from the shelf.
    expect(simulation.world.totals).toMatchObject({
      logins: 2,
      forcedLogins: 0,
      logouts: 1,
      sessionsMade: 2,
    });
    expect(simulation.world.servers.shelfCount[0]).toBe(1);
  });

  it('may plan no page at all', () => {
    const { answers } = record(tinyScenario({ people: { pagesPerVisit: 0 } }), 4500);
    expect(answers.map((a) => a.kind)).toEqual(['login', 'logout', 'login', 'logout']);
  });

  it('takes time to type name and password after a refusal', () => {
    const scenario = tinyScenario({ servers: { count: 2 }, people: { retype: ms(3000) } });
    const { answers } = record(scenario, 6500);
    // Refused at 2010 + 1 ms; asks again 3000 ms later.
    expect(lines(answers)).toEqual([
      '1010 A login 200 loggedIn',
      '2011 B page 401 noRecord',
      '5021 A login 200 loggedIn',
      '6022 B page 401 noRecord',
    ]);
  });

  it('keeps the cookie when a server fails, and asks for a page again', () => {
    const scenario = tinyScenario({ sessions: { strategy: 'shared' }, servers: { restartMs: 0 } });
    const { answers } = record(scenario, 3500, [
      { atMs: 2015, do: 'restart-server', server: 0, graceful: false },
    ]);
    // Store commands take 0.5 ms: one to write at the login, one to read and one to write for a page.
    expect(lines(answers)).toEqual([
      '1010.5 A login 200 loggedIn',
      '2015 A page 502 serverDied',
      '3026 A page 200 served',
    ]);
  });

  it('gives up for good after a refusal, as often as the scenario says', () => {
    const scenario = tinyScenario({
      people: { count: 500, leaveChance: 0.1 },
      servers: { count: 20, workers: 500 },
      balancer: { policy: 'random' },
    });
    const { simulation, happenings } = record(scenario, 200_000);
    const { totals, users } = simulation.world;
    // Refusals until one leaves: mean 1 / 0.1 = 10, deviation sqrt(1 - 0.1) / 0.1 = 9.49; over 500 people 5
    // standard errors are 2.1.
    expect(totals.usersLeft).toBe(500);
    expect(Math.abs(totals.refused / 500 - 10)).toBeLessThan(2.1);
    expect(happenings.filter((h) => h.what === 'user-left')).toHaveLength(500);
    expect(users.phase.every((phase) => phase === UserPhase.left)).toBe(true);
  });

  it('who only wanted to log out is out, even if the server does not know the session', () => {
    // Two servers in turn: login A, logout B (refused), login A.
    const scenario = tinyScenario({ people: { pagesPerVisit: 0, leaveChance: 1 }, servers: { count: 2 } });
    const { answers, simulation } = record(scenario, 4500);
    expect(lines(answers)).toEqual([
      '1010 A login 200 loggedIn',
      '2011 B logout 401 noRecord',
      '3021 A login 200 loggedIn',
      '4022 B logout 401 noRecord',
    ]);
    expect(simulation.world.totals).toMatchObject({ forcedLogins: 0, usersLeft: 0 });
    // What nobody logged out of stays behind on A.
    expect(simulation.world.servers.shelfCount[0]).toBe(2);
  });
});

describe('a script', () => {
  it('says who asks for what and when, whatever the answer was', () => {
    const scenario = tinyScenario({
      servers: { count: 2 },
      people: {
        count: 3,
        script: [
          { atMs: 0, user: 1, ask: 'login' },
          { atMs: 0, user: 0, ask: 'page' },
          { atMs: 250.5, user: 0, ask: 'login' },
          { atMs: 400, user: 1, ask: 'cart' },
          { atMs: 500, user: 0, ask: 'logout' },
          { atMs: 600, user: 0, ask: 'logout' },
        ],
      },
    });
    const { answers, simulation } = record(scenario, 100_000);
    expect(answers.map((a) => `${a.bornMs} ${a.user} ${a.server} ${a.kind} ${a.status} ${a.reason}`)).toEqual(
      [
        '0 0 A page 401 noCookie', // the first person's event comes first at the same time
        '0 1 B login 200 loggedIn',
        '250.5 0 A login 200 loggedIn',
        '400 1 B cart 200 served',
        '500 0 A logout 200 loggedOut',
        '600 0 B logout 401 noCookie',
      ],
    );
    expect(Array.from(simulation.world.users.phase.subarray(0, 3))).toEqual([
      UserPhase.done,
      UserPhase.done,
      UserPhase.done,
    ]);
    // Nobody plans anything any more; only health checks go on.
    expect(simulation.world.requests.used).toBe(0);
  });

  it('waits for the answer that a person still awaits', () => {
    const scenario = tinyScenario({
      service: { page: ms(300), login: ms(300) },
      people: {
        script: [
          { atMs: 100, user: 0, ask: 'login' },
          { atMs: 200, user: 0, ask: 'page' },
          { atMs: 250, user: 0, ask: 'page' },
          { atMs: 1000, user: 0, ask: 'page' },
        ],
      },
    });
    const { answers } = record(scenario, 5000);
    expect(answers.map((a) => [a.bornMs, a.atMs])).toEqual([
      [100, 400],
      [400, 700],
      [700, 1000],
      [1000, 1300],
    ]);
  });

  it('may leave to the person what to ask for', () => {
    const scenario = tinyScenario({
      servers: { count: 2 },
      people: {
        pagesPerVisit: 1,
        script: [0, 100, 200, 300, 400].map((atMs) => ({ atMs, user: 0, ask: null })),
      },
    });
    const { answers } = record(scenario, 5000);
    expect(answers.map((a) => `${a.bornMs} ${a.server} ${a.kind} ${a.status}`)).toEqual([
      '0 A login 200',
      '100 B page 401',
      '200 A login 200',
      '300 B page 401',
      '400 A login 200',
    ]);
  });

  it('knows no think time to be changed', () => {
    const scenario = tinyScenario({ people: { script: [{ atMs: 1000, user: 0, ask: 'login' }] } });
    const { happenings } = record(scenario, 2000, [{ atMs: 500, do: 'set-think-time', meanMs: 1 }]);
    expect(happenings).toContainEqual({ atMs: 500, what: 'intervention', index: 0, ignored: true });
  });
});

describe('changing the pace', () => {
  it('scales every pause from the next one on', () => {
    const { answers } = record(tinyScenario(), 4000, [{ atMs: 1500, do: 'set-think-time', meanMs: 500 }]);
    // The pause that was under way at 1500 lasts its 1000 ms, until 2010.
    expect(answers.map((a) => a.bornMs)).toEqual([1000, 2010, 2520, 3030, 3540]);
  });
});

describe('visitors', () => {
  it('come as a Poisson stream: as many as expected, with gaps that vary as much as they are long', () => {
    const scenario = tinyScenario({
      people: { count: 0 },
      visitors: { perSecond: 50 },
      servers: { workers: 1000 },
    });
    const { answers } = record(scenario, 200_000);
    // 10,000 expected; 5 deviations of a Poisson number are 5 * sqrt(10,000) = 500.
    expect(Math.abs(answers.length - 10_000)).toBeLessThan(500);
    const gaps = answers.slice(1).map((a, i) => a.bornMs - answers[i].bornMs);
    const mean = gaps.reduce((a, b) => a + b) / gaps.length;
    const variance = gaps.reduce((a, b) => a + (b - mean) ** 2, 0) / gaps.length;
    expect(Math.abs(Math.sqrt(variance) / mean - 1)).toBeLessThan(0.05);
  });

  it('need no login and leave nothing behind', () => {
    const scenario = tinyScenario({ people: { count: 0 }, visitors: { perSecond: 5 } });
    const { answers, simulation } = record(scenario, 10_000);
    expect(answers.every((a) => a.kind === 'visit' && a.status === 200)).toBe(true);
    expect(simulation.world.records.used).toBe(0);
  });

  it('begin and stop when a visitor of the page says so', () => {
    const scenario = tinyScenario({ people: { count: 0 } });
    const { answers } = record(scenario, 30_000, [
      { atMs: 10_000, do: 'set-visitors', perSecond: 20 },
      { atMs: 20_000, do: 'set-visitors', perSecond: 0 },
    ]);
    expect(answers.length).toBeGreaterThan(150);
    expect(answers.every((a) => a.bornMs > 10_000 && a.bornMs <= 20_000)).toBe(true);
  });
});

describe('two policies', () => {
  it('meet the same traffic: everything that belongs to a request is drawn when it is born', () => {
    const traffic = (policy: PolicyId): [number, number][] => {
      const scenario = tinyScenario({
        people: { count: 0 },
        visitors: { perSecond: 40 },
        servers: { count: 3 },
        service: { page: { kind: 'exponential', meanMs: 30 } },
        balancer: { policy },
      });
      const births: [number, number][] = [];
      const simulation = createSimulation({ scenario, seed: 3, interventions: [] });
      simulation.observe({
        finished({ requests }, r) {
          births[requests.serial[r] - 1] = [requests.bornMs[r], requests.luck[r]];
        },
      });
      simulation.runUntil(20_000);
      return births.slice(0, 500);
    };
    const first = traffic('round-robin');
    expect(traffic('random')).toEqual(first);
    expect(traffic('least-connections')).toEqual(first);
  });
});
