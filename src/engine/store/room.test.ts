/** A store with room for a few sessions. A command takes 2 ms, work 10 ms. */
import { describe, expect, it } from 'vitest';
import type { Scenario, ScriptLine } from '../scenario.ts';
import { chain, lines, record } from '../testing/record.ts';
import { tinyScenario } from '../testing/scenarios.ts';

const ask = (atMs: number, user: number, what: ScriptLine['ask']): ScriptLine => ({ atMs, user, ask: what });

function shared(store: Partial<Scenario['store']>, script: ScriptLine[]): Scenario {
  return tinyScenario({
    people: { count: 4, script },
    servers: { workers: 10 },
    sessions: { strategy: 'shared' },
    store: { latency: { kind: 'constant', meanMs: 2 }, ...store },
  });
}

describe('a full store that refuses more', () => {
  const store = { maxSessions: 2, whenFull: 'refuse' } as const;
  const logins = [ask(1000, 0, 'login'), ask(1100, 1, 'login'), ask(1200, 2, 'login')];

  it('fails a login, and serves those who are in', () => {
    const scenario = shared(store, [...logins, ask(1300, 0, 'page'), ask(1400, 1, 'cart')]);
    const { answers, causes, simulation } = record(scenario, 3000);
    expect(lines(answers)).toEqual([
      '1012 A login 200 loggedIn',
      '1112 A login 200 loggedIn',
      '1212 A login 500 storeRefused',
      '1314 A page 200 served',
      '1414 A cart 200 served',
    ]);
    expect(chain(causes[0]).slice(-1)).toEqual(['store-full -2 2']);
    expect(simulation.world.stores.shelfCount[0]).toBe(2);
  });

  it('has room again when somebody logs out', () => {
    const scenario = shared(store, [...logins, ask(1300, 0, 'logout'), ask(1400, 2, 'login')]);
    const { answers } = record(scenario, 3000);
    expect(answers.map((a) => a.status)).toEqual([200, 200, 500, 200, 200]);
  });

  it('lets people log in anew whose old record makes the room', () => {
    const scenario = shared(store, [...logins.slice(0, 2), ask(1300, 1, 'login')]);
    const { answers, simulation } = record(scenario, 3000);
    expect(answers.map((a) => a.status)).toEqual([200, 200, 200]);
    expect(simulation.world.stores.shelfCount[0]).toBe(2);
  });

  it('refuses people who do not know of it as usual, without an empty session', () => {
    const scenario = shared(store, [...logins.slice(0, 2), ask(1300, 2, 'page')]);
    scenario.sessions.onMiss = 'replace';
    const { answers, simulation } = record(scenario, 3000);
    expect(lines(answers)[2]).toBe('1303 A page 401 noCookie');
    expect(simulation.world.stores.shelfCount[0]).toBe(2);
    expect(simulation.world.totals.emptySessionsMade).toBe(0);
  });
});

describe('a full store that drops the least recently used', () => {
  it('logs out whoever was not there for longest, and the chain says so', () => {
    const store = { maxSessions: 2, whenFull: 'evict' } as const;
    const scenario = shared(store, [
      ask(1000, 0, 'login'),
      ask(1100, 1, 'login'),
      ask(1150, 0, 'page'), // so the second person's is the older one now
      ask(1200, 2, 'login'),
      ask(1300, 0, 'page'),
      ask(1400, 1, 'page'),
    ]);
    const { answers, causes, simulation } = record(scenario, 3000);
    expect(answers.map((a) => [a.user, a.status])).toEqual([
      [0, 200],
      [1, 200],
      [0, 200],
      [2, 200],
      [0, 200],
      [1, 401],
    ]);
    expect(chain(causes[0]).slice(-2)).toEqual(['record-gone -2 evicted 1212 by nobody', 'store-full -2 2']);
    expect(simulation.world.totals.sessionsLost).toBe(1);
    expect(simulation.world.stores.evictions[0]).toBe(1);
  });

  it('makes room for as many as a smaller limit says, once it has to', () => {
    const store = { maxSessions: 3, whenFull: 'evict' } as const;
    const scenario = shared(
      store,
      [0, 1, 2, 3].map((user) => ask(1000 + 100 * user, user, 'login')),
    );
    const { simulation } = record(scenario, 3000, [
      { atMs: 1250, do: 'set', setting: 'store.maxSessions', value: 1 },
    ]);
    expect(simulation.world.stores.shelfCount[0]).toBe(1);
    expect(simulation.world.stores.evictions[0]).toBe(3);
  });
});
