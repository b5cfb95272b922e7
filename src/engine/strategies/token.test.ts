/** The session is in the cookie: nobody is asked, nothing is lost, and nothing can be taken back. */
import { describe, expect, it } from 'vitest';
import type { Intervention } from '../intervention.ts';
import { POLICY_IDS } from '../policies/index.ts';
import type { Ask, Scenario } from '../scenario.ts';
import { chain, lines, record } from '../testing/record.ts';
import { tinyScenario } from '../testing/scenarios.ts';

type Sessions = Partial<Scenario['sessions']>;

/** One person: login at 1000, done at 1010; then a page a second. */
function token(sessions: Sessions = {}, parts: Parameters<typeof tinyScenario>[0] = {}): Scenario {
  return tinyScenario({
    ...parts,
    servers: { count: 3, workers: 20, ...parts.servers },
    sessions: { strategy: 'token', ...sessions },
  });
}

/** Asks for these things, one a second from 1000 on. */
const asks = (...kinds: Ask[]) => ({
  script: kinds.map((ask, i) => ({ atMs: 1000 * (i + 1), user: 0, ask })),
});

const replay = (atMs: number, user = 0): Intervention => ({ atMs, do: 'replay-cookie', user });
const logOut = (atMs: number, user = 0): Intervention => ({ atMs, do: 'log-out', user });
const toStrategy = (atMs: number, strategy: Scenario['sessions']['strategy']): Intervention => ({
  atMs,
  do: 'set-strategy',
  strategy,
});

const list: Sessions = { token: { ttlMs: null, revocation: 'list' } };

describe('token', () => {
  it.each(POLICY_IDS)('lets any server answer, whatever the policy: %s', (policy) => {
    const { answers, simulation } = record(
      token({}, { people: { count: 10 }, balancer: { policy } }),
      20_000,
    );
    expect(answers.every((a) => a.status === 200)).toBe(true);
    expect(new Set(answers.map((a) => a.server)).size).toBe(3);
    const { records, stores } = simulation.world;
    expect([records.used, stores.reads[0], stores.writes[0]]).toEqual([0, 0, 0]);
  });

  it('takes no longer than a look into memory', () => {
    expect(lines(record(token(), 3500).answers)).toEqual([
      '1010 A login 200 loggedIn',
      '2020 B page 200 served',
      '3030 C page 200 served',
    ]);
  });

  it('has a list that is short of room like any other in a store: what nobody asks about is good again', () => {
    const leaves = (user: number, atMs: number) => [
      { atMs: 1000, user, ask: 'login' as const },
      { atMs, user, ask: 'logout' as const },
    ];
    const { answers } = record(
      token(list, {
        people: { count: 3, script: [...leaves(0, 2000), ...leaves(1, 3000), ...leaves(2, 4000)] },
        store: { maxSessions: 2, whenFull: 'evict' },
      }),
      6000,
      // The third logout drops the second from the list, since the first was asked about after it.
      [replay(3500, 0), replay(5000, 0), replay(5500, 1)],
    );
    const copies = answers.filter((a) => a.user < 0).map((a) => a.reason);
    expect(copies).toEqual(['revoked', 'revoked', 'impostor']);
  });

  it('loses nobody when servers and the store die', () => {
    const { answers, simulation } = record(token({}, { people: { count: 10 } }), 60_000, [
      { atMs: 10_000, do: 'kill-server', server: 0 },
      { atMs: 20_000, do: 'restart-server', server: 1, graceful: true },
      { atMs: 30_000, do: 'kill-store' },
      { atMs: 40_000, do: 'restart-server', server: 0, graceful: false },
    ]);
    expect(answers.every((a) => a.status === 200)).toBe(true);
    expect(simulation.world.totals).toMatchObject({ sessionsLost: 0, forcedLogins: 0, logins: 10 });
  });

  it('carries the cart: each answer brings a new token', () => {
    const { answers } = record(token({}, { people: asks('login', 'cart', 'cart', 'page', 'cart') }), 6000);
    expect(answers.map((a) => a.cart)).toEqual([0, 1, 2, 2, 3]);
  });

  it('weighs on every request', () => {
    const size = { base: 400, item: 60 };
    const people = asks('login', 'cart', 'cart', 'page');
    const { totals } = record(token({ size }, { people }), 5000).simulation.world;
    // The login brings none; then 400, 460 and 520 bytes.
    expect([totals.tokensSent, totals.tokenBytes]).toEqual([3, 1380]);
  });
});

describe('a token', () => {
  const ttl = (ttlMs: number | null): Sessions => ({ token: { ttlMs, revocation: 'none' } });

  it('expires a while after it was sealed; a page in time brings another', () => {
    // Sealed at 1010, it comes along at 2010.
    expect(record(token(ttl(1000)), 3500).answers.map((a) => a.status)).toEqual([200, 200, 200]);
    const { answers, causes } = record(token(ttl(999)), 2500);
    expect(answers.map((a) => a.reason)).toEqual(['loggedIn', 'tokenExpired']);
    expect(chain(causes[0]).slice(1)).toEqual([
      'routed B policy round-robin',
      'cookie-valid 1',
      'token-read 1010',
      'record-made owner 1010',
      'token-expired 2009',
    ]);
  });

  it('has its end written into it, so another time to live is for later ones', () => {
    const shorter: Intervention = { atMs: 1500, do: 'set', setting: 'sessions.token.ttlMs', value: 100 };
    const { answers } = record(token(ttl(5000)), 3500, [shorter]);
    expect(answers.map((a) => a.reason)).toEqual(['loggedIn', 'served', 'tokenExpired']);
  });

  it('that would not fit into a cookie is an error, and what was there stays', () => {
    // 400 + 1232 n bytes: three things make 4096, four are too many.
    const size = { base: 400, item: 1232 };
    const people = asks('login', 'cart', 'cart', 'cart', 'cart', 'page');
    const { answers, causes } = record(token({ size }, { people }), 7000);
    expect(answers.map((a) => `${a.status} ${a.reason} ${a.cart}`)).toEqual([
      '200 loggedIn 0',
      '200 served 1',
      '200 served 2',
      '200 served 3',
      '500 cookieTooLarge 3',
      '200 served 3',
    ]);
    expect(chain(causes[0]).slice(2)).toEqual([
      'cookie-valid 1',
      'token-read 4010',
      'record-made owner 1010',
      'cookie-too-large 5328 4 4096',
    ]);
  });

  it('is worth nothing to a server with a key of its own that did not sign it', () => {
    const { answers } = record(token({ secret: 'own' }, { servers: { count: 2 } }), 3500);
    expect(answers.map((a) => `${a.server} ${a.reason}`)).toEqual([
      'A loggedIn',
      'B unknownKey',
      'A loggedIn',
    ]);
  });

  it('goes on being worth something while an old key is accepted, and is then signed anew', () => {
    const rotate = (atMs: number): Intervention => ({ atMs, do: 'rotate-keys', graceful: true });
    // Twice within a page would be too fast; with a page between them, each brings a token with the newer key.
    expect(record(token(), 4500, [rotate(1500), rotate(2500)]).answers.every((a) => a.status === 200)).toBe(
      true,
    );
    expect(record(token(), 2500, [rotate(1500), rotate(1600)]).answers[1].reason).toBe('unknownKey');
  });
});

describe('logging out', () => {
  it('deletes the cookie, and copies of it go on being good', () => {
    // Login 1010, page 2020, logout asked for 1 ms after 2500, done at 2511.
    const { answers, causes } = record(token(), 3300, [logOut(2500), replay(3000)]);
    expect(lines(answers)).toEqual([
      '1010 A login 200 loggedIn',
      '2020 B page 200 served',
      '2511 C logout 200 loggedOut',
      '3010 A page 200 impostor',
    ]);
    expect(chain(answers[3].causes)).toEqual([
      'answered 200 impostor 3010',
      'routed A policy round-robin',
      'cookie-copied 0 3000 by 1',
      'cookie-valid 1',
      'token-read 2020',
      'record-made owner 1010',
      'logged-out 2511',
    ]);
    expect(causes).toEqual([]);
  });

  it('happens after what is under way', () => {
    const slow = token({}, { service: { page: { kind: 'constant', meanMs: 300 } } });
    const { answers } = record(slow, 4000, [logOut(2100)]);
    expect(lines(answers).slice(1, 3)).toEqual(['2310 B page 200 served', '3610 C logout 200 loggedOut']);
  });

  it('cannot be done twice, and not by somebody who is not there', () => {
    const { happenings } = record(token(), 3000, [logOut(500), logOut(1500), logOut(2000), logOut(2100, 7)]);
    expect(happenings.flatMap((h) => (h.what === 'intervention' ? [h.ignored] : []))).toEqual([
      true,
      false,
      true,
      true,
    ]);
  });

  it('under memory ends the session where it is known, and copies with it', () => {
    const memory = token({ strategy: 'memory' }, { servers: { count: 1 } });
    const { answers, causes } = record(memory, 3300, [logOut(2500), replay(3000)]);
    expect(answers[3]).toMatchObject({ user: -1, status: 401, reason: 'noRecord' });
    expect(chain(causes[0]).slice(2)).toEqual([
      'cookie-copied 0 3000 by 1',
      'cookie-valid 1',
      'looked-in A false',
      'record-made A 1010',
      'record-gone A loggedOut 2511 by nobody',
    ]);
  });

  it('under memory on a server that does not know the session leaves it open to copies elsewhere', () => {
    const memory = token({ strategy: 'memory' }, { servers: { count: 2 } });
    // The login was on A, the logout goes to B, the copy to A.
    const { answers } = record(memory, 3300, [logOut(1500), replay(1900)]);
    expect(answers.map((a) => `${a.server} ${a.kind} ${a.reason}`)).toEqual([
      'A login loggedIn',
      'B logout noRecord',
      'A page impostor',
      expect.anything(),
    ]);
  });

  it('is not needed for a copy of a cookie in use', () => {
    expect(record(token(), 2400, [replay(1500)]).answers[1]).toMatchObject({ user: -1, reason: 'impostor' });
  });
});

describe('a list of revoked tokens', () => {
  it('makes copies worthless, for a read at every request and a write at each logout', () => {
    const { answers, causes, simulation } = record(
      token(list, { store: { latency: { kind: 'constant', meanMs: 2 } } }),
      3300,
      [logOut(2500), replay(3000)],
    );
    expect(lines(answers)).toEqual([
      '1010 A login 200 loggedIn',
      '2022 B page 200 served', // two more for the read
      '2515 C logout 200 loggedOut', // and two for the write
      '3003 A page 401 revoked',
    ]);
    expect(chain(causes[0]).slice(2)).toEqual([
      'cookie-copied 0 3000 by 1',
      'cookie-valid 1',
      'token-read 2022',
      'record-made owner 1010',
      'token-revoked 2515',
    ]);
    const { stores } = simulation.world;
    expect([stores.reads[0], stores.writes[0], stores.shelfCount[0]]).toEqual([3, 1, 1]);
  });

  it('brings the store’s outage back: slow requests, then 500', () => {
    const { answers } = record(token(list), 9000, [{ atMs: 1500, do: 'kill-store' }]);
    expect(lines(answers)[1]).toBe('7010 B page 500 storeDown');
  });

  it('is forgotten with the store: then copies are good again', () => {
    const { answers } = record(token(list), 3400, [
      logOut(2500),
      { atMs: 2800, do: 'kill-store' },
      { atMs: 2900, do: 'restart-store' },
      replay(3000),
    ]);
    expect(answers[3].reason).toBe('impostor');
  });
});

describe('misses', () => {
  it('replace puts an empty token over one that is not accepted', () => {
    const replaced = token(
      { onMiss: 'replace', secret: 'own' },
      { people: asks('login', 'page', 'page', 'page') },
    );
    const { answers } = record(replaced, 5000);
    // B does not know A's key, C not B's, A not C's.
    expect(answers.map((a) => `${a.server} ${a.reason}`)).toEqual([
      'A loggedIn',
      'B unknownKey',
      'C unknownKey',
      'A unknownKey',
    ]);
    const kept = { ...replaced, sessions: { ...replaced.sessions, onMiss: 'keep' as const } };
    expect(record(kept, 5000).answers[3]).toMatchObject({ server: 'A', reason: 'served' });
  });

  it('an empty token is read and refused', () => {
    const people = asks('page', 'page');
    const { answers } = record(token({ onMiss: 'replace' }, { people }), 3000);
    expect(answers.map((a) => a.reason)).toEqual(['noCookie', 'emptySession']);
  });
});

describe('switched on in the middle of a run', () => {
  function crowd(strategy: Scenario['sessions']['strategy']): Scenario {
    const scenario = token({ strategy }, { people: { count: 10, cartShare: 0.5 } });
    scenario.people.think = { kind: 'exponential', meanMs: 500 };
    scenario.hops = { ...scenario.hops, userMs: 100, serverMs: 1 };
    return scenario;
  }

  it.each(['memory', 'sticky', 'shared'] as const)(
    'after %s: everybody takes the session along',
    (before) => {
      const { answers, simulation } = record(crowd(before), 30_000, [toStrategy(10_000, 'token')]);
      const later = answers.filter((a) => a.bornMs + 101 > 10_000 && a.kind !== 'login');
      expect(later.length).toBeGreaterThan(150);
      expect(later.every((a) => a.status === 200)).toBe(true);
      // What is left on shelves is nobody's any more.
      const { records, sessions, users } = simulation.world;
      for (let u = 0; u < users.length; u++) expect(sessions.firstRecord[users.session[u]]).toBe(-1);
      if (before !== 'memory') expect(records.used).toBe(0);
    },
  );

  it('and then the store: what the tokens held is written there', () => {
    const run = [toStrategy(10_000, 'token'), toStrategy(20_000, 'shared')];
    const { answers, simulation } = record(crowd('shared'), 30_000, run);
    expect(answers.every((a) => a.status === 200)).toBe(true);
    expect(simulation.world.stores.shelfCount[0]).toBe(10);
    // Nobody's cart ever gets smaller.
    const carts = new Map<number, number>();
    for (const { user, cart, kind } of answers) {
      if (kind === 'login') continue;
      expect(cart).toBeGreaterThanOrEqual(carts.get(user) ?? 0);
      carts.set(user, cart);
    }
  });

  it('and then memory: nobody looks into tokens any more, and everybody is refused once', () => {
    const { answers, causes } = record(crowd('token'), 30_000, [toStrategy(10_000, 'memory')]);
    expect(answers.filter((a) => a.bornMs < 9900).every((a) => a.status === 200)).toBe(true);
    const first = causes[0];
    expect(chain(first).slice(5)).toEqual(['record-elsewhere owner', 'strategy-changed memory 10000 by 0']);
  });
});
