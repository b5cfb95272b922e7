/** A balancer that dies, alone and as one of a pair. */
import { describe, expect, it } from 'vitest';
import type { Intervention } from './intervention.ts';
import type { Scenario } from './scenario.ts';
import { BROKEN_STATUS } from './state/requests.ts';
import { chain, lines, record } from './testing/record.ts';
import { tinyScenario } from './testing/scenarios.ts';

const ms = (meanMs: number) => ({ kind: 'constant', meanMs }) as const;
const kill = (atMs: number): Intervention => ({ atMs, do: 'kill-balancer' });
const restart = (atMs: number): Intervention => ({ atMs, do: 'restart-balancer' });

/** One person, 100 ms away, who asks again a second after an answer; a page takes 400 ms. */
function world(parts: Parameters<typeof tinyScenario>[0] = {}): Scenario {
  return tinyScenario({
    hops: { userMs: 100, serverMs: 10 },
    service: { page: ms(400), login: ms(400) },
    ...parts,
  });
}

describe('a balancer that dies alone', () => {
  it('breaks what is under way at once, refuses whoever comes, and loses no session', () => {
    // Born at 1000; at the balancer 1100, at the server 1110, back at the balancer 1520.
    const { answers, simulation } = record(world(), 9000, [kill(1200), restart(4000)]);
    expect(lines(answers).slice(0, 4)).toEqual([
      `1300 A login ${BROKEN_STATUS} balancerDied`, // what is broken off takes the way home
      `2500 - login ${BROKEN_STATUS} balancerDown`,
      `3700 - login ${BROKEN_STATUS} balancerDown`,
      '5320 A login 200 loggedIn',
    ]);
    expect(simulation.world.totals.sessionsMade).toBe(1);
  });

  it('lets an answer through that had left its server', () => {
    const { answers } = record(world(), 2000, [kill(1515)]);
    expect(lines(answers)).toEqual(['1620 A login 200 loggedIn']);
  });

  it('takes back the work of servers, which stop', () => {
    const scenario = world({ people: { count: 3 }, servers: { workers: 1 } });
    const { simulation, answers } = record(scenario, 1201, [kill(1200)]);
    const { servers } = simulation.world;
    expect([servers.busy[0], servers.queueLength[0], servers.inFlight[0]]).toEqual([0, 0, 0]);
    simulation.runUntil(1300);
    expect(answers.map((a) => a.reason)).toEqual(['balancerDied', 'balancerDied', 'balancerDied']);
  });

  it('is the reason even for the last one that a server waited for to be drained', () => {
    const scenario = world({ people: { count: 3 }, servers: { workers: 1 } });
    const drain: Intervention = { atMs: 1150, do: 'restart-server', server: 0, graceful: true };
    const { answers } = record(scenario, 1300, [drain, kill(1200)]);
    expect(lines(answers)).toEqual(['A', 'B', 'C'].map(() => `1300 A login ${BROKEN_STATUS} balancerDied`));
  });

  it('says why, down to whoever did it', () => {
    const { causes } = record(world(), 3000, [kill(1200)]);
    expect(causes.map(chain)).toEqual([
      [
        `answered ${BROKEN_STATUS} balancerDied 1200`,
        'routed A policy round-robin',
        'balancer-down 1200 by 0',
      ],
      [`answered ${BROKEN_STATUS} balancerDown 2400`, 'balancer-down 1200 by 0'],
    ]);
  });

  it('is back with nothing in its mind: it believes in a dead server until checks have failed again', () => {
    const scenario = world({
      servers: { count: 2 },
      balancer: { health: { intervalMs: 1000, timeoutMs: 1000, fall: 2, rise: 1 } },
    });
    const { simulation } = record(scenario, 4999, [
      { atMs: 0, do: 'kill-server', server: 1 },
      kill(4000),
      restart(5000),
    ]);
    const rotation = () => [
      ...simulation.world.balancer.usable.subarray(0, simulation.world.balancer.usableCount),
    ];
    expect(rotation()).toEqual([0]);
    simulation.runUntil(5000);
    expect(rotation()).toEqual([0, 1]);
    simulation.runUntil(7000);
    expect(rotation()).toEqual([0]);
  });

  it('forgets addresses but not what stands in cookies', () => {
    const logins = (affinity: 'cookie' | 'address') => {
      const scenario = tinyScenario({
        people: { count: 7, think: { kind: 'exponential', meanMs: 1000 } },
        servers: { count: 3, workers: 9 },
        sessions: { strategy: 'sticky' },
        balancer: { affinity },
      });
      return record(scenario, 20_000, [kill(5500), restart(5600)]).simulation.world.totals.forcedLogins;
    };
    expect(logins('cookie')).toBe(0);
    expect(logins('address')).toBeGreaterThan(0);
  });

  it('is nothing that can be done twice, nor undone when nothing is dead', () => {
    const { happenings } = record(world(), 4000, [restart(500), kill(1000), kill(2000), restart(3000)]);
    const ignored = happenings.filter((h) => h.what === 'intervention').map((h) => h.ignored);
    expect(ignored).toEqual([true, false, true, false]);
  });
});

describe('a pair that shares an address', () => {
  const pair = (parts: Parameters<typeof tinyScenario>[0] = {}) =>
    world({ ...parts, balancer: { count: 2, takeOverMs: 3000, ...parts.balancer } });

  it('is back as soon as the other one has noticed', () => {
    const { answers, happenings } = record(pair(), 9000, [kill(1200)]);
    expect(lines(answers).slice(0, 4)).toEqual([
      `1300 A login ${BROKEN_STATUS} balancerDied`,
      `2500 - login ${BROKEN_STATUS} balancerDown`,
      `3700 - login ${BROKEN_STATUS} balancerDown`,
      '5320 A login 200 loggedIn',
    ]);
    expect(happenings.filter((h) => h.what.startsWith('balancer'))).toEqual([
      { what: 'balancer-state', node: 0, up: false, led: true, by: 0, atMs: 1200 },
      { what: 'balancer-takes-over', node: 1, by: 0, atMs: 4200 },
    ]);
  });

  it('explains the pause by the one that stands by', () => {
    const { causes } = record(pair(), 3000, [kill(1200)]);
    expect(chain(causes[1])).toEqual([
      `answered ${BROKEN_STATUS} balancerDown 2400`,
      'balancer-down 1200 by 0',
      'standby-waits 3000',
    ]);
  });

  it('knows which servers are dead, for the other one has checked them all along', () => {
    const scenario = pair({
      servers: { count: 2 },
      balancer: { health: { intervalMs: 500, timeoutMs: 500, fall: 2, rise: 1 } },
    });
    const { simulation } = record(scenario, 8000, [{ atMs: 0, do: 'kill-server', server: 1 }, kill(4000)]);
    const { usable, usableCount } = simulation.world.balancer;
    expect([...usable.subarray(0, usableCount)]).toEqual([0]);
  });

  it('is as dead as one when both are, and the first that comes back has the address at once', () => {
    const { simulation, happenings } = record(pair(), 9000, [
      kill(1000),
      kill(2000),
      restart(6000),
      restart(7000),
    ]);
    expect(simulation.world.balancers).toMatchObject({ active: 0, event: 0 });
    expect([...simulation.world.balancers.up]).toEqual([1, 1]);
    const leads = happenings.filter((h) => h.what === 'balancer-takes-over');
    expect(leads).toEqual([{ what: 'balancer-takes-over', node: 0, by: 2, atMs: 6000 }]);
  });

  it('can be made of one during the run, and of two one again', () => {
    const to = (atMs: number, value: number): Intervention => ({
      atMs,
      do: 'set',
      setting: 'balancer.count',
      value,
    });
    const { simulation } = record(world(), 9000, [to(500, 2), kill(1000), to(5000, 1), restart(6000)]);
    expect(simulation.world.balancers).toMatchObject({ count: 1, active: 1, event: 0 });
    expect([...simulation.world.balancers.up]).toEqual([0, 1]);
  });

  it('lets a CDN answer in the meantime, with what it has and with an error of its own', () => {
    const scenario = tinyScenario({
      people: { count: 0 },
      visitors: { shape: 'arrivals', arrivals: [{ atMs: 100 }, { atMs: 2000 }, { atMs: 9000 }] },
      cdn: { on: true, keeps: 'public-pages', ttlMs: 5000 },
    });
    const { answers } = record(scenario, 10_000, [kill(1000)]);
    expect(answers.map((a) => `${a.status} ${a.reason}`)).toEqual([
      '200 served',
      '200 cached',
      '502 balancerDown',
    ]);
  });
});
