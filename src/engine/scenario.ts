/**
 * A scenario: the world before anything happens, as data. Together with a seed and a list of
 * interventions it is a run. Every field is given; `src/scenarios` fills in defaults and checks files.
 */
import type { PolicyId } from './policies/index.ts';
import type { Distribution } from './random/distributions.ts';
import type { Replay, RetryTarget } from './retries.ts';
import type { SizeId } from './sizes.ts';
import type { Secrets } from './state/keys.ts';
import type { MissMode } from './state/sessions.ts';
import type { Revocation } from './state/tokens.ts';
import type { StoreKindId } from './store/kinds.ts';
import type { PersistenceId } from './store/persistence.ts';
import type { Sharding } from './store/shardings.ts';
import type { StrategyId } from './strategies/index.ts';
import type { ShapeId } from './traffic/index.ts';
import type { Zone } from './zones.ts';

export interface Scenario {
  people: People;
  visitors: Visitors;
  patience: Patience;
  files: Files;
  cdn: Cdn;
  pageCache: PageCache;
  service: Service;
  hops: Hops;
  servers: ServerGroup;
  autoscaler: Autoscaler;
  balancer: BalancerSettings;
  sessions: SessionSettings;
  store: StoreSettings;
  zones: ZoneSettings;
}

/** People with names and cookies: each asks, waits for the answer, thinks, and asks again (a closed loop). */
export interface People {
  /** 0 to 100,000. */
  count: number;
  /** Time between an answer and the next request; nobody takes less than 1 ms. */
  think: Distribution;
  /** Time to type name and password after a refusal. */
  retype: Distribution;
  /** Share of a logged-in person's requests that put something into the cart, 0 to 1. */
  cartShare: number;
  /** Pages from login to logout; null when nobody ever logs out. */
  pagesPerVisit: number | null;
  /** Share of the people who come from one and the same address, 0 to 1: an office, a carrier. */
  sharedAddress: number;
  /** Chance that a refused person gives up for good, 0 to 1. An assumption: no measured value is known. */
  leaveChance: number;
  /** Forced logins after which a person leaves at the next refusal, whatever the chance; null for never. An assumption. */
  leaveAfter: number | null;
  /**
   * Requests laid down in advance, in order of time; null when people ask by themselves. With a script nobody
   * thinks, retypes or plans a visit: each line sets out at its time, and whoever has no line does nothing.
   */
  script: readonly ScriptLine[] | null;
}

/** One request that is laid down: as in a recording of traffic, or in an exercise where everybody has a part. */
export interface ScriptLine {
  /** When it sets out. If the person still waits for an answer then, it sets out when that arrives. */
  atMs: number;
  /** Who asks: 0 is the first person. */
  user: number;
  /** What for; null for what the person would ask for by then: a login when logged out, else mostly pages. */
  ask: Ask | null;
}

/** What a person can ask for. */
export type Ask = 'login' | 'page' | 'cart' | 'logout';

/** Passing visitors without a login, who come whether or not others are answered (an open loop). */
export interface Visitors {
  /** Mean requests per second, 0 to 100,000; arrivals are a Poisson stream. 0 for none. Under a shape: at first. */
  perSecond: number;
  /** How the rate changes over time. The times below count from when the shape was chosen. */
  shape: ShapeId;
  /** Ramp, spike and wave: requests per second at the other end, usually the highest. */
  peakPerSecond: number;
  /** Ramp, spike and wave: when the rate begins to change. */
  beginMs: number;
  /** How long a ramp rises, how long a spike lasts, or from one low of a wave to the next. Above 0. */
  lengthMs: number;
  /** For the shape `rates`, in order of time: each holds until the next. null for none. */
  rates: readonly RecordedRate[] | null;
  /** For the shape `arrivals`, in order of time: when each visitor comes. null for none. */
  arrivals: readonly RecordedArrival[] | null;
}

export interface RecordedRate {
  atMs: number;
  /** Mean requests per second, 0 to 100,000. */
  perSecond: number;
}

export interface RecordedArrival {
  atMs: number;
}

/** What people and passing visitors do when an answer is slow or a failure (5xx). */
export interface Patience {
  /** How long an answer is waited for; null for as long as it takes. The request goes on without whoever asked. */
  waitMs: number | null;
  /** Further attempts after a failure or after waiting in vain, 0 to 20. Then: as after a page. */
  retries: number;
  /** Pause before the first further attempt. */
  delayMs: number;
  /** Twice the pause after each further failure, up to `longestDelayMs`. */
  backoff: boolean;
  longestDelayMs: number;
  /** The pause is drawn anew each time, between 0 and what it would be. */
  jitter: boolean;
  /** People leave for good when the last attempt was in vain. An assumption. */
  leaves: boolean;
}

/** What a page needs beside itself: pictures, styles, scripts. The same for everybody, and no login is needed. */
export interface Files {
  /** Files that are asked for, all at once, when a page has arrived; 0 to 50. */
  perPage: number;
  /** Different files there are, 1 to 10,000. */
  count: number;
  /** How unequally they are asked for: the exponent of Zipf's law, 0 to 3. 0 for all alike. */
  zipf: number;
}

/** How a cache keeps what it was brought. */
export interface CacheRules {
  /** How long it is fresh, from when it was put there. */
  ttlMs: number;
  /** Who asks for what somebody is being sent for waits for that, instead of being sent too. */
  coalesces: boolean;
  /** How long; then it is sent for after all. */
  longestWaitMs: number;
  /** For how long beyond its lifetime the old is given out while the new is brought. */
  staleWhileRevalidateMs: number;
  /** For how long beyond its lifetime the old is given out when the new could not be brought. */
  staleIfErrorMs: number;
}

/** A content delivery network: caches near those who ask, each with its own content. */
export interface Cdn extends CacheRules {
  on: boolean;
  /** Edge nodes, 1 to 50; everybody is near one of them. */
  nodes: number;
  /**
   * `files`: only these come by the CDN. `public-pages`: everything does, and pages that need no login are kept
   * too. `all-pages`: those of the logged-in as well, under a key without cookies. That is a mistake.
   */
  keeps: 'files' | 'public-pages' | 'all-pages';
}

/** A cache for the page that passing visitors ask for, which is the same for all of them. */
export interface PageCache extends CacheRules {
  /** `balancer`: one for all, before the servers. `servers`: one in the memory of each. */
  at: 'nowhere' | 'balancer' | 'servers';
}

/** Adds and removes servers by itself, by the rule of Kubernetes' HorizontalPodAutoscaler. */
export interface Autoscaler {
  on: boolean;
  /** Servers there are at least, 1 to 300; servers that start count. */
  least: number;
  /** Servers there are at most, 1 to 300, and no fewer than `least`. */
  most: number;
  /** Share of busy workers that it aims at, 1 to 100 percent. */
  targetPercent: number;
  /** Deviation from that which it leaves alone, 0 to 100 percent of it. */
  tolerancePercent: number;
  /** Time from one look to the next, above 0. */
  periodMs: number;
  /** For as long it remembers that more were wanted, before it takes servers away. */
  coolDownMs: number;
}

/** How long a worker is occupied; 0 is allowed. */
export interface Service {
  page: Distribution;
  /** Checking a password is slow by design. */
  login: Distribution;
  /** Answering "not logged in". */
  refusalMs: number;
  /**
   * How much workers of one machine that compute at the same time get in each other's way, by the universal
   * scalability law: the share that only one can do at a time (alpha), 0 to 1; 0 for not at all.
   */
  contention: number;
  /** The same law: what each pair of them costs (beta), 0 to 1; 0 for nothing. */
  coherency: number;
  /** Sending a file. */
  file: Distribution;
  /** Sending a page from the server's own cache. */
  cachedMs: number;
}

/** One-way travel times in milliseconds; 0 is allowed. */
export interface Hops {
  userMs: number;
  serverMs: number;
  /** Between those who ask and their edge node of the CDN. */
  edgeMs: number;
  /** Between an edge node and the balancer. */
  originMs: number;
}

/** What one server is like. */
export interface ServerSettings {
  /** Requests worked on at the same time; at least 1. */
  workers: number;
  /** Requests that may wait; one more is turned away. null for no limit. */
  queueLimit: number | null;
  /** 2 is twice as fast as the service times say. Above 0. */
  speed: number;
  /** Share of requests under policies that know weights. Above 0. */
  weight: number;
  /** Where it stands, where there are two zones; null for the two by turns. */
  zone: Zone | null;
  /** From the order to add a machine until it listens. */
  startMs: number;
  /** From the end of the process until it listens again. */
  restartMs: number;
  /** From the stop of a machine that gets another size until the program listens again. */
  resizeMs: number;
  /** The machine; null for one with as many vCPUs as workers, or as `vcpus` says. */
  size: SizeId | null;
  /** Processors that the workers share, above 0; null for those of the size. */
  vcpus: number | null;
  /** US dollars an hour; null for the price of the size. */
  usdPerHour: number | null;
  /** How long a process that has just started is slower than usual; 0 for not at all. */
  warmUpMs: number;
  /** Its speed at first, as a share of the usual one; it rises evenly. Above 0, at most 1. */
  coldSpeed: number;
}

export interface ServerGroup extends ServerSettings {
  /** Servers at the start, 0 to 300. */
  count: number;
  /** What single servers have differently, in order. */
  each?: Partial<ServerSettings>[];
}

export interface BalancerSettings {
  policy: PolicyId;
  /** What policies that hash a key go by: a cookie that names the browser, or the address. */
  hashKey: 'user' | 'address';
  /** Requests in flight a server may have under bounded loads, in percent of its share; more than 100. */
  loadFactor: number;
  /**
   * What the balancer's configuration calls the servers, in order, as `10.0.0.1:8080`: hash rings are made of these
   * names. null, or a server beyond the list: 10.0.0.1:8080, 10.0.0.2:8080, …
   */
  serverNames: readonly string[] | null;
  /** Servers that HAProxy's and Envoy's policies of chance draw for one request, 1 or more. */
  choices: number;
  /** How slowly peak EWMA forgets: after this time an old answer counts for 1/e. Above 0. */
  ewmaDecayMs: number;
  /** What peak EWMA takes an answer to need from a server it knows nothing of. Above 0. */
  ewmaStartMs: number;
  health: HealthCheck;
  detection: Detection;
  /**
   * Further attempts after a connection was refused or stayed unanswered, 0 to 20; null for as many as there are
   * servers.
   */
  retries: number | null;
  retryTo: RetryTarget;
  /**
   * Pause before another attempt at a server that has just refused the connection; never longer than the connect
   * timeout.
   */
  retryDelayMs: number;
  replay: Replay;
  /** How long an unanswered connection attempt is waited for. */
  connectTimeoutMs: number;
  /** How long a request may wait in a server's queue; null for as long as an answer is waited for. */
  queueTimeoutMs: number | null;
  /** How long an answer is waited for; null for ever. */
  answerTimeoutMs: number | null;
  /** What binds a person to a server where the strategy wants that: a cookie of the balancer's, or the source address. */
  affinity: 'cookie' | 'address';
  /** How long an address is remembered without a request; null for ever. */
  affinityTimeoutMs: number | null;
  /** How long a server that is being drained may take over what it has. */
  drainMs: number;
  /**
   * How long a server that is let in gets less than its weight: from a sixteenth of it, in sixteen equal steps, up to
   * all of it. 0 for at once. Policies that go by fixed weights know nothing of it.
   */
  slowStartMs: number;
  /** Balancers that share one address, 1 or 2: one is in charge, the other takes over when it is gone. */
  count: number;
  /** How long it takes the other one to notice, and to have the address. */
  takeOverMs: number;
  status: FailureStatus;
}

/** HTTP status of the answers that the balancer gives itself, 502 to 504. */
export interface FailureStatus {
  /** The last attempt's connection was refused. */
  refused: number;
  /** Nobody answered the last attempt's connection. */
  unanswered: number;
  /** There is no server to send it to. */
  noServer: number;
  /** It waited in a queue for too long. */
  queueTimeout: number;
}

/** Active health checks. The next check starts `intervalMs` after the last one ended. */
/** How the balancer finds out about servers, beside the numbers of `health`. */
export interface Detection {
  /**
   * When active checks come: `after-each`, an interval after the last one ended (HAProxy); `grid`, every interval
   * whatever became of the last one (AWS, Kubernetes); `off`, never (nginx).
   */
  checks: 'after-each' | 'grid' | 'off';
  /** A new server gets requests `at-once` when it listens (HAProxy), or after one passed check (AWS, Kubernetes). */
  newcomers: 'at-once' | 'checked';
  /** When every server fails its checks: `none` is used, or `all` are (AWS). */
  allDown: 'none' | 'all';
  /** Passive checks: failed requests after which a server gets none for a while, 0 to 255. 0 for no such checks. */
  maxFails: number;
  /** How long that is, and within which time a request must succeed for failures to be forgotten. Whole seconds count. */
  failTimeoutMs: number;
}

export interface HealthCheck {
  /** At least 1: with 0, checks would go on for ever at one moment. */
  intervalMs: number;
  timeoutMs: number;
  /** Failed checks in a row until a server is taken out, 1 to 255. */
  fall: number;
  /** Passed checks in a row until it is let in again, 1 to 255. */
  rise: number;
}

export interface SessionSettings {
  strategy: StrategyId;
  /** A record unused for this long is gone; null for never. */
  idleMs: number | null;
  /** A session is over for so long after its login, however much it is used; null for never. */
  lifetimeMs: number | null;
  /** What a server does with a cookie whose record it does not find. */
  onMiss: MissMode;
  /** Sessions that a server's memory has room for, 1 to 1,000,000; null for no limit. The least recently used makes room. */
  maxPerServer: number | null;
  /** How servers tell each other of sessions, where each has a copy of all. */
  copies: CopySettings;
  /** Whose key signs the cookies. */
  secret: Secrets;
  /** What a session weighs. */
  size: SessionSize;
  token: TokenSettings;
}

/** Copies of sessions on every server. */
export interface CopySettings {
  /** How long one is on its way. */
  lag: Distribution;
  /** What each costs the worker who sends it. */
  perCopyMs: number;
  /** Does an answer leave only when all others have the copy? */
  waits: boolean;
}

/** In bytes, as it stands in a cookie. */
export interface SessionSize {
  /** A session with nothing in its cart. */
  base: number;
  /** Each thing in the cart. */
  item: number;
}

/** Sessions that their owners carry. */
export interface TokenSettings {
  /** How long a token is good for after it was sealed; null for ever. */
  ttlMs: number | null;
  revocation: Revocation;
}

/** For `redis-sentinel`: how long the leader is missed, and how long it then takes another to lead. */
export interface SentinelSettings {
  downAfterMs: number;
  failoverMs: number;
}

/** For `redis-cluster`. */
export interface ClusterSettings {
  /** How long a leader is missed; and after how long nodes that do not reach most leaders refuse to go on. */
  nodeTimeoutMs: number;
  /** How long it then takes another to lead. */
  failoverMs: number;
  /** Does the whole cluster refuse to go on when one shard has nobody to lead it? */
  fullCoverage: boolean;
}

/** For `cp`. */
export interface ConsensusSettings {
  /** How long it takes to miss a leader and to elect another. */
  electionMs: number;
  /** May any node answer reads, with what it has? */
  staleReads: boolean;
}

/** Two zones of a region, and the network between them. */
export interface ZoneSettings {
  /** 1 or 2. With one there is nothing to cut. */
  count: 1 | 2;
  /** What a command takes longer to a node of the other zone, one way. */
  hopMs: number;
  /** The zone of the nodes that lead at the start; in a cluster they are in both. */
  leaders: Zone;
  /** The zone of most of those who vote on who leads. */
  majority: Zone;
}

/** The shared session store. */
export interface StoreSettings {
  /** What its nodes do about failures. */
  kind: StoreKindId;
  /** Parts that the sessions are divided among at the start, 1 to 6. */
  shards: number;
  /** How ids lead to shards, where it is not by slots, as in a cluster. */
  sharding: Sharding;
  /** Copies of each shard beside its leader, 0 to 2. */
  replicas: number;
  /** How long a change is on its way from one node to another. */
  lag: Distribution;
  /** A leader with fewer copies than this in touch for `maxLagMs` takes no more writes; 0 for never. */
  minReplicas: number;
  maxLagMs: number;
  sentinel: SentinelSettings;
  cluster: ClusterSettings;
  consensus: ConsensusSettings;
  /** One command and its answer, without the wait for its turn. */
  latency: Distribution;
  /** Commands a second that one node can carry out, one by one; null for no limit. Above 0. */
  perSecond: number | null;
  /** How long a server waits for an answer of the store. */
  timeoutMs: number;
  /** What a server does while a node is dead: wait for it as long as for an answer, or fail at once. */
  whenDown: 'wait' | 'fail';
  /** Records that one node has room for; null for no limit. At least 1. */
  maxSessions: number | null;
  /** What a full node does with one more: answer with an error, or drop the one that was not used for longest. */
  whenFull: 'refuse' | 'evict';
  /** What a node writes to its disk, and so still has after a crash. */
  persistence: PersistenceId;
}
