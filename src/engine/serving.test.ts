/** Inside a server: queue, workers, patience, and what happens to the session. All ask at 1000 ms. */
import { describe, expect, it } from 'vitest';
import { lines, record } from './testing/record.ts';
import { tinyScenario } from './testing/scenarios.ts';

const ms = (meanMs: number) => ({ kind: 'constant', meanMs }) as const;

describe('the queue', () => {
  it('is served first come, first served, as workers become free', () => {
    const scenario = tinyScenario({
      people: { count: 5 },
      servers: { workers: 2 },
      service: { login: ms(100) },
    });
    const { answers } = record(scenario, 1400);
    expect(answers.map((a) => [a.user, a.atMs])).toEqual([
      [0, 1100],
      [1, 1100],
      [2, 1200],
      [3, 1200],
      [4, 1300],
    ]);
  });

  it('turns away one more than it has room for: 503', () => {
    const scenario = tinyScenario({
      people: { count: 3 },
      servers: { queueLimit: 1 },
      service: { login: ms(100) },
    });
    expect(lines(record(scenario, 1300).answers)).toEqual([
      '1000 A login 503 queueFull',
      '1100 A login 200 loggedIn',
      '1200 A login 200 loggedIn',
    ]);
  });

  it('may have no room at all', () => {
    const scenario = tinyScenario({ people: { count: 2 }, servers: { queueLimit: 0 } });
    expect(lines(record(scenario, 1300).answers)).toEqual([
      '1000 A login 503 queueFull',
      '1010 A login 200 loggedIn',
    ]);
  });

  it('is worked off in half the time by a server of twice the speed', () => {
    const scenario = tinyScenario({
      people: { count: 2 },
      servers: { speed: 2 },
      service: { login: ms(100) },
    });
    expect(record(scenario, 1300).answers.map((a) => a.atMs)).toEqual([1050, 1100]);
  });
});

describe('the patience of the balancer', () => {
  it('ends in 504, counted from the arrival at the server, for work and for waiting', () => {
    const scenario = tinyScenario({
      people: { count: 4 },
      service: { login: ms(200) },
      balancer: { answerTimeoutMs: 300 },
    });
    // The first is done at 1200. The second has 100 ms left of 300 and needs 200; the others never begin.
    expect(lines(record(scenario, 1500).answers)).toEqual([
      '1200 A login 200 loggedIn',
      '1300 A login 504 tooSlow',
      '1300 A login 504 tooSlow',
      '1300 A login 504 tooSlow',
    ]);
  });

  it('frees the worker, who takes the next request', () => {
    const scenario = tinyScenario({
      people: { count: 1, think: ms(100) },
      service: { login: ms(1000) },
      balancer: { answerTimeoutMs: 300 },
    });
    // Asked at 100, given up at 400, asked again at 500, given up at 800.
    const { answers, simulation } = record(scenario, 800);
    expect(answers.map((a) => a.atMs)).toEqual([400, 800]);
    expect(simulation.world.servers.answered[0]).toBe(0);
    expect(simulation.world.servers.busyMs[0]).toBe(600);
  });

  it('does not wait for the way back: it is the balancer that answers', () => {
    const scenario = tinyScenario({
      hops: { userMs: 7, serverMs: 30 },
      service: { login: ms(1000) },
      balancer: { answerTimeoutMs: 300 },
    });
    // 7 to the balancer, 30 to the server, 300 of patience, 7 back to the person.
    expect(record(scenario, 2000).answers[0].atMs).toBe(1344);
  });

  it('has no end when no answer timeout is set', () => {
    const scenario = tinyScenario({ service: { login: ms(500_000) }, balancer: { answerTimeoutMs: null } });
    expect(lines(record(scenario, 501_500).answers)).toEqual(['501000 A login 200 loggedIn']);
  });

  it('goes for a silent server too, for what it had taken on', () => {
    const scenario = tinyScenario({
      people: { count: 2 },
      service: { login: ms(200) },
      balancer: { answerTimeoutMs: 3000 },
    });
    const { answers } = record(scenario, 5000, [{ atMs: 1100, do: 'hang-server', server: 0 }]);
    expect(lines(answers).slice(0, 2)).toEqual(['4000 A login 504 tooSlow', '4000 A login 504 tooSlow']);
  });

  it('waits for ever on a silent server when it has no end', () => {
    const scenario = tinyScenario({ balancer: { answerTimeoutMs: null } });
    const { simulation } = record(scenario, 1e9, [{ atMs: 1005, do: 'hang-server', server: 0 }]);
    expect(simulation.world.requests.used).toBe(1);
  });
});

describe('an unused session', () => {
  it('expires after its idle time, and not a moment before', () => {
    const seen = (idleMs: number) =>
      lines(record(tinyScenario({ sessions: { strategy: 'memory', idleMs } }), 2500).answers)[1];
    // Made at 1010, looked up at 2010: 1000 ms unused.
    expect(seen(1000)).toBe('2020 A page 200 served');
    expect(seen(999)).toBe('2011 A page 401 expired');
  });

  it('lives on as long as it is used', () => {
    const scenario = tinyScenario({ sessions: { strategy: 'memory', idleMs: 1200 } });
    const { answers } = record(scenario, 100_000);
    expect(answers.every((a) => a.status === 200)).toBe(true);
  });
});

describe('the cart', () => {
  it('is kept in the session and shown by every answer', () => {
    const scenario = tinyScenario({ people: { cartShare: 1 } });
    const { answers, simulation } = record(scenario, 4500);
    expect(answers.map((a) => [a.kind, a.cart])).toEqual([
      ['login', 0],
      ['cart', 1],
      ['cart', 2],
      ['cart', 3],
    ]);
    expect(simulation.world.users.cart[0]).toBe(3);
  });

  it('is lost with the session, and counted when its owner logs in again', () => {
    const scenario = tinyScenario({ people: { cartShare: 1 }, servers: { restartMs: 0 } });
    scenario.balancer.health.intervalMs = 1e9;
    // Two things are in the cart when the process restarts; login at 5030.
    const { answers, simulation } = record(scenario, 5500, [
      { atMs: 3500, do: 'restart-server', server: 0, graceful: false },
    ]);
    expect(answers.map((a) => `${a.kind} ${a.status}`)).toEqual([
      'login 200',
      'cart 200',
      'cart 200',
      'cart 401',
      'login 200',
    ]);
    expect(simulation.world.totals.cartItemsLost).toBe(2);
  });

  it('holds as many things as can be counted', () => {
    const { simulation } = record(tinyScenario({ people: { cartShare: 1 } }), 1500);
    simulation.world.records.cart[0] = 65_534; // 18 hours later
    simulation.runUntil(5000);
    expect(simulation.world.users.cart[0]).toBe(65_535);
  });
});

describe('a login', () => {
  it('gets a new session, and the old record goes if it is there', () => {
    const scenario = tinyScenario({ people: { pagesPerVisit: null }, servers: { count: 2 } });
    // Lone person, two servers: logs in on A again and again, refused by B in between.
    const { simulation } = record(scenario, 20_000);
    expect(simulation.world.totals.sessionsMade).toBeGreaterThan(5);
    expect(Array.from(simulation.world.servers.shelfCount.subarray(0, 2))).toEqual([1, 0]);
  });
});

describe('the books of a server', () => {
  it('count the answers it gave: pages, refusals and full queues, but not what the balancer answered', () => {
    const scenario = tinyScenario({ people: { count: 3 }, servers: { count: 2, queueLimit: 0 } });
    const { answers, simulation } = record(scenario, 30_000);
    const { servers } = simulation.world;
    expect(new Set(answers.map((a) => a.status))).toEqual(new Set([200, 401, 503]));
    expect(servers.answered[0] + servers.answered[1]).toBe(answers.length);
  });

  it('count the time of its workers, up to the moment of its death', () => {
    // Two logins from 1000 to 1500 on two workers; the second pair of requests dies at 2700, after 200 ms.
    const scenario = tinyScenario({
      people: { count: 2 },
      servers: { workers: 2 },
      service: { login: ms(500), page: ms(500) },
    });
    const { simulation } = record(scenario, 9000, [{ atMs: 2700, do: 'kill-server', server: 0 }]);
    expect(simulation.world.servers.busyMs[0]).toBe(2 * 500 + 2 * 200);
  });
});

describe('a worker', () => {
  it('has a place of its own while it works, the first that is free', () => {
    const scenario = tinyScenario({
      people: { count: 3 },
      servers: { workers: 3 },
      service: { login: ms(100) },
    });
    const { simulation } = record(scenario, 1050);
    const { requests, servers } = simulation.world;
    expect(Array.from(requests.worker.subarray(0, 3))).toEqual([0, 1, 2]);
    expect(servers.busyWorkers[0]).toBe(0b111);
    simulation.runUntil(1100);
    expect(servers.busyWorkers[0]).toBe(0);
  });
});
