/**
 * What the balancer does when a server is not there. One person asks at 1000 ms unless a test says otherwise;
 * pages take 10 ms, there are no travel times, and health checks are too rare to matter where noted.
 */
import { describe, expect, it } from 'vitest';
import type { Intervention } from './intervention.ts';
import type { Scenario } from './scenario.ts';
import { lines, record } from './testing/record.ts';
import { tinyScenario } from './testing/scenarios.ts';

/** Checks so rare that the balancer notices nothing by itself. */
const BLIND = { intervalMs: 1e9, timeoutMs: 1000, fall: 1, rise: 1 };

function servers(count: number, balancer: Partial<Scenario['balancer']> = {}): Scenario {
  return tinyScenario({ servers: { count }, balancer: { health: BLIND, ...balancer } });
}

const kill = (...which: number[]): Intervention[] =>
  which.map((server) => ({ atMs: 500, do: 'kill-server', server }));
const hang = (...which: number[]): Intervention[] =>
  which.map((server) => ({ atMs: 500, do: 'hang-server', server }));

describe('a refused connection', () => {
  it('costs the person nothing: the next server answers at once', () => {
    const { answers } = record(servers(3), 1500, kill(0));
    expect(lines(answers)).toEqual(['1010 B login 200 loggedIn']);
  });

  it('is tried elsewhere three more times at most', () => {
    const { answers } = record(servers(5), 1500, kill(0, 1, 2, 3));
    expect(lines(answers)).toEqual(['1000 D login 503 unreachable']);
  });

  it('is answered when the last attempt reaches a server', () => {
    const { answers } = record(servers(4), 1500, kill(0, 1, 2));
    expect(lines(answers)).toEqual(['1010 D login 200 loggedIn']);
  });

  it('is not tried elsewhere without retries', () => {
    const { answers } = record(servers(3, { retries: 0 }), 1500, kill(0));
    expect(lines(answers)).toEqual(['1000 A login 503 unreachable']);
  });

  it('goes round all servers once without a number', () => {
    const { answers } = record(servers(7, { retries: null }), 1500, kill(0, 1, 2, 3, 4, 5));
    expect(lines(answers)).toEqual(['1010 G login 200 loggedIn']);
  });

  it('ends in 503 without a number when all have refused', () => {
    const { answers } = record(servers(7, { retries: null }), 1500, kill(0, 1, 2, 3, 4, 5, 6));
    expect(lines(answers)).toEqual(['1000 G login 503 unreachable']);
    expect(answers[0].causes.filter((c) => c.code === 'tried')).toHaveLength(7);
  });

  it('under a random policy falls on all the others alike: every attempt has dice of its own', () => {
    const scenario = servers(4, { policy: 'random' });
    scenario.people.count = 0;
    scenario.visitors.perSecond = 100;
    const { answers } = record(scenario, 40_000, kill(0));
    const retried = answers.filter((a) => a.causes.some((c) => c.code === 'tried'));
    const on = (name: string) => retried.filter((a) => a.server === name).length / retried.length;
    // About 1000 of 4000 came to the dead one first. 5 standard errors of a third: 5 * sqrt(2 / 9 / 1000) = 0.075.
    expect(retried.length).toBeGreaterThan(900);
    for (const name of ['B', 'C', 'D']) expect(Math.abs(on(name) - 1 / 3)).toBeLessThan(0.075);
  });

  it('ends in 503 when there is no other server', () => {
    const { answers } = record(servers(1), 1500, kill(0));
    expect(lines(answers)).toEqual(['1000 A login 503 unreachable']);
  });

  it('is travelled to and from like any other request', () => {
    const scenario = servers(2);
    scenario.hops = { ...scenario.hops, userMs: 20, serverMs: 3 };
    // 20 to the balancer, 3 to a, refused, 3 to b, 10 of work, 3 + 20 back.
    expect(lines(record(scenario, 1500, kill(0)).answers)).toEqual(['1059 B login 200 loggedIn']);
  });
});

describe('a connection that nobody answers', () => {
  it('is waited for as long as the connect timeout says, then tried elsewhere', () => {
    const { answers } = record(servers(2), 7000, hang(0));
    expect(lines(answers)).toEqual(['6010 B login 200 loggedIn']);
  });

  it('ends in 503 after as many timeouts as there are servers', () => {
    const { answers } = record(servers(2), 12_000, hang(0, 1));
    expect(lines(answers)).toEqual(['11000 B login 503 unreachable']);
  });

  it('is refused as soon as the silent machine is dead for good', () => {
    const { answers } = record(servers(2), 4000, [...hang(0), { atMs: 3000, do: 'kill-server', server: 0 }]);
    expect(lines(answers)).toEqual(['3010 B login 200 loggedIn']);
    expect(answers[0].causes[1]).toMatchObject({ code: 'tried', server: 0, failure: 'refused' });
  });
});

describe('no server in rotation', () => {
  it('is answered with 503 by the balancer itself, at once', () => {
    // Every check fails at once, so the balancer has no server left long before 9000.
    const scenario = tinyScenario({
      people: { think: { kind: 'constant', meanMs: 9000 } },
      servers: { count: 2 },
      hops: { userMs: 20, serverMs: 3 },
    });
    const { answers } = record(scenario, 9500, kill(0, 1));
    expect(lines(answers)).toEqual(['9040 - login 503 noServer']);
  });

  it('is so when there are no servers at all', () => {
    expect(lines(record(servers(0), 1500).answers)).toEqual(['1000 - login 503 noServer']);
  });

  it('ends when one comes back and has passed its checks', () => {
    const scenario = tinyScenario({ servers: { count: 1, restartMs: 0 } });
    const { answers, happenings } = record(scenario, 30_000, [
      ...kill(0),
      { atMs: 10_000, do: 'restart-server', server: 0, graceful: false },
    ]);
    const back = happenings.find((h) => h.what === 'server-health' && h.healthy);
    const first = answers.find((a) => a.status === 200);
    expect(back?.atMs).toBeGreaterThanOrEqual(12_000);
    expect(first?.bornMs).toBeGreaterThanOrEqual(back?.atMs ?? Number.NaN);
    expect(first?.bornMs).toBeLessThan((back?.atMs ?? Number.NaN) + 1000);
  });
});

describe('a killed process', () => {
  it('refuses connections until the balancer notices, and nobody is failed by it meanwhile', () => {
    const scenario = tinyScenario({ people: { count: 20 }, servers: { count: 3, workers: 20 } });
    const { answers, happenings, simulation } = record(scenario, 30_000, [
      { atMs: 9500, do: 'kill-server', server: 1 },
    ]);
    expect(answers.every((a) => a.status < 500)).toBe(true);
    const out = happenings.find((h) => h.what === 'server-health');
    const tried = answers.filter((a) => a.causes.some((c) => c.code === 'tried'));
    expect(tried.length).toBeGreaterThan(20);
    expect(tried.every((a) => a.bornMs > 9500 && a.bornMs <= (out?.atMs ?? 0))).toBe(true);
    expect(simulation.world.balancer.usableCount).toBe(2);
  });

  it('fails what it was working on and what was waiting there: 502', () => {
    // Three ask at 1000: two are worked on until 1200, the third waits.
    const scenario = tinyScenario({
      people: { count: 3 },
      servers: { workers: 2 },
      service: { login: { kind: 'constant', meanMs: 200 } },
      hops: { userMs: 5, serverMs: 0 },
    });
    const { answers } = record(scenario, 1500, [{ atMs: 1100, do: 'kill-server', server: 0 }]);
    expect(lines(answers)).toEqual(Array(3).fill('1105 A login 502 serverDied'));
  });

  it('does not take back what it had answered', () => {
    const scenario = tinyScenario({ hops: { userMs: 0, serverMs: 50 } });
    // Arrives at 1050, is worked on until 1060, and the answer is on the wire when the process dies.
    const { answers } = record(scenario, 1500, [{ atMs: 1070, do: 'kill-server', server: 0 }]);
    expect(lines(answers)).toEqual(['1110 A login 200 loggedIn']);
  });
});

describe('in flight', () => {
  it('counts a request from the moment it is sent until its answer is back', () => {
    const scenario = tinyScenario({ hops: { userMs: 10, serverMs: 4 } });
    const { simulation } = record(scenario, 0);
    const inFlight = (atMs: number): number => {
      simulation.runUntil(atMs);
      return simulation.world.servers.inFlight[0];
    };
    // Sent on at 1010, there at 1014, done at 1024, back at 1028.
    expect([1009, 1010, 1014, 1024, 1027, 1028].map(inFlight)).toEqual([0, 1, 1, 1, 1, 0]);
  });
});
