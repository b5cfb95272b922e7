/**
 * What a scenario file means where it says nothing. These values are part of the file format: changing
 * one changes the meaning of files and links that exist. To make the page's own scenarios easier to
 * watch, change `library/teaching.ts` instead.
 *
 * Each value says where it comes from: the default of a product, a measurement, or a "teaching value",
 * which was chosen so that things can be watched.
 */
import type { Scenario } from '../engine/scenario.ts';

export const DEFAULT_SCENARIO: Scenario = {
  people: {
    /** Teaching value: as many as can be told apart by colour and shape. */
    count: 8,
    /** Teaching value: real readers take far longer. */
    think: { kind: 'exponential', meanMs: 1000 },
    /** Teaching value: real people take far longer. */
    retype: { kind: 'constant', meanMs: 1500 },
    /** Teaching value. */
    cartShare: 0.25,
    /** Teaching value: who never logs out is only ever logged out by accident. */
    pagesPerVisit: null,
    /** Teaching value: everybody has an address of their own. */
    sharedAddress: 0,
    /** Teaching value: everybody stays. No study has measured it; 0.05 to 0.25 would be a guess. */
    leaveChance: 0,
    /** Teaching value: everybody stays, however often. No study has measured it. */
    leaveAfter: null,
    /** Teaching value: people ask by themselves. */
    script: null,
  },
  visitors: {
    /** Teaching value. */
    perSecond: 0,
    /** Teaching value: the same at all times. */
    shape: 'constant',
    /** Teaching value: more than two servers can do, 33 a second at 120 ms a page. */
    peakPerSecond: 60,
    /** Teaching value: first one sees the world as it is. */
    beginMs: 10_000,
    /** Teaching value: time enough for queues to fill. */
    lengthMs: 10_000,
    rates: null,
    arrivals: null,
  },
  patience: {
    /** Teaching value: people wait as long as it takes. Real ones wait for seconds. */
    waitMs: null,
    /** Teaching value: people don't try again at once. */
    retries: 0,
    /** Teaching value: a naive program tries again soon. */
    delayMs: 500,
    /** Teaching value: a naive program pauses as long every time. */
    backoff: false,
    /** Teaching value: half a minute, as many clients have it. */
    longestDelayMs: 30_000,
    /** Teaching value: a naive program leaves nothing to chance. */
    jitter: false,
    /** Teaching value: everybody stays. No study has measured it. */
    leaves: false,
  },
  files: {
    /** Teaching value: pages alone. Real ones need dozens of files. */
    perPage: 0,
    /** Teaching value. */
    count: 20,
    /** Teaching value: some are asked for far more often than others, as on the web. */
    zipf: 0.8,
  },
  cdn: {
    /** Teaching value: people come straight to the balancer. */
    on: false,
    /** Teaching value: the fewest with which each fills up by itself. Real CDNs have hundreds. */
    nodes: 2,
    /** Cloudflare: by default only files by their names' endings. */
    keeps: 'files',
    /** CloudFront: 24 hours where the origin says nothing. */
    ttlMs: 86_400_000,
    /** CloudFront: collapses requests for the same that come at the same time. */
    coalesces: true,
    /** nginx: `proxy_cache_lock_timeout`. */
    longestWaitMs: 5000,
    /** nginx, and RFC 5861: not unless asked for. */
    staleWhileRevalidateMs: 0,
    staleIfErrorMs: 0,
  },
  pageCache: {
    /** Teaching value: every page is computed. */
    at: 'nowhere',
    /** Varnish: `default_ttl`. */
    ttlMs: 120_000,
    /** nginx: `proxy_cache_lock` is off. */
    coalesces: false,
    /** nginx: `proxy_cache_lock_timeout`. */
    longestWaitMs: 5000,
    /** nginx: `proxy_cache_use_stale` is off. */
    staleWhileRevalidateMs: 0,
    staleIfErrorMs: 0,
  },
  service: {
    /** Teaching value: a page of a common web application, near 100 ms, some much slower. */
    page: { kind: 'lognormal', meanMs: 120, cv: 0.5 },
    /** Teaching value: password hashes are commonly tuned to take 50 to 300 ms. */
    login: { kind: 'constant', meanMs: 150 },
    /** Teaching value: no page is computed, so it is quick. */
    refusalMs: 5,
    /** Teaching value: nobody gets in anybody's way. Web programs without common state: 0.01 to 0.05. */
    contention: 0,
    /** Teaching value: as `contention`. Where all servers tell each other everything it is above 0. */
    coherency: 0,
    /** Teaching value: read and sent, nothing computed. */
    file: { kind: 'constant', meanMs: 5 },
    /** Teaching value: out of the server's own memory. */
    cachedMs: 1,
  },
  hops: {
    /** Measured: California to the Netherlands and back takes 150 ms. */
    userMs: 75,
    /** Measured: between two zones of one AWS region and back takes about 1 ms. */
    serverMs: 0.5,
    /** Commonly named: 10 to 30 ms to the nearest node of a CDN and back. */
    edgeMs: 10,
    /** As far from the node as is left of the way from a far user: both ways are equally long. */
    originMs: 65,
  },
  servers: {
    /** Teaching value: the fewest with which a login can get lost. */
    count: 2,
    /** Teaching value. */
    workers: 2,
    /** Teaching value: at 120 ms a page and two workers, the last in the queue waits for three seconds. */
    queueLimit: 50,
    speed: 1,
    /** nginx and HAProxy: every server has weight 1 unless it is given another. */
    weight: 1,
    /** Teaching value: the zones by turns. */
    zone: null,
    /** Measured: 25 s from the order to a machine one can log in to (EC2, Linux); then the program starts. */
    startMs: 60_000,
    /** Teaching value: common application servers listen again after a few seconds. */
    restartMs: 5000,
    /** AWS: plan for some minutes to stop a machine, change its type and start it; 60 to 300 s is common. */
    resizeMs: 120_000,
    /** Teaching value: as many vCPUs as workers, so that nobody slows anybody down. */
    size: null,
    vcpus: null,
    usdPerHour: null,
    /** Teaching value: a fresh process is as fast as any. */
    warmUpMs: 0,
    /** Teaching value: half as fast at first. */
    coldSpeed: 0.5,
  },
  autoscaler: {
    /** Teaching value: whoever looks at the page adds servers by hand. */
    on: false,
    /** Kubernetes: `minReplicas`. */
    least: 1,
    /** Teaching value: as many as can be told apart. Kubernetes wants it to be given. */
    most: 6,
    /** Kubernetes: what `kubectl autoscale` takes when no target is given. */
    targetPercent: 80,
    /** Kubernetes: `--horizontal-pod-autoscaler-tolerance`. */
    tolerancePercent: 10,
    /** Kubernetes: `--horizontal-pod-autoscaler-sync-period`. */
    periodMs: 15_000,
    /** Kubernetes: `--horizontal-pod-autoscaler-downscale-stabilization`. */
    coolDownMs: 300_000,
  },
  balancer: {
    /** Teaching value: the plain turn. What nginx does by default is `weighted-round-robin`. */
    policy: 'round-robin',
    /** Teaching value: what the browser brings along. nginx's documentation shows both. */
    hashKey: 'user',
    /** HAProxy: `hash-balance-factor` is off by default, and 125 to 200 are the sensible values by its manual. */
    loadFactor: 125,
    /** Teaching value: addresses of a private network. */
    serverNames: null,
    /** Envoy: `choice_count`; HAProxy: `random(2)`. */
    choices: 2,
    /** Linkerd's proxy: `EWMA_DECAY`. */
    ewmaDecayMs: 10_000,
    /** Linkerd's proxy: `EWMA_DEFAULT_RTT`. */
    ewmaStartMs: 30,
    /** HAProxy: `inter 2s fall 3 rise 2`; a check may take as long as the interval. */
    health: { intervalMs: 2000, timeoutMs: 2000, fall: 3, rise: 2 },
    /** HAProxy: as its checks are; no passive ones. nginx's `fail_timeout` is 10 s. */
    detection: {
      checks: 'after-each',
      newcomers: 'at-once',
      allDown: 'none',
      maxFails: 0,
      failTimeoutMs: 10_000,
    },
    /** As many as HAProxy's `retries 3`; each goes to another server at once, as nginx does it. */
    retries: 3,
    /** nginx: `proxy_next_upstream`. */
    retryTo: 'next',
    /** HAProxy: a second before the same server is tried again. */
    retryDelayMs: 1000,
    /** HAProxy: `retry-on conn-failure`. */
    replay: 'none',
    /** Envoy: `connect_timeout`. */
    connectTimeoutMs: 5000,
    /** nginx knows no such limit. */
    queueTimeoutMs: null,
    /** nginx: `proxy_read_timeout`. */
    answerTimeoutMs: 60_000,
    /** HAProxy: `cookie SRV insert`, as most guides show. */
    affinity: 'cookie',
    /** Kubernetes: `sessionAffinityConfig.clientIP.timeoutSeconds`. */
    affinityTimeoutMs: 10_800_000,
    /** Kubernetes: `terminationGracePeriodSeconds`. */
    drainMs: 30_000,
    /** HAProxy and AWS: off unless it is asked for. */
    slowStartMs: 0,
    /** Teaching value: one, so that one sees what it is to have only one. */
    count: 1,
    /** VRRP (RFC 5798) as keepalived comes: three adverts of a second are missed, and (256 - 100) / 256 of a second more. */
    takeOverMs: 3600,
    /** HAProxy: 503 when no server can be reached. */
    status: { refused: 503, unanswered: 503, noServer: 503, queueTimeout: 503 },
  },
  sessions: {
    /** express-session: its MemoryStore. */
    strategy: 'memory',
    /** Tomcat and Spring Session: 30 minutes. */
    idleMs: 1_800_000,
    /** express-session and Tomcat: whoever goes on using it keeps it. */
    lifetimeMs: null,
    /** express-session with `saveUninitialized: false`, and any code that only checks; its default is `replace`. */
    onMiss: 'keep',
    /** express-session: its MemoryStore takes whatever comes. */
    maxPerServer: null,
    copies: {
      /** Teaching value: as between the nodes of a store in one region. */
      lag: { kind: 'uniform', minMs: 1, maxMs: 10 },
      /** Teaching value: so little that it takes a dozen servers to be felt. */
      perCopyMs: 0.2,
      /** Tomcat: `channelSendOptions` 8, asynchronous. */
      waits: false,
    },
    /** As every guide says: the secret belongs to the configuration that all servers share. */
    secret: 'same',
    /** Teaching values: a name, an id, a few times and a signature; then an article number, a count and a price each. */
    size: { base: 400, item: 60 },
    token: {
      /** Teaching value: as long as a session may be idle, so that strategies differ in nothing else. */
      ttlMs: 1_800_000,
      /** As a token comes: no server keeps anything. */
      revocation: 'none',
    },
  },
  store: {
    /** Teaching value: the simplest there is. */
    kind: 'redis',
    shards: 1,
    sharding: 'modulo',
    replicas: 0,
    /** Within one region: copies arrive after 1 to 10 ms. */
    lag: { kind: 'uniform', minMs: 1, maxMs: 10 },
    /** Redis: `min-replicas-to-write 0` and `min-replicas-max-lag 10`. */
    minReplicas: 0,
    maxLagMs: 10_000,
    /** Redis Sentinel: `down-after-milliseconds 30000`; the failover itself takes one to a few seconds. */
    sentinel: { downAfterMs: 30_000, failoverMs: 1000 },
    /** Redis Cluster: `cluster-node-timeout 15000`, a failover of 1 to 2 s, `cluster-require-full-coverage yes`. */
    cluster: { nodeTimeoutMs: 15_000, failoverMs: 1500, fullCoverage: true },
    /** etcd: an election timeout of 1000 ms; Consul: `stale` reads only for who asks for them. */
    consensus: { electionMs: 1000, staleReads: false },
    /** Measured: a Redis in the same zone answers within 0.2 to 0.5 ms. */
    latency: { kind: 'constant', meanMs: 0.5 },
    /** Teaching value: one Redis carries out about 100,000 a second, more than any traffic here asks for. */
    perSecond: null,
    /** node-redis: its documented command timeout. */
    timeoutMs: 5000,
    /** node-redis: commands wait in its offline queue while it reconnects. */
    whenDown: 'wait',
    /** Redis: no `maxmemory` limit. */
    maxSessions: null,
    /** Redis: `maxmemory-policy noeviction`. */
    whenFull: 'refuse',
    /** Teaching value: a cache that nobody told to keep anything. Redis without a configuration saves now and then (`rdb`). */
    persistence: 'none',
  },
  zones: {
    /** Teaching value: everything is in one. */
    count: 1,
    /** Measured: between two zones of one AWS region and back takes 0.8 ms in the mean. */
    hopMs: 0.4,
    /** Teaching value: the leaders are cut off from the majority, so that a cut shows both sides. */
    leaders: 1,
    majority: 2,
  },
};

export const DEFAULT_SEED = 1;
/** Teaching value: a minute is long enough for every health check and restart above. */
export const DEFAULT_UNTIL_MS = 60_000;
