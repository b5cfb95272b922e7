/**
 * Random runs for fast-check: small worlds full of trouble, with many equal times and zero durations. The
 * library is passed in, because only tests may need it.
 */
import type * as FastCheck from 'fast-check';
import type { Action, ActionKind, Intervention } from '../intervention.ts';
import { POLICY_IDS } from '../policies/index.ts';
import type { Distribution } from '../random/distributions.ts';
import { REPLAYS, RETRY_TARGETS } from '../retries.ts';
import type { People, Scenario, ScriptLine, Visitors } from '../scenario.ts';
import type { SettingPath, SettingValue } from '../settings.ts';
import type { Run } from '../simulation.ts';
import type { SizeId } from '../sizes.ts';
import { STORE_KIND_IDS } from '../store/kinds.ts';
import { STRATEGY_IDS } from '../strategies/index.ts';
import { SHAPE_IDS } from '../traffic/index.ts';

type Fc = typeof FastCheck.default;

/** How long the runs are meant to go on: interventions lie within. */
export const RUN_MS = 20_000;

export function arbitraryRun(fc: Fc): FastCheck.Arbitrary<Run> {
  return fc.record({
    scenario: arbitraryScenario(fc),
    seed: fc.nat(0xffffffff),
    interventions: fc.array(arbitraryIntervention(fc), { maxLength: 24, size: 'max' }).map(inOrder),
  });
}

/** A run in which nobody does these things. */
export function arbitraryRunWithout(fc: Fc, ...kinds: ActionKind[]): FastCheck.Arbitrary<Run> {
  return arbitraryRun(fc).map((run) => ({
    ...run,
    interventions: run.interventions.filter((i) => !kinds.includes(i.do)),
  }));
}

function inOrder(list: Intervention[]): Intervention[] {
  return list.sort((a, b) => a.atMs - b.atMs);
}

function arbitraryScenario(fc: Fc): FastCheck.Arbitrary<Scenario> {
  const server = {
    workers: fc.integer({ min: 1, max: 3 }),
    queueLimit: fc.constantFrom(null, 0, 1, 5),
    speed: fc.constantFrom(1, 0.5, 3),
    weight: fc.constantFrom(1, 2, 5, 0),
    zone: fc.constantFrom(null, 1, 2),
    startMs: fc.constantFrom(0, 1500),
    restartMs: fc.constantFrom(0, 500, 4000),
    resizeMs: fc.constantFrom(0, 2500),
    size: fc.constantFrom(null, null, 't3.micro', 'm7i.4xlarge'),
    vcpus: fc.constantFrom(null, null, 0.5, 1, 2),
    usdPerHour: fc.constantFrom(null, 1),
    warmUpMs: fc.constantFrom(0, 0, 1000),
    coldSpeed: fc.constantFrom(0.5, 0.1, 1),
  };
  return fc.record({
    people: arbitraryPeople(fc),
    visitors: arbitraryVisitors(fc),
    patience: fc.record({
      waitMs: fc.constantFrom(null, null, 1, 200, 1000),
      retries: fc.constantFrom(0, 0, 1, 3),
      delayMs: fc.constantFrom(0, 50, 1000),
      backoff: fc.boolean(),
      longestDelayMs: fc.constantFrom(0, 2000),
      jitter: fc.boolean(),
      leaves: fc.constantFrom(false, false, true),
    }),
    files: fc.record({
      perPage: fc.constantFrom(0, 0, 0, 2),
      count: fc.constantFrom(1, 3),
      zipf: fc.constantFrom(0, 1),
    }),
    autoscaler: fc.record({
      on: fc.boolean(),
      least: fc.constantFrom(1, 2),
      most: fc.constantFrom(2, 5),
      targetPercent: fc.constantFrom(20, 60, 100),
      tolerancePercent: fc.constantFrom(0, 10),
      periodMs: fc.constantFrom(500, 2000),
      coolDownMs: fc.constantFrom(0, 3000),
    }),
    cdn: fc.record({
      on: fc.boolean(),
      nodes: fc.constantFrom(1, 2),
      keeps: fc.constantFrom('files', 'public-pages', 'all-pages'),
      ...cacheRules(fc),
    }),
    pageCache: fc.record({ at: fc.constantFrom('nowhere', 'balancer', 'servers'), ...cacheRules(fc) }),
    service: fc.record({
      page: duration(fc, [0, 20, 400]),
      login: duration(fc, [0, 50, 400]),
      refusalMs: fc.constantFrom(0, 1, 100),
      contention: fc.constantFrom(0, 0, 0.05, 1),
      coherency: fc.constantFrom(0, 0, 0.02),
      file: duration(fc, [0, 10]),
      cachedMs: fc.constantFrom(0, 1),
    }),
    hops: fc.record({
      userMs: fc.constantFrom(0, 0, 40),
      serverMs: fc.constantFrom(0, 0, 3),
      edgeMs: fc.constantFrom(0, 0, 10),
      originMs: fc.constantFrom(0, 0, 30),
    }),
    servers: fc.record({
      count: fc.constantFrom(0, 1, 2, 3, 3, 4),
      ...server,
      each: fc.array(fc.record(server, { requiredKeys: [] }), { maxLength: 4 }),
    }),
    balancer: fc.record({
      policy: fc.constantFrom(...POLICY_IDS),
      hashKey: fc.constantFrom('user', 'address'),
      loadFactor: fc.constantFrom(101, 125, 300),
      serverNames: fc.constantFrom(null, ['b.example:80', 'a.example']),
      choices: fc.constantFrom(1, 2, 5),
      ewmaDecayMs: fc.constantFrom(1, 10_000),
      ewmaStartMs: fc.constantFrom(1, 1000),
      health: fc.record({
        intervalMs: fc.constantFrom(500, 2000),
        timeoutMs: fc.constantFrom(0, 300, 2000),
        fall: fc.integer({ min: 1, max: 3 }),
        rise: fc.integer({ min: 1, max: 3 }),
      }),
      detection: fc.record({
        checks: fc.constantFrom('after-each', 'grid', 'off'),
        newcomers: fc.constantFrom('at-once', 'checked'),
        allDown: fc.constantFrom('none', 'all'),
        maxFails: fc.constantFrom(0, 1, 3),
        failTimeoutMs: fc.constantFrom(0, 1000, 3000),
      }),
      retries: fc.constantFrom(0, 1, 2, 3, 6, null),
      retryTo: fc.constantFrom(...RETRY_TARGETS),
      retryDelayMs: fc.constantFrom(0, 100, 1000),
      replay: fc.constantFrom(...REPLAYS),
      connectTimeoutMs: fc.constantFrom(0, 300, 5000),
      queueTimeoutMs: fc.constantFrom(null, null, 100, 5000),
      answerTimeoutMs: fc.constantFrom(null, 300, 5000),
      affinity: fc.constantFrom('cookie', 'cookie', 'address'),
      affinityTimeoutMs: fc.constantFrom(null, 0, 2000),
      drainMs: fc.constantFrom(0, 800, 5000),
      slowStartMs: fc.constantFrom(0, 0, 1600),
      count: fc.constantFrom(1, 2),
      takeOverMs: fc.constantFrom(0, 700),
      status: fc.constant({ refused: 502, unanswered: 504, noServer: 503, queueTimeout: 503 }),
    }),
    sessions: fc.record({
      strategy: fc.constantFrom(...STRATEGY_IDS),
      idleMs: fc.constantFrom(null, 500, 5000),
      lifetimeMs: fc.constantFrom(null, null, 3000),
      onMiss: fc.constantFrom('keep', 'keep', 'replace', 'adopt'),
      maxPerServer: fc.constantFrom(null, null, null, 1, 3),
      copies: fc.record({
        lag: duration(fc, [0, 5, 200]),
        perCopyMs: fc.constantFrom(0, 0, 20),
        waits: fc.boolean(),
      }),
      secret: fc.constantFrom('same', 'same', 'own'),
      size: fc.record({ base: fc.constantFrom(0, 400), item: fc.constantFrom(0, 60, 1000) }),
      token: fc.record({
        ttlMs: fc.constantFrom(null, 500, 5000),
        revocation: fc.constantFrom('none', 'list'),
      }),
    }),
    zones: fc.record({
      count: fc.constantFrom(1, 2),
      hopMs: fc.constantFrom(0, 0.4),
      leaders: fc.constantFrom(1, 2),
      majority: fc.constantFrom(1, 2),
    }),
    store: fc.record({
      kind: fc.constantFrom(...STORE_KIND_IDS),
      shards: fc.constantFrom(1, 1, 2, 3),
      sharding: fc.constantFrom('modulo', 'consistent'),
      replicas: fc.constantFrom(0, 1, 2),
      lag: duration(fc, [0, 5, 200]),
      minReplicas: fc.constantFrom(0, 0, 1),
      maxLagMs: fc.constantFrom(0, 1000),
      sentinel: fc.record({
        downAfterMs: fc.constantFrom(0, 1000, 3000),
        failoverMs: fc.constantFrom(0, 500),
      }),
      cluster: fc.record({
        nodeTimeoutMs: fc.constantFrom(0, 1000, 3000),
        failoverMs: fc.constantFrom(0, 500),
        fullCoverage: fc.boolean(),
      }),
      consensus: fc.record({ electionMs: fc.constantFrom(0, 700), staleReads: fc.boolean() }),
      latency: duration(fc, [0, 0.5, 100]),
      perSecond: fc.constantFrom(null, null, 20, 1000),
      timeoutMs: fc.constantFrom(0, 200, 5000),
      whenDown: fc.constantFrom('wait', 'fail'),
      maxSessions: fc.constantFrom(null, null, 1, 3),
      whenFull: fc.constantFrom('refuse', 'evict'),
      persistence: fc.constantFrom('none', 'aof', 'rdb'),
    }),
  }) as FastCheck.Arbitrary<Scenario>;
}

function arbitraryPeople(fc: Fc): FastCheck.Arbitrary<People> {
  const line = fc.record({
    atMs: fc.constantFrom(0, 1000, 1000, 1010, 5000, 12_000),
    user: fc.nat(7),
    ask: fc.constantFrom(null, 'login', 'page', 'cart', 'logout'),
  }) as FastCheck.Arbitrary<ScriptLine>;
  return fc
    .record({
      count: fc.constantFrom(0, 1, 2, 4, 8),
      think: duration(fc, [0, 300, 500, 1000, 2000]),
      retype: duration(fc, [0, 200]),
      cartShare: fc.constantFrom(0, 0.5, 1),
      pagesPerVisit: fc.constantFrom(null, 0, 1, 4),
      sharedAddress: fc.constantFrom(0, 0, 0.5, 1),
      leaveChance: fc.constantFrom(0, 0, 0.1),
      leaveAfter: fc.constantFrom(null, null, 0, 5),
      script: fc.oneof(
        { weight: 4, arbitrary: fc.constant(null) },
        { weight: 1, arbitrary: fc.array(line, { maxLength: 40, size: 'max' }) },
      ),
    })
    .map((people) => {
      if (people.script === null) return people;
      const script = people.script.filter(({ user }) => user < people.count);
      return { ...people, script: script.sort((a, b) => a.atMs - b.atMs) };
    });
}

const cacheRules = (fc: Fc) => ({
  ttlMs: fc.constantFrom(0, 100, 3000),
  coalesces: fc.boolean(),
  longestWaitMs: fc.constantFrom(0, 60, 5000),
  staleWhileRevalidateMs: fc.constantFrom(0, 0, 500),
  staleIfErrorMs: fc.constantFrom(0, 0, 9000),
});

function arbitraryVisitors(fc: Fc): FastCheck.Arbitrary<Visitors> {
  const atMs = fc.constantFrom(0, 500, 500, 3000, 3000, 9000);
  const perSecond = fc.constantFrom(0, 2, 20);
  const byTime = <T extends { atMs: number }>(list: T[]): T[] => list.sort((a, b) => a.atMs - b.atMs);
  return fc.record({
    perSecond: fc.constantFrom(0, 0, 2, 20),
    shape: fc.oneof(
      { weight: 2, arbitrary: fc.constant('constant' as const) },
      { weight: 1, arbitrary: fc.constantFrom(...SHAPE_IDS) },
    ),
    peakPerSecond: fc.constantFrom(0, 5, 40),
    beginMs: fc.constantFrom(0, 1000, 4000),
    lengthMs: fc.constantFrom(1, 500, 8000),
    rates: fc.array(fc.record({ atMs, perSecond }), { maxLength: 4 }).map(byTime),
    arrivals: fc.array(fc.record({ atMs }), { maxLength: 20 }).map(byTime),
  });
}

function duration(fc: Fc, means: number[]): FastCheck.Arbitrary<Distribution> {
  const meanMs = fc.constantFrom(...means);
  return fc.oneof(
    meanMs.map((mean): Distribution => ({ kind: 'constant', meanMs: mean })),
    meanMs.map((mean): Distribution => ({ kind: 'exponential', meanMs: mean })),
    meanMs.map((mean): Distribution => ({ kind: 'uniform', minMs: 0, maxMs: 2 * mean })),
    meanMs.map((mean): Distribution => ({ kind: 'lognormal', meanMs: mean, cv: 1 })),
    meanMs.map((mean): Distribution => ({ kind: 'hyperexponential', meanMs: mean, cv: 3 })),
  );
}

function arbitraryIntervention(fc: Fc): FastCheck.Arbitrary<Intervention> {
  // Whole seconds often, so that several fall together and on events.
  const atMs = fc.oneof(
    fc.integer({ min: 0, max: RUN_MS / 1000 }).map((s) => s * 1000),
    fc.nat(RUN_MS),
  );
  return fc
    .tuple(atMs, arbitraryAction(fc))
    .map(([time, action]): Intervention => ({ ...action, atMs: time }));
}

function arbitraryAction(fc: Fc): FastCheck.Arbitrary<Action> {
  const server = fc.integer({ min: 0, max: 4 });
  const graceful = fc.boolean();
  const person = fc.nat(8);
  const node = fc.constantFrom(0, 0, 1, 2);
  return fc.oneof(
    fc.constant<Action>({ do: 'add-server' }),
    server.map((s): Action => ({ do: 'kill-server', server: s })),
    server.map((s): Action => ({ do: 'hang-server', server: s })),
    fc.tuple(server, graceful).map(([s, g]): Action => ({ do: 'restart-server', server: s, graceful: g })),
    fc
      .tuple(server, fc.constantFrom('t3.micro', 'm7i.4xlarge'))
      .map(([s, size]): Action => ({ do: 'resize-server', server: s, size: size as SizeId })),
    fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.boolean())
      .map(([batch, drain]): Action => ({ do: 'deploy', batch, drain })),
    server.map((s): Action => ({ do: 'drain-server', server: s })),
    server.map((s): Action => ({ do: 'resume-server', server: s })),
    server.map((s): Action => ({ do: 'remove-server', server: s })),
    fc.constantFrom(...STRATEGY_IDS).map((strategy): Action => ({ do: 'set-strategy', strategy })),
    fc.constantFrom(...POLICY_IDS).map((policy): Action => ({ do: 'set-policy', policy })),
    fc.constantFrom(0, 100, 2000).map((meanMs): Action => ({ do: 'set-think-time', meanMs })),
    fc.constantFrom(0, 1, 30).map((perSecond): Action => ({ do: 'set-visitors', perSecond })),
    arbitrarySetting(fc),
    person.map((user): Action => ({ do: 'log-out', user })),
    person.map((user): Action => ({ do: 'replay-cookie', user })),
    graceful.map((g): Action => ({ do: 'rotate-keys', graceful: g })),
    fc.constant<Action>({ do: 'purge-cache' }),
    node.map((n): Action => (n === 0 ? { do: 'kill-store' } : { do: 'kill-store', node: n })),
    node.map((n): Action => (n === 0 ? { do: 'restart-store' } : { do: 'restart-store', node: n })),
    fc.constant<Action>({ do: 'add-shard' }),
    fc.constant<Action>({ do: 'kill-balancer' }),
    fc.constant<Action>({ do: 'restart-balancer' }),
    fc.constant<Action>({ do: 'partition' }),
    fc.constant<Action>({ do: 'heal' }),
  );
}

/** Other values for settings that can be changed in a run. */
function arbitrarySetting(fc: Fc): FastCheck.Arbitrary<Action> {
  const to = (setting: SettingPath, ...values: SettingValue[]): FastCheck.Arbitrary<Action> =>
    fc.constantFrom(...values).map((value) => ({ do: 'set', setting, value }));
  return fc.oneof(
    to('people.leaveChance', 0, 0.1),
    to('people.sharedAddress', 0, 0.7),
    to('visitors.shape', ...SHAPE_IDS),
    to('visitors.peakPerSecond', 0, 25),
    to('visitors.lengthMs', 1, 2000),
    to('files.perPage', 0, 2),
    to('autoscaler.on', false, true),
    to('autoscaler.least', 1, 2),
    to('autoscaler.targetPercent', 20, 100),
    to('cdn.on', false, true),
    to('cdn.keeps', 'files', 'public-pages', 'all-pages'),
    to('cdn.ttlMs', 0, 400),
    to('cdn.coalesces', false, true),
    to('cdn.longestWaitMs', 0, 90),
    to('pageCache.at', 'nowhere', 'balancer', 'servers'),
    to('pageCache.coalesces', false, true),
    to('people.leaveAfter', null, 3),
    to('people.pagesPerVisit', null, 0, 2),
    to('patience.waitMs', null, 100),
    to('patience.retries', 0, 2),
    to('patience.leaves', false, true),
    to('service.refusalMs', 0, 100),
    to('hops.serverMs', 0, 7),
    to('servers.workers', 1, 2, 5),
    to('servers.queueLimit', null, 0, 2),
    to('servers.speed', 0.5, 2),
    to('servers.weight', 1, 3, 0),
    to('servers.startMs', 0, 700),
    to('servers.restartMs', 0, 700),
    to('servers.warmUpMs', 0, 500),
    to('service.contention', 0, 0.1),
    to('service.coherency', 0, 0.01),
    to('balancer.health.timeoutMs', 0, 400),
    to('balancer.detection.checks', 'after-each', 'grid', 'off'),
    to('balancer.detection.allDown', 'none', 'all'),
    to('balancer.detection.maxFails', 0, 1, 2),
    to('balancer.hashKey', 'user', 'address'),
    to('balancer.loadFactor', 101, 200),
    to('balancer.choices', 1, 3),
    to('balancer.ewmaDecayMs', 100),
    to('balancer.ewmaStartMs', 400),
    to('balancer.retries', 0, 1, 3, null),
    to('balancer.retryTo', ...RETRY_TARGETS),
    to('balancer.retryDelayMs', 0, 900),
    to('balancer.replay', ...REPLAYS),
    to('balancer.queueTimeoutMs', null, 0, 500),
    to('balancer.connectTimeoutMs', 0, 400),
    to('balancer.answerTimeoutMs', null, 250, 3000),
    to('balancer.drainMs', 0, 900),
    to('balancer.slowStartMs', 0, 800),
    to('balancer.count', 1, 2),
    to('balancer.takeOverMs', 0, 300),
    to('balancer.affinity', 'cookie', 'address'),
    to('sessions.idleMs', null, 400),
    to('sessions.lifetimeMs', null, 2500),
    to('sessions.size.item', 60, 1000),
    to('sessions.token.ttlMs', null, 400),
    to('sessions.token.revocation', 'none', 'list'),
    to('sessions.secret', 'same', 'own'),
    to('sessions.onMiss', 'keep', 'replace', 'adopt'),
    fc
      .constantFrom(0, 80)
      .map(
        (meanMs): Action => ({ do: 'set', setting: 'store.latency', value: { kind: 'constant', meanMs } }),
      ),
    to('store.perSecond', null, 30),
    to('store.whenDown', 'wait', 'fail'),
    to('store.maxSessions', null, 2),
    to('store.persistence', 'aof', 'rdb'),
    to('store.timeoutMs', 0, 300),
  );
}
