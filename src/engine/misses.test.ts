/**
 * Three kinds of miss, as published for one person under strict turns: express-session with
 * `saveUninitialized: false` (keep) and `true`, its default (replace), and PHP without a new id at login (adopt).
 * A `*` marks an answer that sets a cookie.
 */
import { describe, expect, it } from 'vitest';
import type { People, Scenario } from './scenario.ts';
import type { MissMode } from './state/sessions.ts';
import { chain, record, shorthand } from './testing/record.ts';
import { tinyScenario } from './testing/scenarios.ts';

/** A login and then a page every second, whatever is answered: somebody who does not log in again. */
const passive = (pages: number): Partial<People> => ({
  script: [
    { atMs: 1000, user: 0, ask: 'login' },
    ...Array.from({ length: pages }, (_, i) => ({ atMs: 2000 + 1000 * i, user: 0, ask: 'page' as const })),
  ],
});

function scenario(onMiss: MissMode, count: number, people: Partial<People> = {}): Scenario {
  return tinyScenario({ people, servers: { count }, sessions: { onMiss } });
}

/** The steps of a run with the counts of records and of empty sessions at its end. */
function run(onMiss: MissMode, count: number, steps: number, people: Partial<People> = {}) {
  const { answers, simulation } = record(scenario(onMiss, count, people), 1000 * steps + 900);
  const { records, totals, sessions } = simulation.world;
  return {
    steps: shorthand(answers).join(' '),
    records: records.used,
    empty: totals.emptySessionsMade,
    logins: totals.logins,
    cookie: sessions.serial[simulation.world.users.session[0]],
  };
}

describe('a lone person who does not log in again', () => {
  it('keep: is served whenever the turn comes back to the first server', () => {
    expect(run('keep', 2, 9, passive(8))).toMatchObject({
      steps:
        'a:LOGIN->200 b:GET->401 a:GET->200 b:GET->401 a:GET->200 b:GET->401 a:GET->200 b:GET->401 a:GET->200',
      records: 1,
      empty: 0,
      cookie: 1,
    });
    expect(run('keep', 3, 7, passive(6)).steps).toBe(
      'a:LOGIN->200 b:GET->401 c:GET->401 a:GET->200 b:GET->401 c:GET->401 a:GET->200',
    );
  });

  it('replace: is never served again, and leaves an empty session behind at every step', () => {
    expect(run('replace', 3, 10, passive(9))).toMatchObject({
      steps:
        'a:LOGIN->200 b:GET->401 c:GET->401 a:GET->401 b:GET->401 c:GET->401 a:GET->401 b:GET->401 c:GET->401 a:GET->401',
      records: 10,
      empty: 9,
      cookie: 10, // the latest empty session
    });
  });

  it('adopt: is served by the server of the login, and has an empty session everywhere else', () => {
    expect(run('adopt', 3, 7, passive(6))).toMatchObject({
      steps: 'a:LOGIN->200 b:GET->401 c:GET->401 a:GET->200 b:GET->401 c:GET->401 a:GET->200',
      records: 3,
      empty: 0,
      cookie: 1,
    });
  });
});

describe('a lone person who logs in again', () => {
  const never =
    'a:LOGIN->200 b:GET->401 c:LOGIN->200 a:GET->401 b:LOGIN->200 c:GET->401 a:LOGIN->200 b:GET->401 c:LOGIN->200 a:GET->401';

  it('keep: never gets a page', () => {
    expect(run('keep', 3, 10)).toMatchObject({ steps: never, records: 5, empty: 0, logins: 5 });
  });

  it('replace: fares the same, and leaves twice as many records', () => {
    expect(run('replace', 3, 10)).toMatchObject({ steps: never, records: 10, empty: 5, logins: 5 });
  });

  it('adopt: is logged in on one server more each time', () => {
    expect(run('adopt', 3, 13)).toMatchObject({
      steps:
        'a:LOGIN->200 b:GET->401 c:LOGIN->200 a:GET->200 b:GET->401 c:LOGIN->200 a:GET->200 b:GET->401 c:LOGIN->200 a:GET->200 b:GET->401 c:LOGIN->200 a:GET->200',
      records: 3,
      empty: 0,
      logins: 5,
      cookie: 1,
    });
  });
});

describe('under random routing', () => {
  const PAGES = 6000;
  /** 5 standard errors of a share of the pages: wrong once in a million. */
  const error = (p: number) => 5 * Math.sqrt((p * (1 - p)) / PAGES) + 1e-9;

  function okShare(onMiss: MissMode, count: number, people: Partial<People> = {}): number {
    const tiny = scenario(onMiss, count, people);
    tiny.balancer.policy = 'random';
    const pages = record(tiny, 1000 * PAGES).answers.filter((a) => a.kind === 'page');
    return pages.filter((a) => a.status === 200).length / pages.length;
  }

  it.each([2, 3, 5, 8])('%i servers: the published shares', (count) => {
    const p = 1 / count;
    // Without logging in again: one in N, except that a replaced cookie never finds home.
    expect(Math.abs(okShare('keep', count, passive(PAGES)) - p)).toBeLessThan(error(p));
    expect(okShare('replace', count, passive(PAGES))).toBeLessThan(0.01);
    expect(Math.abs(okShare('adopt', count, passive(PAGES)) - p)).toBeLessThan(error(p));
    // Logging in again: one in N, except that an adopted id ends up logged in everywhere.
    expect(Math.abs(okShare('keep', count) - p)).toBeLessThan(2 * error(p));
    expect(Math.abs(okShare('replace', count) - p)).toBeLessThan(2 * error(p));
    expect(okShare('adopt', count)).toBeGreaterThan(0.985);
  });
});

describe('why', () => {
  const why = (onMiss: MissMode, count: number, nth: number, people: Partial<People>) =>
    chain(record(scenario(onMiss, count, people), 10_000).causes[nth - 1]).slice(1);

  it('replace: the cookie names an empty session that a server put over the login', () => {
    // b makes an empty session at 2001, c does not know it at 3000.
    expect(why('replace', 3, 2, passive(2))).toEqual([
      'routed C policy round-robin',
      'cookie-valid 2',
      'looked-in C false',
      'cookie-overwritten B 2001',
      'record-made A 1010',
      'record-unnamed A',
    ]);
  });

  it('adopt: the record under the id is an empty one; the login is elsewhere', () => {
    // a, b: empty at 2001, a, b again.
    expect(why('adopt', 2, 2, passive(3))).toEqual([
      'routed B policy round-robin',
      'cookie-valid 1',
      'looked-in B true',
      'record-made A 1010',
      'record-empty B 2001',
      'record-elsewhere A',
    ]);
  });
});

describe('a request without a cookie', () => {
  const stranger: Partial<People> = { script: [{ atMs: 1000, user: 0, ask: 'page' }] };

  it.each([
    ['keep', 0, 0],
    ['replace', 1, 1],
    ['adopt', 1, 1],
  ] as const)(
    '%s: gets a cookie of an empty session unless misses are left alone',
    (onMiss, records, cookie) => {
      expect(run(onMiss, 1, 1, stranger)).toMatchObject({
        steps: 'a:GET->401',
        records,
        cookie: cookie || undefined,
      });
    },
  );

  it('is found again by the empty session it got', () => {
    const { answers } = record(
      scenario('replace', 1, { script: [1000, 2000].map((atMs) => ({ atMs, user: 0, ask: 'page' })) }),
      3000,
    );
    expect(answers.map((a) => a.reason)).toEqual(['noCookie', 'emptySession']);
  });
});

describe('with a store', () => {
  it('replace: a store that forgot is filled with empty sessions, each a write', () => {
    const shared = scenario('replace', 1);
    shared.sessions.strategy = 'shared';
    const { simulation, answers } = record(shared, 2900, [
      { atMs: 1500, do: 'kill-store' },
      { atMs: 1600, do: 'restart-store' },
    ]);
    expect(answers.map((a) => a.status)).toEqual([200, 401]);
    const { stores } = simulation.world;
    // One write for the login, one for the empty session.
    expect([stores.shelfCount[0], stores.reads[0], stores.writes[0]]).toEqual([1, 1, 2]);
  });
});

describe('logging out', () => {
  it('where nobody knows the session ends it for its owner all the same', () => {
    const people: Partial<People> = {
      script: [
        { atMs: 1000, user: 0, ask: 'login' },
        { atMs: 2000, user: 0, ask: 'logout' },
        { atMs: 3000, user: 0, ask: null },
      ],
    };
    for (const onMiss of ['keep', 'replace', 'adopt'] as const) {
      const { answers } = record(scenario(onMiss, 2, people), 4000);
      expect(answers.map((a) => `${a.kind} ${a.status}`)).toEqual(['login 200', 'logout 401', 'login 200']);
    }
  });
});

describe('an adopted id', () => {
  it('keeps what the server already held when its owner logs in there again, unless that has expired', () => {
    const people: Partial<People> = {
      script: [
        { atMs: 1000, user: 0, ask: 'login' }, // a
        { atMs: 2000, user: 0, ask: 'page' }, // b: empty
        { atMs: 3000, user: 0, ask: 'cart' }, // a: 1
        { atMs: 4000, user: 0, ask: 'page' }, // b: empty
        { atMs: 5000, user: 0, ask: 'login' }, // a: still 1
        { atMs: 6000, user: 0, ask: 'login' }, // b: an empty cart
      ],
    };
    const adopt = scenario('adopt', 2, people);
    const carts = () => record(adopt, 7000).answers.map((a) => `${a.server} ${a.status} ${a.cart}`);
    expect(carts()).toEqual(['A 200 0', 'B 401 0', 'A 200 1', 'B 401 0', 'A 200 1', 'B 200 0']);
    adopt.sessions.idleMs = 1995; // since 3010
    expect(carts()[4]).toBe('A 200 0');
  });
});
