/** What can happen to a server, what each change destroys, and what the balancer makes of it. */
import { describe, expect, it } from 'vitest';
import type { Intervention } from './intervention.ts';
import type { Scenario } from './scenario.ts';
import type { Simulation } from './simulation.ts';
import { SERVER_STATES } from './state/servers.ts';
import { lines, record } from './testing/record.ts';
import { tinyScenario } from './testing/scenarios.ts';

const ms = (meanMs: number) => ({ kind: 'constant', meanMs }) as const;
const BLIND = { intervalMs: 1e9, timeoutMs: 1000, fall: 1, rise: 1 };

const state = ({ world }: Simulation, server = 0) => SERVER_STATES[world.servers.state[server]];
const rotation = ({ world }: Simulation) =>
  Array.from(world.balancer.usable.subarray(0, world.balancer.usableCount));

/** Eight people on three servers, bound by a cookie. */
function sticky(parts: Partial<Scenario['servers']> = {}): Scenario {
  return tinyScenario({
    people: { count: 8 },
    servers: { count: 3, workers: 8, ...parts },
    sessions: { strategy: 'sticky' },
    balancer: { health: BLIND },
  });
}

describe('an added server', () => {
  it('listens after its start time and is in rotation at once', () => {
    const scenario = tinyScenario({ servers: { startMs: 700 } });
    const { simulation } = record(scenario, 1699, [{ atMs: 1000, do: 'add-server' }]);
    expect([state(simulation, 1), rotation(simulation)]).toEqual(['starting', [0]]);
    simulation.runUntil(1700);
    expect([state(simulation, 1), rotation(simulation)]).toEqual(['up', [0, 1]]);
  });

  it('is up in the same moment when it needs no time', () => {
    const { simulation } = record(tinyScenario(), 1000, [{ atMs: 1000, do: 'add-server' }]);
    expect(rotation(simulation)).toEqual([0, 1]);
  });

  it('is one too many after the three hundredth', () => {
    const scenario = tinyScenario({ servers: { count: 300 } });
    const { happenings } = record(scenario, 1000, [{ atMs: 500, do: 'add-server' }]);
    expect(happenings).toEqual([{ atMs: 500, what: 'intervention', index: 0, ignored: true }]);
  });
});

describe('a kill', () => {
  it('loses exactly the sessions that were in that memory, and under sticky refuses exactly those people', () => {
    const { simulation, answers, happenings } = record(sticky(), 20_000, [
      { atMs: 5500, do: 'kill-server', server: 1 },
    ]);
    // Eight people in turn over a, b, c: b has the second, fifth and eighth.
    const lost = happenings.find((h) => h.what === 'sessions-lost');
    expect(lost).toMatchObject({ place: 1, count: 3, wanted: 3, by: 0 });
    const refused = answers.filter((a) => a.status === 401);
    expect(refused.map((a) => a.user)).toEqual([1, 4, 7]);
    expect(answers.every((a) => a.status < 500)).toBe(true);
    expect(simulation.world.totals).toMatchObject({ sessionsLost: 3, forcedLogins: 3 });
  });

  it('loses nothing that is in the store', () => {
    const scenario = sticky();
    scenario.sessions.strategy = 'shared';
    const { simulation, answers } = record(scenario, 20_000, [{ atMs: 5500, do: 'kill-server', server: 1 }]);
    expect(answers.every((a) => a.status === 200)).toBe(true);
    expect(simulation.world.totals.sessionsLost).toBe(0);
    expect(simulation.world.stores.shelfCount[0]).toBe(8);
  });

  it('keeps a server that was drained out of rotation', () => {
    const { simulation } = record(sticky(), 6000, [
      { atMs: 5000, do: 'drain-server', server: 1 },
      { atMs: 5100, do: 'kill-server', server: 1 },
      { atMs: 5200, do: 'add-server' }, // makes the balancer look at its list again
    ]);
    expect(rotation(simulation)).toEqual([0, 2, 3]);
  });

  it('ends a removal: nothing is left that could come back', () => {
    const scenario = sticky();
    scenario.service.page = ms(400);
    const { simulation, happenings } = record(scenario, 9000, [
      { atMs: 5000, do: 'remove-server', server: 1 },
      { atMs: 5100, do: 'kill-server', server: 1 },
      { atMs: 5200, do: 'restart-server', server: 1, graceful: false },
    ]);
    expect(state(simulation, 1)).toBe('removed');
    expect(happenings.at(-1)).toEqual({ atMs: 5200, what: 'intervention', index: 2, ignored: true });
  });
});

describe('a silent machine', () => {
  it('keeps what is in its memory, out of reach', () => {
    const { simulation } = record(sticky(), 20_000, [{ atMs: 5500, do: 'hang-server', server: 1 }]);
    expect(simulation.world.servers.shelfCount[1]).toBe(3);
    expect(simulation.world.totals.sessionsLost).toBe(0);
  });

  it('makes its people wait for the connect timeout, then sends them elsewhere to log in again', () => {
    const scenario = sticky();
    const { answers } = record(scenario, 20_000, [{ atMs: 5500, do: 'hang-server', server: 1 }]);
    const refused = answers.filter((a) => a.status === 401);
    expect(refused.map((a) => a.user)).toEqual([1, 4, 7]);
    for (const a of refused) {
      // 5000 of waiting and 1 ms to refuse; after the cookie was rewritten they wait for nobody.
      expect(a.atMs - a.bornMs).toBe(5001);
      expect(a.causes[1]).toMatchObject({ code: 'tried', server: 1, failure: 'unanswered' });
    }
  });

  it('holds up what it was doing until it is killed: 502 then, not before', () => {
    const scenario = tinyScenario({ service: { login: ms(100) } });
    const { answers } = record(scenario, 5000, [
      { atMs: 1050, do: 'hang-server', server: 0 },
      { atMs: 3000, do: 'kill-server', server: 0 },
    ]);
    expect(lines(answers)[0]).toBe('3000 A login 502 serverDied');
  });

  it('comes back empty after a restart', () => {
    const { simulation, answers } = record(sticky({ restartMs: 1000 }), 20_000, [
      { atMs: 5500, do: 'hang-server', server: 1 },
      { atMs: 5600, do: 'restart-server', server: 1, graceful: true }, // nothing can be asked of it gracefully
    ]);
    expect(state(simulation, 1)).toBe('up');
    expect(simulation.world.totals.sessionsLost).toBe(3);
    expect(answers.filter((a) => a.status === 401)).toHaveLength(3);
  });

  it('cannot fall silent twice, or while it is not there', () => {
    const { happenings } = record(sticky({ restartMs: 9000 }), 9000, [
      { atMs: 1000, do: 'hang-server', server: 0 },
      { atMs: 2000, do: 'hang-server', server: 0 },
      { atMs: 3000, do: 'restart-server', server: 0, graceful: false },
      { atMs: 4000, do: 'hang-server', server: 0 },
    ]);
    const ignored = happenings.filter((h) => h.what === 'intervention' && h.ignored);
    expect(ignored.map((h) => h.atMs)).toEqual([2000, 4000]);
  });
});

describe('a restart', () => {
  const drainThenRestart: Intervention = { atMs: 10_200, do: 'restart-server', server: 1, graceful: true };

  it('done gracefully loses no request, but every session in memory', () => {
    const scenario = tinyScenario({
      people: { count: 30, think: { kind: 'exponential', meanMs: 1000 } },
      servers: { count: 3, workers: 30, restartMs: 2000 },
      service: { page: { kind: 'exponential', meanMs: 100 } },
      hops: { userMs: 5, serverMs: 2 },
    });
    const { simulation, answers, happenings } = record(scenario, 30_000, [drainThenRestart]);
    expect(answers.length).toBeGreaterThan(500);
    expect(answers.every((a) => a.status < 500)).toBe(true);
    expect(answers.some((a) => a.causes.some((c) => c.code === 'tried'))).toBe(false);
    const states = happenings.filter((h) => h.what === 'server-state').map((h) => SERVER_STATES[h.state]);
    expect(states).toEqual(['restarting', 'starting', 'up']);
    expect(simulation.world.totals.sessionsLost).toBeGreaterThan(0);
  });

  it('done gracefully is over as soon as nothing is in flight, and lets the server in without checks', () => {
    const scenario = tinyScenario({
      service: { login: ms(500) },
      servers: { count: 2, restartMs: 2000 },
      balancer: { health: BLIND },
    });
    // The login is on A from 1000 to 1500; only then A stops, and it is back 2000 ms later.
    const { happenings, simulation } = record(scenario, 10_000, [
      { atMs: 1100, do: 'restart-server', server: 0, graceful: true },
    ]);
    expect(happenings.map((h) => [h.atMs, h.what])).toEqual([
      [1100, 'server-state'],
      [1100, 'intervention'],
      [1500, 'server-state'],
      [1500, 'server-health'],
      [1500, 'sessions-lost'],
      [3500, 'server-state'],
      [3500, 'server-health'],
    ]);
    expect(rotation(simulation)).toEqual([0, 1]);
  });

  it('waits for long requests no longer than the drain time, then fails them: 502', () => {
    const scenario = tinyScenario({ service: { login: ms(20_000) }, balancer: { drainMs: 3000 } });
    const { answers } = record(scenario, 10_000, [
      { atMs: 1100, do: 'restart-server', server: 0, graceful: true },
    ]);
    expect(lines(answers)[0]).toBe('4100 A login 502 serverDied');
  });

  it('done abruptly fails what is in flight, and connections are refused until it listens', () => {
    const scenario = tinyScenario({ service: { login: ms(500) }, servers: { restartMs: 2000 } });
    const { answers } = record(scenario, 5000, [
      { atMs: 1100, do: 'restart-server', server: 0, graceful: false },
    ]);
    expect(lines(answers)).toEqual([
      '1100 A login 502 serverDied',
      '2100 A login 503 unreachable',
      '3600 A login 200 loggedIn', // asked at 3100, the moment it listens
      '4610 A page 200 served',
    ]);
  });

  it('starts a dead server, which then has to pass its checks', () => {
    const scenario = tinyScenario({ people: { count: 0 }, servers: { restartMs: 500 } });
    const { happenings } = record(scenario, 60_000, [
      { atMs: 10_000, do: 'kill-server', server: 0 },
      { atMs: 20_000, do: 'restart-server', server: 0, graceful: true },
    ]);
    const beliefs = happenings.filter((h) => h.what === 'server-health');
    expect(beliefs.map((h) => h.healthy)).toEqual([false, true]);
    // Ready at 20,500; two passed checks, 2000 ms apart.
    expect(beliefs[1].atMs).toBeGreaterThanOrEqual(22_500);
    expect(beliefs[1].atMs).toBeLessThan(24_500);
  });

  it('that ends in an accident leaves the way back to the checks', () => {
    const scenario = tinyScenario({ people: { count: 0 }, servers: { restartMs: 3000 } });
    const { happenings } = record(scenario, 60_000, [
      { atMs: 10_000, do: 'restart-server', server: 0, graceful: true },
      { atMs: 12_000, do: 'kill-server', server: 0 },
      { atMs: 20_000, do: 'restart-server', server: 0, graceful: false },
    ]);
    const back = happenings.filter((h) => h.what === 'server-health' && h.healthy);
    // Ready at 23,000; two passed checks, 2000 ms apart.
    expect(back).toHaveLength(1);
    expect(back[0].atMs).toBeGreaterThanOrEqual(25_000);
  });

  it('that is under way is not begun again', () => {
    const scenario = tinyScenario({ service: { login: ms(20_000) } });
    const { happenings } = record(scenario, 4000, [
      { atMs: 1100, do: 'restart-server', server: 0, graceful: true },
      { atMs: 1200, do: 'restart-server', server: 0, graceful: true },
    ]);
    expect(happenings.at(-1)).toEqual({ atMs: 1200, what: 'intervention', index: 1, ignored: true });
  });

  it('can be cut short', () => {
    const scenario = tinyScenario({ service: { login: ms(20_000) } });
    const { answers } = record(scenario, 1300, [
      { atMs: 1100, do: 'restart-server', server: 0, graceful: true },
      { atMs: 1200, do: 'restart-server', server: 0, graceful: false },
    ]);
    expect(lines(answers)).toEqual(['1200 A login 502 serverDied']);
  });
});

describe('a drain', () => {
  it('under sticky: those bound to it still reach it, nobody new does', () => {
    // From 10,000 on eight more people could come; here new logins come from a kill of another server.
    const { answers } = record(sticky(), 20_000, [
      { atMs: 5000, do: 'drain-server', server: 1 },
      { atMs: 8500, do: 'kill-server', server: 2 },
    ]);
    const after = answers.filter((a) => a.bornMs > 5000);
    const onB = after.filter((a) => a.server === 'B');
    expect(new Set(onB.map((a) => a.user))).toEqual(new Set([1, 4, 7]));
    expect(onB.every((a) => a.status === 200)).toBe(true);
    expect(onB.length).toBeGreaterThan(30);
    // The people of C go to A, all of them.
    const refused = after.filter((a) => a.status === 401);
    expect(refused.map((a) => [a.user, a.server])).toEqual([
      [2, 'A'],
      [5, 'A'],
    ]);
  });

  it('under memory: nobody reaches it', () => {
    const scenario = tinyScenario({ people: { count: 8 }, servers: { count: 3, workers: 8 } });
    const { answers } = record(scenario, 20_000, [{ atMs: 5000, do: 'drain-server', server: 1 }]);
    expect(answers.filter((a) => a.bornMs > 5000 && a.server === 'B')).toEqual([]);
  });

  it('destroys nothing, and can be ended', () => {
    const { simulation, answers } = record(sticky(), 20_000, [
      { atMs: 5000, do: 'drain-server', server: 1 },
      { atMs: 9000, do: 'resume-server', server: 1 },
    ]);
    expect(answers.every((a) => a.status === 200)).toBe(true);
    expect(simulation.world.servers.shelfCount[1]).toBe(3);
    expect(rotation(simulation)).toEqual([0, 1, 2]);
  });

  it('ends with a restart, after which the server gets new people again', () => {
    const { simulation } = record(sticky({ restartMs: 100 }), 20_000, [
      { atMs: 5000, do: 'drain-server', server: 1 },
      { atMs: 9000, do: 'restart-server', server: 1, graceful: false },
    ]);
    expect(rotation(simulation)).toEqual([0, 1, 2]);
  });
});

describe('a removal', () => {
  it('lets the server finish what it has, and takes its people elsewhere', () => {
    const scenario = sticky();
    scenario.service.page = ms(300);
    // All are served from 3310 to 3610; the removal comes in the middle.
    const { answers, simulation, happenings } = record(scenario, 20_000, [
      { atMs: 3400, do: 'remove-server', server: 1 },
    ]);
    expect(answers.every((a) => a.status < 500)).toBe(true);
    const removed = happenings.find((h) => h.what === 'server-state' && SERVER_STATES[h.state] === 'removed');
    const last = answers.filter((a) => a.server === 'B').at(-1);
    expect([removed?.atMs, last?.atMs]).toEqual([3610, 3610]);
    // Its people are refused once, wherever they come to.
    expect(answers.filter((a) => a.status === 401).map((a) => a.user)).toEqual([1, 4, 7]);
    expect(simulation.world.totals.sessionsLost).toBe(3);
    expect(rotation(simulation)).toEqual([0, 2]);
  });

  it('is at once when there is nothing to finish, or nobody to finish it', () => {
    const { simulation } = record(sticky(), 5600, [
      { atMs: 5500, do: 'remove-server', server: 0 },
      { atMs: 5500, do: 'hang-server', server: 1 },
      { atMs: 5500, do: 'remove-server', server: 1 },
    ]);
    expect([state(simulation, 0), state(simulation, 1)]).toEqual(['removed', 'removed']);
  });

  it('fails what takes longer than the drain time', () => {
    const scenario = tinyScenario({ service: { login: ms(50_000) }, balancer: { drainMs: 2000 } });
    const { answers } = record(scenario, 5000, [{ atMs: 1500, do: 'remove-server', server: 0 }]);
    expect(lines(answers)[0]).toBe('3500 A login 502 serverDied');
  });

  it('can be done to a server that is still starting', () => {
    const scenario = tinyScenario({ servers: { startMs: 5000 } });
    const { simulation } = record(scenario, 20_000, [
      { atMs: 1000, do: 'add-server' },
      { atMs: 2000, do: 'remove-server', server: 1 },
    ]);
    expect([state(simulation, 1), rotation(simulation)]).toEqual(['removed', [0]]);
  });
});
