/** What a crash of the store leaves. A command takes 2 ms, work 10 ms. */
import { describe, expect, it } from 'vitest';
import type { Intervention } from '../intervention.ts';
import type { Scenario, ScriptLine } from '../scenario.ts';
import { findRecord } from '../shelves.ts';
import { STORE } from '../state/sessions.ts';
import { chain, record } from '../testing/record.ts';
import { tinyScenario } from '../testing/scenarios.ts';
import { SAVE_RULES } from './disk.ts';

const ask = (atMs: number, user: number, what: ScriptLine['ask']): ScriptLine => ({ atMs, user, ask: what });
const crash = (atMs: number): Intervention[] => [
  { atMs, do: 'kill-store' },
  { atMs: atMs + 100, do: 'restart-store' },
];

function shared(store: Partial<Scenario['store']>, script: ScriptLine[], people = 4): Scenario {
  return tinyScenario({
    people: { count: people, script },
    servers: { workers: 100 },
    sessions: { strategy: 'shared' },
    store: { latency: { kind: 'constant', meanMs: 2 }, ...store },
  });
}

describe('nothing on disk', () => {
  it('logs everybody out', () => {
    const scenario = shared({}, [ask(1000, 0, 'login'), ask(2000, 0, 'page')]);
    expect(record(scenario, 3000, crash(1500)).answers[1].status).toBe(401);
  });
});

describe('a log that is written every second', () => {
  const aof = { persistence: 'aof' } as const;

  it('has what was written before the last full second', () => {
    // Written at 1912 and 2012; the crash is at 2500, the last full second 2000.
    const scenario = shared(aof, [
      ask(1900, 0, 'login'),
      ask(2000, 1, 'login'),
      ask(3000, 0, 'page'),
      ask(3100, 1, 'page'),
    ]);
    const { answers, causes, happenings, simulation } = record(scenario, 4000, crash(2500));
    expect(answers.map((a) => a.status)).toEqual([200, 200, 200, 401]);
    expect(chain(causes[0]).slice(-2)).toEqual(['record-gone -2 storeKilled 2500 by 0', 'last-save -2 2000']);
    expect(simulation.world.totals.sessionsLost).toBe(1);
    const states = happenings.filter((h) => h.what === 'store-state');
    expect(states).toMatchObject([
      { up: false, records: 1 },
      { up: true, records: 1 },
    ]);
    expect(happenings.find((h) => h.what === 'sessions-lost')).toMatchObject({ count: 1, wanted: 1 });
  });

  it('forgets the newest things in a cart, but not the cart', () => {
    // One thing at 1114, one at 2114; the second is gone with the crash at 2500.
    const scenario = shared(aof, [
      ask(1000, 0, 'login'),
      ask(1100, 0, 'cart'),
      ask(2100, 0, 'cart'),
      ask(3000, 0, 'page'),
    ]);
    const { answers } = record(scenario, 4000, crash(2500));
    expect(answers.map((a) => a.cart)).toEqual([0, 1, 2, 1]);
  });

  it('undoes a logout that it did not write down any more', () => {
    const scenario = shared(aof, [ask(1000, 0, 'login'), ask(2100, 0, 'logout')]);
    expect(record(scenario, 2500).simulation.world.stores.shelfCount[0]).toBe(0);
    expect(record(scenario, 4000, crash(2500)).simulation.world.stores.shelfCount[0]).toBe(1);
    expect(record(scenario, 4000, crash(3001)).simulation.world.stores.shelfCount[0]).toBe(0);
  });

  it('is read by nobody while the process is dead', () => {
    const scenario = shared({ ...aof, timeoutMs: 50 }, [ask(1000, 0, 'login'), ask(2520, 0, 'page')]);
    const { answers } = record(scenario, 4000, crash(2500));
    expect(answers[1].reason).toBe('storeDown');
  });

  it('has a session that was used as it was used last', () => {
    const scenario = shared(aof, [ask(1000, 0, 'login'), ask(1800, 0, 'page'), ask(2700, 0, 'page')]);
    const { simulation } = record(scenario, 4000, crash(2500));
    const { records, users } = simulation.world;
    expect(records.usedMs[findRecord(simulation.world, users.session[0], STORE)]).toBe(2702);
    scenario.sessions.idleMs = 950; // 2702 - 1802, used at 1802 and on disk at 2000
    expect(record(scenario, 4000, crash(2500)).answers[2].status).toBe(200);
    scenario.sessions.idleMs = 850;
    expect(record(scenario, 4000, crash(2500)).answers[2].status).toBe(401);
  });
});

describe('snapshots by rule', () => {
  const rdb = { persistence: 'rdb' } as const;

  it('have the rules that Redis comes with', () => {
    expect(SAVE_RULES.map(({ afterMs, changes }) => [afterMs / 1000, changes])).toEqual([
      [3600, 1],
      [300, 100],
      [60, 10_000],
    ]);
  });

  it('come after five minutes with a hundred changes', () => {
    const logins = (count: number) => Array.from({ length: count }, (_, user) => ask(1000, user, 'login'));
    const left = (count: number, atMs: number) =>
      record(shared(rdb, logins(count), 100), atMs + 1000, crash(atMs)).simulation.world.stores.shelfCount[0];
    expect(left(100, 299_000)).toBe(0);
    expect(left(100, 301_000)).toBe(100);
    expect(left(99, 301_000)).toBe(0);
    expect(left(99, 3_601_000)).toBe(99);
  });

  it('do not have what came after', () => {
    const logins = Array.from({ length: 100 }, (_, user) => ask(1000, user, 'login'));
    const scenario = shared(rdb, [...logins, ask(400_000, 100, 'login')], 101);
    const { simulation } = record(scenario, 500_000, crash(450_000));
    expect(simulation.world.stores.shelfCount[0]).toBe(100);
    expect(simulation.world.stores.savedMs[0]).toBe(300_000);
  });

  it('are taken by hand when somebody begins to keep things on disk', () => {
    const scenario = shared({}, [ask(1000, 0, 'login'), ask(2000, 1, 'login')]);
    const { simulation } = record(scenario, 4000, [
      { atMs: 1500, do: 'set', setting: 'store.persistence', value: 'rdb' },
      ...crash(2500),
    ]);
    expect(simulation.world.stores.shelfCount[0]).toBe(1);
  });
});
