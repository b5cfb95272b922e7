/** Cookies are signed: who accepts which signature, and what a change of keys does. */
import { describe, expect, it } from 'vitest';
import type { Intervention } from './intervention.ts';
import type { Scenario } from './scenario.ts';
import { chain, lines, record } from './testing/record.ts';
import { tinyScenario } from './testing/scenarios.ts';

type Sessions = Partial<Scenario['sessions']>;

/** One person on one server, or on two in turns: a login at 1000, then a page a second. */
const scenario = (sessions: Sessions = {}, count = 1): Scenario =>
  tinyScenario({ servers: { count, workers: 5 }, sessions });

const rotate = (atMs: number, graceful: boolean): Intervention => ({ atMs, do: 'rotate-keys', graceful });

const statuses = (s: Scenario, untilMs: number, interventions: Intervention[] = []) =>
  record(s, untilMs, interventions)
    .answers.map((a) => `${a.kind} ${a.status}`)
    .join(', ');

describe('new keys', () => {
  it('end every session at once when the old one is not accepted any more', () => {
    const { answers, causes, simulation } = record(scenario(), 3500, [rotate(1500, false)]);
    expect(lines(answers)).toEqual([
      '1010 A login 200 loggedIn',
      '2011 A page 401 unknownKey',
      '3021 A login 200 loggedIn',
    ]);
    expect(chain(causes[0]).slice(1)).toEqual([
      'routed A policy round-robin',
      'key-unknown A',
      'key-changed A 1500 by 0',
    ]);
    // Nothing was lost, but the old record is of no use: its cookie cannot be read, not even by the login.
    expect(simulation.world.totals).toMatchObject({ sessionsLost: 0, forcedLogins: 1 });
    expect(simulation.world.servers.shelfCount[0]).toBe(2);
  });

  it('log nobody out while the old one is still accepted', () => {
    expect(statuses(scenario(), 4500, [rotate(1500, true)])).toBe('login 200, page 200, page 200, page 200');
  });

  it('twice forget the first', () => {
    const twice = [rotate(1500, true), rotate(2500, true)];
    expect(statuses(scenario(), 3500, twice)).toBe('login 200, page 200, page 401');
  });

  it.each(['memory', 'sticky', 'shared'] as const)('matter under %s alike', (strategy) => {
    const many = scenario({ strategy }, strategy === 'memory' ? 1 : 3);
    many.people.count = 10;
    many.people.think = { kind: 'exponential', meanMs: 500 };
    const { simulation, answers } = record(many, 20_000, [rotate(10_000, false)]);
    expect(simulation.world.totals.forcedLogins).toBe(10);
    expect(answers.filter((a) => a.status !== 200).every((a) => a.reason === 'unknownKey')).toBe(true);
  });

  it('do not matter to ids that are taken up unsigned', () => {
    expect(statuses(scenario({ onMiss: 'adopt' }), 2500, [rotate(1500, false)])).toBe('login 200, page 200');
  });
});

describe('a key of its own on each server', () => {
  const own: Sessions = { strategy: 'shared', secret: 'own' };

  it('makes servers reject each other’s cookies, though the store would know the session', () => {
    const { answers, causes } = record(scenario(own, 2), 3500);
    expect(answers.map((a) => `${a.server} ${a.kind} ${a.status} ${a.reason}`)).toEqual([
      'A login 200 loggedIn',
      'B page 401 unknownKey',
      'A login 200 loggedIn',
    ]);
    expect(chain(causes[0]).slice(2)).toEqual(['key-unknown B', 'key-of-server A']);
  });

  it('is forgotten with a restart', () => {
    const { answers, causes } = record(scenario(own), 9000, [
      { atMs: 1500, do: 'restart-server', server: 0, graceful: true },
    ]);
    // Back at 6500; the pages before meet nobody.
    const refused = answers.filter((a) => a.status === 401);
    expect(refused.map((a) => a.reason)).toEqual(['unknownKey']);
    expect(chain(causes[causes.length - 1])).toContain('key-changed A 6500 by 0');
    const same = record(scenario({ strategy: 'shared' }), 9000, [
      { atMs: 1500, do: 'restart-server', server: 0, graceful: true },
    ]);
    expect(same.answers.some((a) => a.status === 401)).toBe(false);
  });

  it('may be rotated as well', () => {
    const sticky = scenario({ ...own, strategy: 'sticky' }, 2);
    expect(statuses(sticky, 3500, [rotate(1500, true)])).toBe('login 200, page 200, page 200');
    expect(statuses(sticky, 2500, [rotate(1500, false)])).toBe('login 200, page 401');
  });

  it('switched on during a run logs everybody out once', () => {
    const set: Intervention = { atMs: 1500, do: 'set', setting: 'sessions.secret', value: 'own' };
    const { answers, causes } = record(scenario(), 4500, [set]);
    expect(answers.map((a) => a.status)).toEqual([200, 401, 200, 200]);
    expect(chain(causes[0]).slice(2)).toEqual([
      'key-unknown A',
      'key-changed A 1500 by 0',
      'setting-changed sessions.secret own 1500 by 0',
    ]);
  });
});

describe('a cookie that is not trusted', () => {
  it('is overwritten where misses are replaced', () => {
    const { simulation } = record(scenario({ onMiss: 'replace' }), 2500, [rotate(1500, false)]);
    expect(simulation.world.totals.emptySessionsMade).toBe(1);
    expect(simulation.world.users.session[0]).not.toBe(-1);
    expect(simulation.world.sessions.empty[simulation.world.users.session[0]]).toBe(1);
  });
});
