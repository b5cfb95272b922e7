import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action, Intervention } from '../engine/intervention.ts';
import { POLICY_IDS } from '../engine/policies/index.ts';
import type { Distribution } from '../engine/random/distributions.ts';
import { REPLAYS, RETRY_TARGETS } from '../engine/retries.ts';
import type { People, Scenario, ServerSettings } from '../engine/scenario.ts';
import { SIZE_IDS } from '../engine/sizes.ts';
import { SECRETS } from '../engine/state/keys.ts';
import { MISS_MODES } from '../engine/state/sessions.ts';
import { REVOCATIONS } from '../engine/state/tokens.ts';
import { STORE_KIND_IDS } from '../engine/store/kinds.ts';
import { STRATEGY_IDS } from '../engine/strategies/index.ts';
import { SHAPE_IDS } from '../engine/traffic/index.ts';
import { DEFAULT_SCENARIO } from './defaults.ts';
import { formatScenario } from './formatScenario.ts';
import { SCENARIO_IDS, SCENARIOS } from './library/index.ts';
import { parseScenario, type ScenarioDocument } from './parseScenario.ts';

/** Durations of all sizes: whole seconds, odd fractions, and numbers that print with an exponent. */
const ms = (least = 0) =>
  fc.oneof(
    fc.integer({ min: least, max: 100_000_000 }),
    fc.integer({ min: least === 0 ? 0 : 1, max: 700 }).map((hours) => hours * 3_600_000),
    fc.double({ min: least, max: 2_592_000_000, noNaN: true }).map((value) => value + 0),
    fc.constantFrom(1.005e3, 1e-7 + least, 1.1, 2_592_000_000),
  );
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const failure = () => fc.integer({ min: 502, max: 504 });
const share = fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0);
const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });

const byTime = <T extends { atMs: number }>(list: T[]): T[] => list.sort((a, b) => a.atMs - b.atMs);

const distribution: fc.Arbitrary<Distribution> = fc.oneof(
  fc.record({ kind: fc.constant('constant' as const), meanMs: ms(1) }),
  fc.record({ kind: fc.constant('exponential' as const), meanMs: ms(1) }),
  fc
    .tuple(ms(1), ms(1))
    .map(([a, b]) => ({ kind: 'uniform' as const, minMs: Math.min(a, b), maxMs: Math.max(a, b) })),
  fc.record({ kind: fc.constant('lognormal' as const), meanMs: ms(1), cv: between(0.01, 100) }),
  fc.record({ kind: fc.constant('hyperexponential' as const), meanMs: ms(1), cv: between(1, 100) }),
);

const server: fc.Arbitrary<ServerSettings> = fc.record({
  workers: fc.integer({ min: 1, max: 10_000 }),
  queueLimit: orNull(fc.integer({ min: 0, max: 1_000_000 })),
  speed: between(0.01, 100),
  weight: between(0, 1000),
  zone: orNull(fc.constantFrom(1, 2)),
  startMs: ms(),
  restartMs: ms(),
  resizeMs: ms(),
  size: orNull(fc.constantFrom(...SIZE_IDS)),
  vcpus: orNull(between(0.1, 10_000)),
  usdPerHour: orNull(between(0, 100_000)),
  warmUpMs: ms(),
  coldSpeed: between(0.01, 1),
});

const singleServer: fc.Arbitrary<Partial<ServerSettings>> = fc
  .tuple(
    server,
    fc.subarray([
      'workers',
      'queueLimit',
      'speed',
      'weight',
      'startMs',
      'restartMs',
      'size',
      'vcpus',
    ] as const),
  )
  .map(([settings, keys]) => Object.fromEntries(keys.map((key) => [key, settings[key]])));

const people: fc.Arbitrary<People> = fc
  .record({
    count: fc.integer({ min: 0, max: 100_000 }),
    think: distribution,
    retype: distribution,
    cartShare: share,
    pagesPerVisit: orNull(fc.integer({ min: 0, max: 10_000 })),
    sharedAddress: share,
    leaveChance: share,
    leaveAfter: orNull(fc.integer({ min: 0, max: 1000 })),
    script: orNull(
      fc.array(
        fc.record({
          atMs: ms(),
          user: fc.nat(9),
          ask: orNull(fc.constantFrom('login', 'page', 'cart', 'logout')),
        }),
        { maxLength: 4 },
      ),
    ),
  })
  .map((all) => ({
    ...all,
    script: all.script?.filter(({ user }) => user < all.count).sort((a, b) => a.atMs - b.atMs) ?? null,
  }));

const cacheRules = {
  ttlMs: ms(),
  coalesces: fc.boolean(),
  longestWaitMs: ms(),
  staleWhileRevalidateMs: ms(),
  staleIfErrorMs: ms(),
};

const scenario: fc.Arbitrary<Scenario> = fc.record({
  people,
  visitors: fc.record({
    perSecond: between(0, 100_000).map((value) => value + 0),
    shape: fc.constantFrom(...SHAPE_IDS),
    peakPerSecond: between(0, 100_000).map((value) => value + 0),
    beginMs: ms(),
    lengthMs: ms(1),
    rates: fc.array(fc.record({ atMs: ms(), perSecond: share }), { maxLength: 3 }).map(byTime),
    arrivals: fc.array(fc.record({ atMs: ms() }), { maxLength: 3 }).map(byTime),
  }),
  patience: fc.record({
    waitMs: orNull(ms(1)),
    retries: fc.integer({ min: 0, max: 20 }),
    delayMs: ms(),
    backoff: fc.boolean(),
    longestDelayMs: ms(),
    jitter: fc.boolean(),
    leaves: fc.boolean(),
  }),
  files: fc.record({
    perPage: fc.integer({ min: 0, max: 50 }),
    count: fc.integer({ min: 1, max: 10_000 }),
    zipf: between(0, 3).map((value) => value + 0),
  }),
  autoscaler: fc.record({
    on: fc.boolean(),
    least: fc.integer({ min: 1, max: 9 }),
    most: fc.integer({ min: 9, max: 300 }),
    targetPercent: fc.integer({ min: 1, max: 100 }),
    tolerancePercent: fc.integer({ min: 0, max: 100 }),
    periodMs: fc.integer({ min: 100, max: 60_000 }),
    coolDownMs: fc.nat(600_000),
  }),
  cdn: fc.record({
    on: fc.boolean(),
    nodes: fc.integer({ min: 1, max: 50 }),
    keeps: fc.constantFrom('files', 'public-pages', 'all-pages'),
    ...cacheRules,
  }),
  pageCache: fc.record({ at: fc.constantFrom('nowhere', 'balancer', 'servers'), ...cacheRules }),
  service: fc.record({
    page: distribution,
    login: distribution,
    refusalMs: ms(),
    contention: share,
    coherency: share,
    file: distribution,
    cachedMs: ms(),
  }),
  hops: fc.record({ userMs: ms(), serverMs: ms(), edgeMs: ms(), originMs: ms() }),
  servers: fc
    .record({
      common: server,
      count: fc.integer({ min: 0, max: 290 }),
      each: fc.option(fc.array(singleServer, { maxLength: 3 })),
    })
    .map(({ common, count, each }) => ({
      ...common,
      count,
      ...(each === null ? {} : { each: each.slice(0, count) }),
    })),
  balancer: fc.record({
    policy: fc.constantFrom(...POLICY_IDS),
    hashKey: fc.constantFrom('user', 'address'),
    loadFactor: between(101, 10_000),
    serverNames: orNull(
      fc.array(fc.constantFrom('a', '10.1.2.3:80', '[::1]:8080', 'a%b!~'), { maxLength: 3 }),
    ),
    choices: fc.integer({ min: 1, max: 100 }),
    ewmaDecayMs: ms(1),
    ewmaStartMs: ms(1),
    health: fc.record({
      intervalMs: ms(1),
      timeoutMs: ms(1),
      fall: fc.integer({ min: 1, max: 100 }),
      rise: fc.integer({ min: 1, max: 100 }),
    }),
    detection: fc.record({
      checks: fc.constantFrom('after-each', 'grid', 'off'),
      newcomers: fc.constantFrom('at-once', 'checked'),
      allDown: fc.constantFrom('none', 'all'),
      maxFails: fc.integer({ min: 0, max: 100 }),
      failTimeoutMs: ms(),
    }),
    retries: fc.option(fc.integer({ min: 0, max: 20 })),
    retryTo: fc.constantFrom(...RETRY_TARGETS),
    retryDelayMs: ms(),
    replay: fc.constantFrom(...REPLAYS),
    connectTimeoutMs: ms(),
    queueTimeoutMs: orNull(ms()),
    answerTimeoutMs: orNull(ms()),
    affinity: fc.constantFrom('cookie', 'address'),
    affinityTimeoutMs: orNull(ms()),
    drainMs: ms(),
    slowStartMs: ms(),
    count: fc.constantFrom(1, 2),
    takeOverMs: ms(),
    status: fc.record({
      refused: failure(),
      unanswered: failure(),
      noServer: failure(),
      queueTimeout: failure(),
    }),
  }),
  sessions: fc.record({
    strategy: fc.constantFrom(...STRATEGY_IDS),
    idleMs: orNull(ms()),
    lifetimeMs: orNull(ms()),
    onMiss: fc.constantFrom(...MISS_MODES),
    maxPerServer: orNull(fc.integer({ min: 1, max: 1_000_000 })),
    copies: fc.record({ lag: distribution, perCopyMs: ms(), waits: fc.boolean() }),
    secret: fc.constantFrom(...SECRETS),
    size: fc.record({ base: fc.nat(1_000_000), item: fc.nat(1_000_000) }),
    token: fc.record({ ttlMs: orNull(ms()), revocation: fc.constantFrom(...REVOCATIONS) }),
  }),
  zones: fc.record({
    count: fc.constantFrom(1, 2),
    hopMs: ms(),
    leaders: fc.constantFrom(1, 2),
    majority: fc.constantFrom(1, 2),
  }),
  store: fc.record({
    kind: fc.constantFrom(...STORE_KIND_IDS),
    shards: fc.integer({ min: 1, max: 6 }),
    sharding: fc.constantFrom('modulo', 'consistent'),
    replicas: fc.constant(2),
    lag: distribution,
    minReplicas: fc.integer({ min: 0, max: 2 }),
    maxLagMs: ms(),
    sentinel: fc.record({ downAfterMs: ms(), failoverMs: ms() }),
    cluster: fc.record({ nodeTimeoutMs: ms(), failoverMs: ms(), fullCoverage: fc.boolean() }),
    consensus: fc.record({ electionMs: ms(), staleReads: fc.boolean() }),
    latency: distribution,
    perSecond: orNull(between(0.1, 10_000_000)),
    timeoutMs: ms(),
    whenDown: fc.constantFrom('wait', 'fail'),
    maxSessions: orNull(fc.integer({ min: 1, max: 1_000_000 })),
    whenFull: fc.constantFrom('refuse', 'evict'),
    persistence: fc.constantFrom('none', 'aof', 'rdb'),
  }),
});

/** With server numbers from 0 to 9 at most, which the arbitrary below makes sure are there. */
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.constantFrom<Action[]>(
    { do: 'add-server' },
    { do: 'kill-store' },
    { do: 'restart-store', node: 2 },
    { do: 'partition' },
    { do: 'heal' },
  ),
  fc.record({
    do: fc.constantFrom('kill-server', 'hang-server', 'drain-server', 'resume-server', 'remove-server'),
    server: fc.nat(9),
  }) as fc.Arbitrary<Action>,
  fc.record({
    do: fc.constant('restart-server' as const),
    server: fc.nat(9),
    graceful: fc.boolean(),
  }),
  fc.record({ do: fc.constant('set-strategy' as const), strategy: fc.constantFrom(...STRATEGY_IDS) }),
  fc.record({ do: fc.constant('set-policy' as const), policy: fc.constantFrom(...POLICY_IDS) }),
  fc.record({ do: fc.constant('set-think-time' as const), meanMs: ms(1) }),
  fc.record({ do: fc.constant('set-visitors' as const), perSecond: share }),
);

const interventions = (atStart: number): fc.Arbitrary<Intervention[]> =>
  fc.array(fc.record({ atMs: ms(), action }), { maxLength: 8 }).map((all) =>
    all
      .filter((one) => !('server' in one.action) || one.action.server < atStart)
      .sort((a, b) => a.atMs - b.atMs)
      .map((one) => ({ atMs: one.atMs, ...one.action })),
  );

const words = fc.string({ maxLength: 200 }).filter((text) => text.length <= 200);

const anyDocument: fc.Arbitrary<ScenarioDocument> = scenario.chain((given) =>
  fc
    .record({
      interventions: interventions(given.servers.count),
      seed: fc.integer({ min: 0, max: 4_294_967_295 }),
      untilMs: ms(),
      more: fc.record(
        { name: words, title: fc.record({ en: words, ko: words }, { requiredKeys: [] }) },
        { requiredKeys: [] },
      ),
    })
    .map(({ more, ...run }) => ({ run: { scenario: given, ...run }, ...more })),
);

describe('formatScenario', () => {
  it('leaves out what is as usual', () => {
    const run = { scenario: DEFAULT_SCENARIO, seed: 1, interventions: [], untilMs: 60_000 };
    expect(formatScenario({ run })).toBe('{}\n');
  });

  it('writes an intervention on a line', () => {
    const scenario = {
      ...DEFAULT_SCENARIO,
      people: {
        ...DEFAULT_SCENARIO.people,
        think: { kind: 'uniform', minMs: 1500, maxMs: 120_000 } as const,
      },
      balancer: {
        ...DEFAULT_SCENARIO.balancer,
        health: { ...DEFAULT_SCENARIO.balancer.health, fall: 2 },
      },
    };
    const text = formatScenario({
      name: 'n',
      title: { en: 'T' },
      run: {
        scenario,
        seed: 5,
        untilMs: 90_000,
        interventions: [
          { atMs: 3200, do: 'kill-server', server: 0 },
          { atMs: 4000.5, do: 'restart-server', server: 26, graceful: true },
        ],
      },
    });
    expect(text).toBe(`{
  "name": "n",
  "title": { "en": "T" },
  "people": { "think": { "kind": "uniform", "min": "1.5s", "max": "2min" } },
  "balancer": { "health": { "fall": 2 } },
  "seed": 5,
  "until": "90s",
  "interventions": [
    { "at": "3.2s", "do": "kill-server", "server": "A" },
    { "at": "4000.5ms", "do": "restart-server", "server": "AA", "graceful": true }
  ]
}
`);
  });

  it.each(SCENARIO_IDS)('writes %s of the library so that it can be read again', (id) => {
    const run = { scenario: SCENARIOS[id], seed: 1, interventions: [], untilMs: 60_000 };
    expect(parseScenario(formatScenario({ run }))).toEqual({ ok: true, run });
  });

  it('is undone by parseScenario', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const text = formatScenario(document);
        const result = parseScenario(text);
        expect(result).toEqual({ ok: true, ...document });
        if (result.ok) expect(formatScenario(result)).toBe(text);
      }),
    );
  });
});
