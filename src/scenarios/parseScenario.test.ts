import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { POLICY_IDS } from '../engine/policies/index.ts';
import { DEFAULT_SCENARIO } from './defaults.ts';
import { parseScenario } from './parseScenario.ts';
import { problemText } from './problemText.ts';

const mistakes = (source: unknown): string[] => {
  const result = parseScenario(source);
  return result.ok ? [] : result.problems.map(problemText);
};

describe('a good file', () => {
  it('may say nothing: then everything has its default', () => {
    expect(parseScenario('{}')).toEqual({
      ok: true,
      run: { scenario: DEFAULT_SCENARIO, seed: 1, interventions: [], untilMs: 60_000 },
    });
  });

  it('may be a value instead of text', () => {
    expect(parseScenario({ seed: 7, until: undefined })).toMatchObject({ ok: true, run: { seed: 7 } });
  });

  it('may start with a byte order mark, and name its description', () => {
    expect(
      parseScenario('\uFEFF{ "$schema": "x.json", "name": "n", "title": { "ko": "제목" } }'),
    ).toMatchObject({
      ok: true,
      name: 'n',
      title: { ko: '제목' },
    });
  });

  it('says durations with a unit or in milliseconds', () => {
    const result = parseScenario({
      service: { page: '1.5s', login: 20, refusal: '200us' },
      servers: { start: '2min', restart: '1 h' },
      sessions: { idle: null },
      until: '1d',
    });
    expect(result).toMatchObject({
      run: {
        scenario: {
          service: {
            page: { kind: 'constant', meanMs: 1500 },
            login: { kind: 'constant', meanMs: 20 },
            refusalMs: 0.2,
          },
          servers: { startMs: 120_000, restartMs: 3_600_000 },
          sessions: { idleMs: null },
        },
        untilMs: 86_400_000,
      },
    });
  });

  it('knows every distribution', () => {
    const think = (source: unknown) => {
      const result = parseScenario({ people: { think: source } });
      return result.ok && result.run.scenario.people.think;
    };
    expect(think({ kind: 'exponential', mean: '2s' })).toEqual({ kind: 'exponential', meanMs: 2000 });
    expect(think({ kind: 'uniform', min: 1, max: '1s' })).toEqual({ kind: 'uniform', minMs: 1, maxMs: 1000 });
    expect(think({ kind: 'lognormal', mean: 9, cv: 2 })).toEqual({ kind: 'lognormal', meanMs: 9, cv: 2 });
    expect(think({ kind: 'hyperexponential', mean: 9, cv: 3 })).toEqual({
      kind: 'hyperexponential',
      meanMs: 9,
      cv: 3,
    });
  });

  it('gives single servers what they have differently', () => {
    const result = parseScenario({ servers: { count: 3, each: [{}, { speed: 2, start: '1s' }] } });
    expect(result.ok && result.run.scenario.servers.each).toEqual([{}, { speed: 2, startMs: 1000 }]);
  });

  it('puts interventions in order of time, and leaves those at the same time as they are', () => {
    const result = parseScenario({
      interventions: [
        { at: '3s', do: 'kill-server', server: 'C' },
        { at: 500, do: 'add-server' },
        { at: '3s', do: 'restart-server', server: 'C' },
        { at: '0.5s', do: 'set-think-time', mean: '2s' },
      ],
    });
    expect(result.ok && result.run.interventions).toEqual([
      { atMs: 500, do: 'add-server' },
      { atMs: 500, do: 'set-think-time', meanMs: 2000 },
      { atMs: 3000, do: 'kill-server', server: 2 },
      { atMs: 3000, do: 'restart-server', server: 2, graceful: false },
    ]);
  });

  it('puts a script in order of time, and leaves the choice to the person where it says nothing', () => {
    const result = parseScenario({
      people: {
        script: [
          { at: '2s', user: 1, ask: 'page' },
          { at: '1s', user: 0, ask: 'login' },
          { at: '2s', user: 0 },
        ],
      },
    });
    expect(result.ok && result.run.scenario.people.script).toEqual([
      { atMs: 1000, user: 0, ask: 'login' },
      { atMs: 2000, user: 1, ask: 'page' },
      { atMs: 2000, user: 0, ask: null },
    ]);
  });

  it('puts recorded traffic in order of time', () => {
    const result = parseScenario({
      visitors: {
        shape: 'rates',
        rates: [
          { at: '2s', perSecond: 5 },
          { at: 0, perSecond: 1 },
        ],
        arrivals: [],
      },
    });
    expect(result.ok && result.run.scenario.visitors.rates).toEqual([
      { atMs: 0, perSecond: 1 },
      { atMs: 2000, perSecond: 5 },
    ]);
  });
});

const duration = 'expected a duration such as "500ms", "2s" or "5min", from 0ms to 30d';

const POLICIES = POLICY_IDS.map((id) => `"${id}"`).join(', ');

describe('a wrong file', () => {
  it.each([
    [
      '',
      'line 1, column 1: expected a value (text in double quotes, a number, true, false, null, {…} or […]), found the end of the text.',
    ],
    ['{\n  "seed": 1,\n}', 'line 3, column 1: expected a name in double quotes, found }.'],
    ['{"seed": 1 "until": 2}', 'line 1, column 12: expected a comma or a closing }, found ".'],
    ['{"seed": 07}', 'line 1, column 11: expected a comma or a closing }, found 7.'],
    ["{'seed': 7}", "line 1, column 2: expected a name in double quotes, found '."],
    ['{"seed": 1}}', 'line 1, column 12: expected nothing more after the end, found }.'],
    ['{"name": "a\nb"}', 'line 1, column 12: expected the closing double quote on the same line, found \\n.'],
    [
      '{"name": "C:\\x"}',
      'line 1, column 13: expected one of \\" \\\\ \\/ \\b \\f \\n \\r \\t \\u0000 after the backslash, found \\.',
    ],
    [
      '{"seed": 1, "seed": 2}',
      'line 1, column 13: the name "seed" occurs twice in the same object. Remove one of them.',
    ],
    ['['.repeat(100_000), 'line 1, column 51: expected fewer levels of nesting.'],
    [' '.repeat(2_000_001), 'the file: expected at most 2000000 characters, found 2000001.'],
  ])('as text: %.20j', (text, message) => {
    expect(mistakes(text)).toEqual([message]);
  });

  it.each<[unknown, string]>([
    [null, 'the file: expected an object {…}, found null.'],
    [[], 'the file: expected an object {…}, found [].'],
    [{ pepole: {} }, 'pepole: there is no setting of this name. Did you mean "people"?'],
    [{ hops: { userMs: 3 } }, 'hops.userMs: there is no setting of this name. Did you mean "user"?'],
    [
      { store: { capacity: 3 } },
      'store.capacity: there is no setting of this name. Known here: kind, shards, sharding, replicas, lag, minReplicas, maxLag, sentinel, cluster, consensus, latency, perSecond, timeout, whenDown, maxSessions, whenFull, persistence.',
    ],
    [
      JSON.parse('{ "__proto__": 1, "hops": { "toString": 1 } }'),
      'hops.toString: there is no setting of this name. Known here: user, server, edge, origin.',
    ],
    [{ people: [] }, 'people: expected an object {…}, found [].'],
    [{ people: { count: 100_001 } }, 'people.count: expected a whole number from 0 to 100000, found 100001.'],
    [{ people: { count: '8' } }, 'people.count: expected a whole number from 0 to 100000, found "8".'],
    [{ people: { count: 1.5 } }, 'people.count: expected a whole number from 0 to 100000, found 1.5.'],
    [{ people: { count: Number.NaN } }, 'people.count: expected a whole number from 0 to 100000, found NaN.'],
    [
      { people: { pagesPerVisit: -1 } },
      'people.pagesPerVisit: expected a whole number from 0 to 10000, or null, found -1.',
    ],
    [{ people: { cartShare: 2 } }, 'people.cartShare: expected a number from 0 to 1, found 2.'],
    [{ visitors: { perSecond: -1 } }, 'visitors.perSecond: expected a number from 0 to 100000, found -1.'],
    [{ servers: { count: 301 } }, 'servers.count: expected a whole number from 0 to 300, found 301.'],
    [{ servers: { workers: 0 } }, 'servers.workers: expected a whole number from 1 to 10000, found 0.'],
    [{ servers: { speed: 0 } }, 'servers.speed: expected a number from 0.01 to 100, found 0.'],
    [{ servers: { each: {} } }, 'servers.each: expected a list […] of at most 300, found {}.'],
    [{ servers: { count: 1, each: [{}, {}] } }, 'servers.each: expected a list […] of at most 1, found 2.'],
    [
      { servers: { each: [{ count: 1 }] } },
      'servers.each[0].count: there is no setting of this name. Known here: workers, queueLimit, speed, weight, zone, start, restart, resize, size, vcpus, usdPerHour, warmUp, coldSpeed.',
    ],
    [{ hops: { user: '75 milliseconds' } }, `hops.user: ${duration}, found "75 milliseconds".`],
    [{ hops: { user: -1 } }, `hops.user: ${duration}, found -1.`],
    [{ hops: { user: '31d' } }, `hops.user: ${duration}, found "31d".`],
    [{ hops: { user: null } }, `hops.user: ${duration}, found null.`],
    [{ until: true }, `until: ${duration}, found true.`],
    [{ sessions: { idle: 'never' } }, `sessions.idle: ${duration}, or null, found "never".`],
    [
      { service: { page: 'fast' } },
      'service.page: expected a duration such as "500ms" or a distribution such as { "kind": "exponential", "mean": "80ms" }, with a mean of at least 0ms, found "fast".',
    ],
    [
      { people: { think: 0 } },
      'people.think: expected a duration such as "500ms" or a distribution such as { "kind": "exponential", "mean": "80ms" }, with a mean of at least 1ms, found 0.',
    ],
    [
      { people: { think: [] } },
      'people.think: expected a duration such as "500ms" or a distribution such as { "kind": "exponential", "mean": "80ms" }, with a mean of at least 1ms, found [].',
    ],
    [
      { people: { think: { kind: 'lognorm', mean: 3 } } },
      'people.think.kind: expected one of "exponential", "uniform", "lognormal", "hyperexponential", found "lognorm". Did you mean "lognormal"?',
    ],
    [
      { people: { think: { mean: 3 } } },
      'people.think.kind: expected one of "exponential", "uniform", "lognormal", "hyperexponential", but it is missing.',
    ],
    [{ people: { think: { kind: 'exponential', mean: 'x' } } }, `people.think.mean: ${duration}, found "x".`],
    [
      { people: { think: { kind: 'lognormal', mean: 3 } } },
      'people.think.cv: expected a number from 0.01 to 100, but it is missing.',
    ],
    [
      { people: { think: { kind: 'hyperexponential', mean: 3, cv: 0.9 } } },
      'people.think.cv: expected a number from 1 to 100, found 0.9.',
    ],
    [
      { people: { think: { kind: 'uniform', min: '2s', max: '1s' } } },
      'people.think.max: expected a duration that is not below "min", found "1s".',
    ],
    [
      { balancer: { policy: 'least-conections' } },
      `balancer.policy: expected one of ${POLICIES}, found "least-conections". Did you mean "least-connections"?`,
    ],
    [{ balancer: { policy: 3 } }, `balancer.policy: expected one of ${POLICIES}, found 3.`],
    [
      { balancer: { serverNames: ['a:1', 'b c'] } },
      'balancer.serverNames[1]: expected a name or address of a server such as "10.0.0.1:8080", without spaces, found "b c".',
    ],
    [
      { balancer: { retries: 21 } },
      'balancer.retries: expected a whole number from 0 to 20, or null, found 21.',
    ],
    [
      { balancer: { health: { interval: 0 } } },
      'balancer.health.interval: expected a duration such as "500ms", "2s" or "5min", from 1ms to 30d, found 0.',
    ],
    [
      { sessions: { strategy: 'Memory' } },
      'sessions.strategy: expected one of "memory", "sticky", "replicated", "shared", "token", found "Memory". Did you mean "memory"?',
    ],
    [
      {
        people: {
          count: 2,
          script: [
            { at: 9, user: 1 },
            { at: 1, user: 2 },
          ],
        },
      },
      'people.script[1].user: expected the number of a person, 0 to 1, found 2.',
    ],
    [
      { people: { count: 0, script: [{ at: 1, user: 0 }] } },
      'people.script[0].user: expected a person to be there ("people.count" above 0), found 0.',
    ],
    [
      { people: { script: [{ at: 1, user: 0, ask: 'buy' }] } },
      'people.script[0].ask: expected one of "login", "page", "cart", "logout", found "buy".',
    ],
    [{ people: { script: {} } }, 'people.script: expected a list […] of at most 30000, found {}.'],
    [
      { visitors: { rates: [{ at: 1 }] } },
      'visitors.rates[0].perSecond: expected a number from 0 to 100000, but it is missing.',
    ],
    [
      { visitors: { shape: 'rates' } },
      'visitors.shape: expected the list "visitors.rates", which the shape "rates" plays back, found "rates".',
    ],
    [
      {
        visitors: { rates: [] },
        interventions: [
          { at: 2, do: 'set', setting: 'visitors.shape', value: 'arrivals' },
          { at: 1, do: 'set', setting: 'visitors.shape', value: 'rates' },
        ],
      },
      'interventions[0]: expected the list "visitors.arrivals", which the shape "arrivals" plays back, found "arrivals".',
    ],
    [{ seed: -1 }, 'seed: expected a whole number from 0 to 4294967295, found -1.'],
    [{ name: 'x'.repeat(201) }, 'name: expected text of at most 200 characters.'],
    [{ title: 'x' }, 'title: expected an object {…}, found "x".'],
    [{ interventions: {} }, 'interventions: expected a list […] of at most 10000, found {}.'],
    [{ interventions: ['x'] }, 'interventions[0]: expected an object {…}, found "x".'],
    [{ interventions: [[]] }, 'interventions[0]: expected an object {…}, found [].'],
    [{ interventions: [{ do: 'add-server' }] }, `interventions[0].at: ${duration}, but it is missing.`],
    [
      { interventions: [{ at: 1, do: 'add-server', server: 'A' }] },
      'interventions[0].server: there is no setting of this name. Known here: at, do.',
    ],
    [
      { interventions: [{ at: 1, do: 'kill-server' }] },
      'interventions[0].server: expected the name of a server ("A", "B", …), but it is missing.',
    ],
    [
      { interventions: [{ at: 1, do: 'kill-server', server: 0 }] },
      'interventions[0].server: expected the name of a server ("A", "B", …), found 0.',
    ],
    [
      { interventions: [{ at: 1, do: 'restart-server', server: 'A', graceful: 'yes' }] },
      'interventions[0].graceful: expected true or false, found "yes".',
    ],
    [
      {
        interventions: [
          { at: 2, do: 'add-server' },
          { at: 1, do: 'kill-server', server: 'C' },
        ],
      },
      'interventions[1].server: expected a server that exists by then ("A" to "B"), found "C".',
    ],
    [
      { servers: { count: 0 }, interventions: [{ at: 1, do: 'kill-server', server: 'A' }] },
      'interventions[0].server: expected an "add-server" before this, since there is no server by then, found "A".',
    ],
    [
      { servers: { count: 300 }, interventions: [{ at: 1, do: 'add-server' }] },
      'interventions[0]: expected at most 300 servers in a run; this would be number 301.',
    ],
  ])('as a value: %j', (file, message) => {
    expect(mistakes(file)).toContain(message);
  });

  it('has every mistake told at once', () => {
    const file = {
      seed: 'x',
      servers: { wrokers: 3, wieght: 1, count: -1 },
      interventions: [{ at: '1s', do: 'kil-server', server: 'A' }],
    };
    expect(mistakes(file)).toEqual([
      'servers.wrokers: there is no setting of this name. Did you mean "workers"?',
      'servers.wieght: there is no setting of this name. Did you mean "weight"?',
      'servers.count: expected a whole number from 0 to 300, found -1.',
      'seed: expected a whole number from 0 to 4294967295, found "x".',
      expect.stringMatching(
        /^interventions\[0\]\.do: expected one of "add-server", .* Did you mean "kill-server"\?$/,
      ),
    ]);
  });

  it('says where, what was expected and what was found as data too', () => {
    expect(parseScenario({ people: { count: -1 } })).toEqual({
      ok: false,
      problems: [
        {
          path: ['people', 'count'],
          code: 'out-of-range',
          expected: { what: 'whole-number', least: 0, most: 100_000 },
          found: '-1',
        },
      ],
    });
  });

  it('never throws, tells every mistake once, and finds words for it, whatever stands where', () => {
    const places = placesIn(everything);
    const value = fc.oneof(
      fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
      fc.constantFrom(null, undefined, [], {}, [[]], -1.5, 1e300, 'A', '1s', Number.NaN, true),
    );
    expect(parseScenario(everything).ok).toBe(true);
    fc.assert(
      fc.property(fc.constantFrom(...places), value, (place, changed) => {
        const result = parseScenario(withValue(everything, place, changed));
        const said = result.ok ? [] : result.problems.map(problemText);
        expect(said.length > 0).toBe(!result.ok);
        expect(new Set(said).size).toBe(said.length);
        for (const sentence of said) expect(sentence).not.toMatch(/undefined|\[object/);
      }),
      { numRuns: 2000 },
    );
  });
});

/** A file with every field. */
const everything = {
  name: 'n',
  title: { en: 'e', ko: 'k' },
  people: {
    count: 1,
    think: { kind: 'uniform', min: 1, max: '2s' },
    retype: { kind: 'lognormal', mean: 3, cv: 1 },
    cartShare: 0,
    pagesPerVisit: null,
    leaveChance: 0,
    leaveAfter: 3,
    script: [{ at: 1, user: 0, ask: 'page' }],
  },
  visitors: {
    ...{ perSecond: 1, shape: 'wave', peakPerSecond: 9, begin: 1, length: '1d' },
    rates: [{ at: 1, perSecond: 2 }],
    arrivals: [{ at: 1 }],
  },
  patience: {
    ...{ wait: '3s', retries: 2, delay: 1, backoff: true },
    ...{ longestDelay: 5, jitter: false, leaves: true },
  },
  servers: {
    count: 3,
    ...{ workers: 1, queueLimit: null, speed: 1, weight: 1, start: 1, restart: 1 },
    each: [{ speed: 2 }, { queueLimit: null, start: 3 }],
  },
  balancer: {
    policy: 'random',
    health: { interval: 1, timeout: 1, fall: 1, rise: 1 },
    detection: { checks: 'off', newcomers: 'checked', allDown: 'all', maxFails: 1, failTimeout: 1 },
    ...{ retries: 1, connectTimeout: 1, answerTimeout: null, drain: 1 },
  },
  sessions: { strategy: 'sticky', idle: null },
  store: {
    kind: 'redis-sentinel',
    ...{ replicas: 1, lag: 1, minReplicas: 1, maxLag: 1 },
    sentinel: { downAfter: 1, failover: 1 },
    cluster: { nodeTimeout: 1, failover: 1, fullCoverage: false },
    consensus: { election: 1, staleReads: true },
    latency: 1,
    perSecond: 2,
    timeout: 1,
    whenDown: 'fail',
    maxSessions: 4,
    whenFull: 'evict',
    persistence: 'aof',
  },
  files: { perPage: 1, count: 2, zipf: 0.5 },
  autoscaler: {
    ...{ on: true, least: 2, most: 3, targetPercent: 50 },
    ...{ tolerancePercent: 5, period: '1s', coolDown: '10s' },
  },
  cdn: {
    ...{ on: true, nodes: 3, keeps: 'files', ttl: 1, coalesces: true },
    ...{ longestWait: 1, staleWhileRevalidate: 1, staleIfError: '1h' },
  },
  pageCache: {
    ...{ at: 'servers', ttl: 1, coalesces: true },
    ...{ longestWait: 1, staleWhileRevalidate: 1, staleIfError: '1h' },
  },
  service: { page: 3, login: { kind: 'exponential', mean: 3 }, refusal: 1, file: 1, cached: 1 },
  hops: { user: 1, server: 2, edge: 1, origin: 1 },
  zones: { count: 2, hop: 1, leaders: 2, majority: 1 },
  seed: 1,
  until: 3,
  interventions: [
    { at: 1, do: 'add-server' },
    { at: 2, do: 'restart-server', server: 'D', graceful: true },
    { at: 3, do: 'set-think-time', mean: 4 },
    { at: 3, do: 'set-visitors', perSecond: 4 },
    { at: 3, do: 'set-policy', policy: 'random' },
  ],
};

function placesIn(value: unknown, place: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [place];
  return [place, ...Object.entries(value).flatMap(([key, item]) => placesIn(item, [...place, key]))];
}

function withValue(file: unknown, [key, ...rest]: string[], value: unknown): unknown {
  if (key === undefined) return value;
  const copy = (Array.isArray(file) ? [...file] : { ...(file as object) }) as Record<string, unknown>;
  copy[key] = withValue(copy[key], rest, value);
  return copy;
}
