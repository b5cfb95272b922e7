/**
 * One eventful run whose last bit is known, for every JavaScript engine to repeat: all policies, strategies and
 * distributions, every kind of intervention, and enough people that events fall together.
 */
import type { Intervention } from '../intervention.ts';
import type { Scenario } from '../scenario.ts';
import { createSimulation, type Run } from '../simulation.ts';
import { fingerprint } from '../snapshot.ts';
import type { Totals } from '../state/world.ts';

/** Of the last moment. Changes with the meaning of runs, and with the tables that a world is kept in. */
export const GOLDEN_FINGERPRINT = '90857ee737b7d931';

/** Changes only with the meaning of runs: links that people kept then show something else than before. */
export const GOLDEN_TOTALS: Totals = {
  born: 20351,
  retries: 8811,
  ok: 8083,
  refused: 564,
  failed: 11663,
  logins: 640,
  forcedLogins: 548,
  logouts: 29,
  sessionsMade: 515,
  emptySessionsMade: 214,
  sessionsLost: 206,
  cartItemsLost: 253,
  usersLeft: 4,
  tokensSent: 815,
  tokenBytes: 1174700,
};

const scenario: Scenario = {
  people: {
    count: 60,
    think: { kind: 'exponential', meanMs: 900 },
    retype: { kind: 'uniform', minMs: 300, maxMs: 1200 },
    cartShare: 0.3,
    pagesPerVisit: 12,
    sharedAddress: 0.2,
    leaveChance: 0.01,
    leaveAfter: 30,
    script: null,
  },
  visitors: {
    perSecond: 100,
    shape: 'constant',
    peakPerSecond: 300,
    beginMs: 1000,
    lengthMs: 4000,
    rates: null,
    arrivals: null,
  },
  patience: {
    waitMs: 3000,
    retries: 2,
    delayMs: 200,
    backoff: true,
    longestDelayMs: 20_000,
    jitter: true,
    leaves: false,
  },
  service: {
    page: { kind: 'lognormal', meanMs: 40, cv: 0.8 },
    login: { kind: 'hyperexponential', meanMs: 90, cv: 2 },
    refusalMs: 3,
    contention: 0,
    coherency: 0,
  },
  hops: { userMs: 37.5, serverMs: 0.3 },
  servers: {
    count: 4,
    workers: 3,
    queueLimit: 12,
    speed: 1,
    weight: 1,
    startMs: 4000,
    restartMs: 2500,
    resizeMs: 3500,
    size: null,
    vcpus: null,
    usdPerHour: null,
    warmUpMs: 0,
    coldSpeed: 0.5,
    each: [{}, { weight: 2, speed: 1.7 }, { workers: 2 }, { vcpus: 1.5 }],
  },
  balancer: {
    policy: 'round-robin',
    hashKey: 'user',
    loadFactor: 125,
    serverNames: null,
    choices: 2,
    ewmaDecayMs: 8000,
    ewmaStartMs: 30,
    health: { intervalMs: 1000, timeoutMs: 700, fall: 2, rise: 2 },
    retries: 1,
    connectTimeoutMs: 1500,
    answerTimeoutMs: 4000,
    drainMs: 3000,
  },
  store: {
    latency: { kind: 'constant', meanMs: 0.7 },
    perSecond: null,
    timeoutMs: 2000,
    whenDown: 'wait',
    maxSessions: null,
    whenFull: 'refuse',
    persistence: 'aof',
  },
  sessions: {
    strategy: 'memory',
    idleMs: 3000,
    onMiss: 'keep',
    secret: 'same',
    size: { base: 400, item: 900 },
    token: { ttlMs: 3000, revocation: 'list' },
  },
};

const interventions: Intervention[] = [
  { atMs: 5000, do: 'set-strategy', strategy: 'sticky' },
  { atMs: 8000, do: 'kill-server', server: 1 },
  { atMs: 8000, do: 'kill-server', server: 3 },
  { atMs: 9000, do: 'set-policy', policy: 'weighted-round-robin' },
  { atMs: 10_500, do: 'set-policy', policy: 'weighted-round-robin-haproxy' },
  { atMs: 12_000, do: 'restart-server', server: 1, graceful: false },
  { atMs: 12_500, do: 'restart-server', server: 3, graceful: true },
  { atMs: 13_000, do: 'set', setting: 'balancer.answerTimeoutMs', value: 3500 },
  { atMs: 14_000, do: 'hang-server', server: 2 },
  { atMs: 16_000, do: 'resize-server', server: 1, size: 't3.medium' },
  { atMs: 17_000, do: 'set-policy', policy: 'least-connections-haproxy' },
  { atMs: 18_500, do: 'set-policy', policy: 'least-connections-envoy' },
  { atMs: 20_000, do: 'set-policy', policy: 'least-connections' },
  { atMs: 21_000, do: 'restart-server', server: 2, graceful: true },
  { atMs: 23_000, do: 'drain-server', server: 0 },
  { atMs: 24_000, do: 'set', setting: 'sessions.onMiss', value: 'replace' },
  { atMs: 25_000, do: 'set-strategy', strategy: 'shared' },
  { atMs: 26_000, do: 'rotate-keys', graceful: true },
  { atMs: 27_000, do: 'set-policy', policy: 'power-of-two-choices' },
  { atMs: 28_000, do: 'resume-server', server: 0 },
  { atMs: 29_000, do: 'set-policy', policy: 'power-of-two-choices-haproxy' },
  { atMs: 30_000, do: 'kill-store' },
  { atMs: 32_800, do: 'restart-store' },
  { atMs: 33_000, do: 'set-visitors', perSecond: 400 },
  { atMs: 34_000, do: 'add-server' },
  { atMs: 35_000, do: 'set', setting: 'store.perSecond', value: 4 },
  { atMs: 38_000, do: 'set', setting: 'store.perSecond', value: null },
  { atMs: 38_500, do: 'set', setting: 'store.maxSessions', value: 30 },
  { atMs: 39_000, do: 'set-policy', policy: 'power-of-two-choices-envoy' },
  { atMs: 40_000, do: 'set-visitors', perSecond: 60 },
  { atMs: 40_500, do: 'set-policy', policy: 'peak-ewma' },
  { atMs: 41_000, do: 'set', setting: 'store.whenFull', value: 'evict' },
  { atMs: 41_000, do: 'rotate-keys', graceful: false },
  { atMs: 42_000, do: 'set-policy', policy: 'random' },
  { atMs: 43_000, do: 'set-policy', policy: 'hash-modulo' },
  { atMs: 44_000, do: 'set-think-time', meanMs: 400 },
  { atMs: 45_000, do: 'set-policy', policy: 'least-time' },
  { atMs: 45_000, do: 'deploy', batch: 1, drain: true },
  { atMs: 46_000, do: 'set-strategy', strategy: 'memory' },
  { atMs: 47_000, do: 'set', setting: 'sessions.onMiss', value: 'adopt' },
  { atMs: 47_000, do: 'set-policy', policy: 'consistent-hashing' },
  { atMs: 48_000, do: 'restart-server', server: 3, graceful: true },
  { atMs: 49_000, do: 'set-policy', policy: 'ip-hash' },
  { atMs: 50_000, do: 'set', setting: 'visitors.shape', value: 'wave' },
  { atMs: 51_000, do: 'set-policy', policy: 'bounded-load-hashing' },
  { atMs: 52_000, do: 'remove-server', server: 0 },
  { atMs: 52_500, do: 'set-visitors', perSecond: 20 },
  { atMs: 53_000, do: 'set', setting: 'balancer.hashKey', value: 'address' },
  { atMs: 53_000, do: 'set-strategy', strategy: 'token' },
  { atMs: 54_000, do: 'set-policy', policy: 'rendezvous-hashing' },
  { atMs: 54_000, do: 'log-out', user: 3 },
  { atMs: 54_000, do: 'log-out', user: 4 },
  { atMs: 54_000, do: 'log-out', user: 5 },
  { atMs: 54_000, do: 'log-out', user: 6 },
  { atMs: 55_500, do: 'replay-cookie', user: 3 },
  { atMs: 55_500, do: 'replay-cookie', user: 4 },
  { atMs: 55_500, do: 'replay-cookie', user: 5 },
  { atMs: 55_500, do: 'replay-cookie', user: 6 },
  { atMs: 55_600, do: 'set-policy', policy: 'least-connections' },
  { atMs: 55_700, do: 'set', setting: 'sessions.token.revocation', value: 'none' },
  { atMs: 55_800, do: 'replay-cookie', user: 3 },
  { atMs: 55_800, do: 'replay-cookie', user: 4 },
  { atMs: 55_800, do: 'replay-cookie', user: 5 },
  { atMs: 55_800, do: 'replay-cookie', user: 6 },
  { atMs: 56_000, do: 'set-policy', policy: 'maglev-hashing' },
  { atMs: 59_000, do: 'replay-cookie', user: 3 },
  { atMs: 59_000, do: 'replay-cookie', user: 4 },
  { atMs: 59_000, do: 'replay-cookie', user: 5 },
  { atMs: 59_000, do: 'replay-cookie', user: 6 },
];

export const GOLDEN_RUN: Run = { scenario, seed: 20_260_801, interventions };

/** Runs it for a simulated minute. */
export function goldenRun(): { fingerprint: string; totals: Totals } {
  const simulation = createSimulation(GOLDEN_RUN);
  simulation.runUntil(60_000);
  return { fingerprint: fingerprint(simulation.world), totals: simulation.world.totals };
}
