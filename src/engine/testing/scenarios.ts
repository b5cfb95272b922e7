/** Small worlds for tests: everything immediate and constant unless a test says otherwise. */
import type { Scenario } from '../scenario.ts';

type Parts = { [K in keyof Scenario]?: Partial<Scenario[K]> };

/** Nobody, nothing, no delays; a test names only what it is about. */
export function tinyScenario(parts: Parts = {}): Scenario {
  return {
    people: {
      count: 1,
      think: { kind: 'constant', meanMs: 1000 },
      retype: { kind: 'constant', meanMs: 1000 },
      cartShare: 0,
      pagesPerVisit: null,
      sharedAddress: 0,
      leaveChance: 0,
      leaveAfter: null,
      script: null,
      ...parts.people,
    },
    visitors: {
      perSecond: 0,
      shape: 'constant',
      peakPerSecond: 0,
      beginMs: 10_000,
      lengthMs: 10_000,
      rates: null,
      arrivals: null,
      ...parts.visitors,
    },
    patience: {
      waitMs: null,
      retries: 0,
      delayMs: 0,
      backoff: false,
      longestDelayMs: 30_000,
      jitter: false,
      leaves: false,
      ...parts.patience,
    },
    service: {
      page: { kind: 'constant', meanMs: 10 },
      login: { kind: 'constant', meanMs: 10 },
      refusalMs: 1,
      contention: 0,
      coherency: 0,
      ...parts.service,
    },
    hops: { userMs: 0, serverMs: 0, ...parts.hops },
    servers: {
      count: 1,
      workers: 1,
      queueLimit: null,
      speed: 1,
      weight: 1,
      startMs: 0,
      restartMs: 5000,
      size: null,
      vcpus: null,
      usdPerHour: null,
      warmUpMs: 0,
      coldSpeed: 0.5,
      ...parts.servers,
    },
    balancer: {
      policy: 'round-robin',
      hashKey: 'user',
      loadFactor: 125,
      choices: 2,
      ewmaDecayMs: 10_000,
      ewmaStartMs: 30,
      health: { intervalMs: 2000, timeoutMs: 2000, fall: 3, rise: 2 },
      retries: 3,
      connectTimeoutMs: 5000,
      answerTimeoutMs: 60_000,
      drainMs: 30_000,
      ...parts.balancer,
    },
    sessions: { strategy: 'memory', idleMs: null, onMiss: 'keep', secret: 'same', ...parts.sessions },
    store: {
      latency: { kind: 'constant', meanMs: 0.5 },
      perSecond: null,
      timeoutMs: 5000,
      whenDown: 'wait',
      ...parts.store,
    },
  };
}
