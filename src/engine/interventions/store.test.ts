/** The shared store dies and comes back. Store commands take 2 ms, a server waits 5000 ms for one. */
import { describe, expect, it } from 'vitest';
import type { Intervention } from '../intervention.ts';
import type { Scenario } from '../scenario.ts';
import { lines, record } from '../testing/record.ts';
import { tinyScenario } from '../testing/scenarios.ts';

/** Login at 1000: 10 of work, 2 to write: 1012. Page at 2012: 2 to read, 10 of work, 2 to write: 2026. */
function shared(parts: Partial<Scenario['balancer']> = {}): Scenario {
  return tinyScenario({
    sessions: { strategy: 'shared' },
    store: { latency: { kind: 'constant', meanMs: 2 } },
    balancer: parts,
    people: { cartShare: 1 },
  });
}

const kill = (atMs: number): Intervention => ({ atMs, do: 'kill-store' });
const restart = (atMs: number): Intervention => ({ atMs, do: 'restart-store' });

describe('a working store', () => {
  it('costs a command to read and a command to write; a login only writes', () => {
    const { answers, simulation } = record(shared(), 2500);
    expect(lines(answers)).toEqual(['1012 A login 200 loggedIn', '2026 A cart 200 served']);
    const { stores } = simulation.world;
    expect([stores.reads[0], stores.writes[0], stores.shelfCount[0]]).toEqual([1, 2, 1]);
    expect(simulation.world.servers.shelfCount[0]).toBe(0);
  });
});

describe('a dead store', () => {
  it('means slow requests and then 500, not 401', () => {
    const { answers } = record(shared(), 9000, [kill(1500)]);
    // Asked at 2012, no answer from the store until 7012.
    expect(lines(answers)).toEqual(['1012 A login 200 loggedIn', '7012 A cart 500 storeDown']);
  });

  it('takes commands under way with it', () => {
    const { answers } = record(shared(), 9000, [kill(2013)]);
    expect(lines(answers)[1]).toBe('7013 A cart 500 storeDown');
  });

  it('holds up work that was done, until it can be kept', () => {
    const { answers } = record(shared(), 9000, [kill(2025)]);
    expect(lines(answers)[1]).toBe('7025 A cart 500 storeDown');
  });

  it('makes a login fail too, at its end', () => {
    const { answers, simulation } = record(shared(), 7000, [kill(500)]);
    expect(lines(answers)).toEqual(['6010 A login 500 storeDown']);
    expect(simulation.world.sessions.used).toBe(0);
  });

  it('is waited for no longer than the balancer waits for an answer', () => {
    const { answers } = record(shared({ answerTimeoutMs: 3000 }), 9000, [kill(1500)]);
    expect(lines(answers)[1]).toBe('5012 A cart 504 tooSlow');
  });

  it('occupies the worker meanwhile, so that others wait in the queue', () => {
    const scenario = shared();
    scenario.people.count = 3;
    const { simulation } = record(scenario, 3000, [kill(1500)]);
    expect(simulation.world.servers.busy[0]).toBe(1);
    expect(simulation.world.servers.queueLength[0]).toBe(2);
  });

  it('is forgotten with everything in it, and loses the sessions people had cookies for', () => {
    const { simulation, happenings } = record(shared(), 1600, [kill(1500)]);
    expect(simulation.world.totals.sessionsLost).toBe(1);
    expect(happenings[1]).toEqual({
      atMs: 1500,
      what: 'sessions-lost',
      place: -2,
      count: 1,
      wanted: 1,
      by: 0,
    });
  });

  it('does not matter to sessions in memory', () => {
    const scenario = shared();
    scenario.sessions.strategy = 'memory';
    const { answers } = record(scenario, 9000, [kill(1500)]);
    expect(answers.every((a) => a.status === 200)).toBe(true);
  });
});

describe('a store that comes back', () => {
  it('answers those who waited: the request goes on', () => {
    const { answers } = record(shared(), 9000, [kill(1500), restart(4000)]);
    // The read begins anew at 4000 and finds nothing: 2 ms to read, 1 ms to refuse.
    expect(lines(answers)[1]).toBe('4003 A cart 401 noRecord');
  });

  it('lets work be kept that was done in the meantime: a session written whole comes back', () => {
    const { answers, simulation } = record(shared(), 4900, [kill(2025), restart(4000)]);
    expect(lines(answers)[1]).toBe('4002 A cart 200 served');
    expect(simulation.world.stores.shelfCount[0]).toBe(1);
  });

  it('within the time a server waits, costs nobody a failure; but everybody a login', () => {
    const scenario = shared();
    scenario.people.count = 20;
    scenario.servers.workers = 20;
    const { answers, simulation } = record(scenario, 60_000, [kill(10_000), restart(14_000)]);
    expect(answers.every((a) => a.status < 500)).toBe(true);
    expect(simulation.world.totals.forcedLogins).toBe(20);
  });

  it('cannot come back twice', () => {
    const { happenings } = record(shared(), 3000, [restart(500), kill(1000), kill(1100), restart(2000)]);
    const ignored = happenings.filter((h) => h.what === 'intervention' && h.ignored);
    expect(ignored.map((h) => h.atMs)).toEqual([500, 1100]);
  });
});

describe('a silent server', () => {
  it('is not woken by the store', () => {
    const { answers } = record(shared({ answerTimeoutMs: 4000 }), 9000, [
      kill(1500),
      { atMs: 2500, do: 'hang-server', server: 0 },
      restart(3000),
    ]);
    // It took the request on at 2012 and says nothing for 4000 ms.
    expect(lines(answers)[1]).toBe('6012 A cart 504 tooSlow');
  });
});
