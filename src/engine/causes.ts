/**
 * Why an answer is what it is: a chain of facts from the answer down to what the visitor did. It follows
 * the request: where it was tried in vain, how it came to its server, what it met there, and what led to
 * that. It is worked out from the world at the moment when the answer is decided; words are made elsewhere.
 */
import { attemptsOf } from './attempts.ts';
import type { CacheName } from './edge/causes.ts';
import { further } from './further.ts';
import { takesNew } from './rotation.ts';
import { pushCopy, pushKeys, pushSession } from './sessionCauses.ts';
import { type SettingPath, type SettingValue, scenarioAfter } from './settings.ts';
import { pushChange, pushState } from './sharedCauses.ts';
import type { Run } from './simulation.ts';
import { ATTEMPT_FAILURES, type AttemptFailureName } from './state/attempts.ts';
import { CacheKind, REASONS, Reason, type ReasonName, RequestPhase, RoutedBy } from './state/requests.ts';
import { accepts, ServerState, type ServerStateName } from './state/servers.ts';
import { isStore, type Place, type SessionEndName } from './state/sessions.ts';
import type { StoreErrorName } from './state/storeErrors.ts';
import { NONE } from './state/table.ts';
import type { World } from './state/world.ts';
import { STRATEGIES } from './strategies/index.ts';
import { SHAPES, type ShapeId } from './traffic/index.ts';
import { shapeOf } from './traffic/shapeOf.ts';

/** One link of the chain. `by` is the index of the intervention behind it, or -1. Times are simulated ms. */
export type Cause =
  | { code: 'answered'; status: number; reason: ReasonName; atMs: number }
  | { code: 'cookie-missing' }
  | { code: 'cookie-valid'; session: number }
  /** Where the server looked, and whether the record was there. */
  | { code: 'looked-in'; place: Place; found: boolean }
  | { code: 'record-made'; place: Place; atMs: number }
  /** The record exists, but in a place where this server does not look. */
  | { code: 'record-elsewhere'; place: Place }
  | { code: 'record-gone'; place: Place; end: SessionEndName; atMs: number; by: number }
  /** The cookie names an empty session, which a server put over the login that it did not know. */
  | { code: 'cookie-overwritten'; place: Place; atMs: number }
  /** The record of the login is still there, but the cookie does not name it any more. */
  | { code: 'record-unnamed'; place: Place }
  /** The record under this id is an empty one, which a server made when it did not know the id. */
  | { code: 'record-empty'; place: Place; atMs: number }
  /** The cookie is signed with a key that this server does not accept. */
  | { code: 'key-unknown'; server: number }
  /** It is the key of this server, which makes up its own. */
  | { code: 'key-of-server'; server: number }
  /** The server signs with another key since `atMs`, and does not accept the one before. */
  | { code: 'key-changed'; server: number; atMs: number; by: number }
  /** The session came along, sealed in the cookie at `atMs`. */
  | { code: 'token-read'; atMs: number }
  /** The token was good until `atMs`. */
  | { code: 'token-expired'; atMs: number }
  /** The session is on the store's list of revoked ones since `atMs`. */
  | { code: 'token-revoked'; atMs: number }
  /** The session would take so many bytes with so many things in its cart, and a cookie holds `most`. */
  | { code: 'cookie-too-large'; bytes: number; items: number; most: number }
  /** It is not the owner who asks: somebody has a copy of this person's cookie. */
  | { code: 'cookie-copied'; user: number; atMs: number; by: number }
  /** The owner logged out at `atMs`, and the browser deleted its cookie. No copy of it was. */
  | { code: 'logged-out'; atMs: number }
  /** The person has seen so many things in the cart, and the session that was read holds so many. */
  | { code: 'cart-seen'; seen: number; shown: number }
  /** There is a newer copy of the session elsewhere, with so many things. */
  | { code: 'record-newer'; place: Place; items: number }
  /** No newer copy is left: what was in the cart was overwritten. */
  | { code: 'cart-overwritten' }
  | { code: 'routed'; server: number; how: 'policy' | 'affinity' | 'address'; policy: string }
  | { code: 'tried'; server: number; failure: AttemptFailureName; times: number }
  /** The person is bound to a server that the balancer does not use now. */
  | { code: 'bound-server-out'; server: number; named?: 'address' }
  | { code: 'server-state'; server: number; state: ServerStateName; atMs: number; by: number }
  /** The server is back since `atMs`, but has not passed enough health checks to be let in again. */
  | { code: 'awaiting-checks'; server: number; atMs: number; by: number }
  /** The server has more to do than it can: so many of its workers are busy, and so many requests wait. */
  | { code: 'server-busy'; server: number; busy: number; workers: number; waiting: number }
  /** There is more traffic than before. */
  | { code: 'traffic-changed'; atMs: number; by: number }
  /** How long the one who asked waited before giving up. */
  | { code: 'waited'; ms: number }
  /** The same was asked for in vain before: this is attempt `nth`, from 2. */
  | { code: 'repeat'; nth: number }
  /** So many requests inside are from people who have given up: servers work for nobody. */
  | { code: 'work-for-nobody'; count: number }
  /** So many people were logged out at once by a loss, and log in again. */
  | { code: 'mass-logout'; place: Place; count: number; atMs: number; by: number }
  /** A cache had the answer since then: that of an edge node of the CDN, the balancer, or a server (`number`). */
  | { code: 'kept'; cache: CacheName; number: number; atMs: number }
  /** The request waits for what another one is bringing to a cache. */
  | { code: 'waits-for-another'; cache: CacheName }
  /** It is this person's page. */
  | { code: 'page-of'; user: number }
  /** The CDN keeps pages of the logged-in, and tells them apart by their address alone. */
  | { code: 'key-without-cookie' }
  /** The cookie that names the server came out of a cache, with a page that was meant for another. */
  | { code: 'cookie-of-another' }
  /** So many visitors a second came when the request was born, because of the shape of their traffic. */
  | { code: 'rush'; shape: ShapeId; perSecond: number }
  | { code: 'server-added'; server: number; atMs: number; by: number }
  | { code: 'store-down'; place: Place; atMs: number; by: number }
  /** The balancer that had the address died at `atMs`. */
  | { code: 'balancer-down'; atMs: number; by: number }
  /** The other one stands by, and takes over when the first has been missed for `ms`. */
  | { code: 'standby-waits'; ms: number }
  /** The network between the zones is cut. */
  | { code: 'network-cut'; atMs: number; by: number }
  /** Another node leads in the place of this one when it has been missed for `ms`. */
  | { code: 'takeover-awaited'; place: Place; ms: number }
  /** Why a node answers with an error. */
  | { code: 'store-refuses'; place: Place; error: StoreErrorName }
  /** The node has led since `atMs`, in the place of `from`, which was lost because of `by`. */
  | { code: 'took-over'; place: Place; from: Place; atMs: number; by: number }
  /** The record was made `ms` before `from` was lost, and had not reached the other node. */
  | { code: 'never-copied'; place: Place; from: Place; ms: number }
  /** The record was made on a node that had been cut off since `atMs`. */
  | { code: 'made-apart'; place: Place; atMs: number }
  /** Since a shard was added at `atMs`, the id leads to `place` and not to `from` any more. */
  | { code: 'resharded'; place: Place; from: Place; atMs: number; by: number }
  /** The record was written `ms` ago on another node, and is on its way. */
  | { code: 'not-copied-yet'; place: Place; from: Place; ms: number }
  /** What the store had on disk when it died was written at `atMs`. */
  | { code: 'last-save'; place: Place; atMs: number }
  /** The store has room for so many sessions, and they are all taken. */
  | { code: 'store-full'; place: Place; most: number }
  /** The server's memory has room for so many sessions. */
  | { code: 'memory-full'; server: number; most: number }
  /** The store has more to do than it can: so many commands wait for their turn, and it does so many a second. */
  | { code: 'store-busy'; place: Place; waiting: number; perSecond: number }
  | { code: 'policy-changed'; policy: string; atMs: number; by: number }
  | { code: 'strategy-changed'; strategy: string; atMs: number; by: number }
  /** A setting that matters here has another value than at the start. */
  | { code: 'setting-changed'; setting: SettingPath; value: SettingValue; atMs: number; by: number };

/** Servers out of service that a chain names: the last ones to go. */
const MOST_ABSENT = 6;
/** A loss that logs out at least this share of the people makes a storm of logins; told for so long afterwards. */
const MASS_SHARE = 0.1;
const STORM_MS = 120_000;

/** What an explanation may look at beside the world: what the run began with, and what was done to it. */
export type Story = Pick<Run, 'scenario' | 'interventions'>;

/** Settings that decide how much a server can do. */
const OF_CAPACITY: readonly SettingPath[] = [
  'servers.workers',
  'servers.queueLimit',
  'servers.speed',
  'service.contention',
  'service.coherency',
];

/** Settings that a visitor may have changed and that decide whether an answer of this reason is given. */
const DECISIVE: { readonly [Name in ReasonName]?: readonly SettingPath[] } = {
  expired: ['sessions.idleMs', 'sessions.lifetimeMs'],
  emptySession: ['sessions.onMiss'],
  unknownKey: ['sessions.secret'],
  tokenExpired: ['sessions.token.ttlMs', 'sessions.lifetimeMs'],
  revoked: ['sessions.token.revocation'],
  cookieTooLarge: ['sessions.size.item', 'sessions.size.base'],
  impostor: ['sessions.token.revocation'],
  noServer: [
    'balancer.health.fall',
    'balancer.health.rise',
    'balancer.health.intervalMs',
    'balancer.status.noServer',
  ],
  unreachable: [
    'balancer.retries',
    'balancer.retryTo',
    'balancer.retryDelayMs',
    'balancer.connectTimeoutMs',
    'balancer.status.refused',
    'balancer.status.unanswered',
  ],
  serverDied: ['balancer.replay'],
  queuedTooLong: ['balancer.queueTimeoutMs', 'service.page', 'service.login'],
  queueFull: [...OF_CAPACITY, 'visitors.shape', 'visitors.peakPerSecond'],
  tooSlow: [
    'balancer.answerTimeoutMs',
    'service.page',
    'service.login',
    ...OF_CAPACITY,
    'visitors.shape',
    'visitors.peakPerSecond',
  ],
  gaveUp: ['patience.waitMs'],
  storeRefused: ['store.maxSessions', 'store.whenFull'],
  storeDown: ['store.timeoutMs', 'store.whenDown'],
  othersPage: ['cdn.on', 'cdn.keeps'],
  storeSlow: ['store.timeoutMs', 'store.perSecond', 'visitors.shape', 'visitors.peakPerSecond'],
};

/** The chain of causes behind the answer to a request of the run whose status has been decided. */
export function causesOf(world: World, r: number, run: Story): Cause[] {
  const { requests } = world;
  const reason = requests.reason[r] as Reason;
  const chain: Cause[] = [
    { code: 'answered', status: requests.status[r], reason: REASONS[reason], atMs: world.nowMs },
  ];
  if (reason === Reason.gaveUp) chain.push({ code: 'waited', ms: world.nowMs - requests.bornMs[r] });
  if (requests.tries[r] > 0) chain.push({ code: 'repeat', nth: requests.tries[r] + 1 });
  pushAttempts(world, r, chain);
  if (reachedServer(world, r)) pushRoute(world, r, run, chain);
  pushCopy(world, r, run, chain);
  switch (reason) {
    case Reason.cookieTooLarge:
      further().pushToken(world, r, run, chain);
      further().pushSize(world, r, run, chain);
      break;
    case Reason.tokenExpired:
    case Reason.revoked:
      further().pushToken(world, r, run, chain);
      break;
    case Reason.impostor:
    case Reason.staleCart:
    case Reason.served:
    case Reason.loggedOut:
    case Reason.noRecord:
    case Reason.expired:
    case Reason.emptySession:
      pushSession(world, r, run, chain);
      pushForgotten(world, r, run, chain);
      break;
    case Reason.unknownKey:
      pushKeys(world, r, chain);
      break;
    case Reason.noCookie:
      chain.push({ code: 'cookie-missing' });
      break;
    case Reason.noServer:
      pushAbsent(world, chain);
      break;
    case Reason.unreachable:
      if (nobodyLeft(world, r)) pushAbsent(world, chain);
      break;
    case Reason.serverDied:
      pushState(world, requests.server[r], chain);
      break;
    case Reason.storeDown:
    case Reason.storeRefused:
      pushStore(world, r, run, chain);
      break;
    case Reason.storeSlow:
      pushStore(world, r, run, chain);
      pushTraffic(world, r, run, chain);
      break;
    case Reason.cached:
    case Reason.stale:
    case Reason.othersPage:
      further().pushCache(world, r, run, chain);
      break;
    case Reason.balancerDied:
    case Reason.balancerDown:
      chain.push(...further().whyNoBalancer(world, run));
      break;
    case Reason.gaveUp:
      pushHeldUp(world, r, run, chain);
      break;
    case Reason.queueFull:
    case Reason.queuedTooLong:
    case Reason.tooSlow:
      pushOverload(world, r, run, chain);
      break;
  }
  for (const setting of DECISIVE[REASONS[reason]] ?? []) pushChange(world, setting, run, chain);
  return chain;
}

/** Did a server have to do with the answer, as far as is known? */
function reachedServer({ requests }: World, r: number): boolean {
  const reason = requests.reason[r];
  if (requests.server[r] === NONE || reason === Reason.noServer || reason === Reason.unreachable)
    return false;
  return requests.cache[r] === CacheKind.none || requests.cache[r] === CacheKind.server;
}

/** The servers that were tried in vain, and what is wrong with each. */
function pushAttempts(world: World, r: number, chain: Cause[]): void {
  const { attempts } = world;
  let before = chain[chain.length - 1];
  for (const a of attemptsOf(world, r)) {
    const server = attempts.server[a];
    const failure = ATTEMPT_FAILURES[attempts.failure[a]];
    if (before.code === 'tried' && before.server === server && before.failure === failure) {
      before.times++;
      continue;
    }
    before = { code: 'tried', server, failure, times: 1 };
    chain.push(before);
    pushState(world, server, chain);
  }
}

/** How the balancer came to choose the server, and why it was not the one the person is bound to. */
function pushRoute(world: World, r: number, run: Story, chain: Cause[]): void {
  const { requests, settings } = world;
  const server = requests.server[r];
  const bound = requests.bound[r];
  const by = requests.routedBy[r];
  const how = by === RoutedBy.affinity ? 'affinity' : by === RoutedBy.address ? 'address' : 'policy';
  chain.push({ code: 'routed', server, how, policy: settings.policy });
  const user = requests.user[r];
  // Meant for somebody else, it came out of a cache.
  if (how === 'affinity' && user !== NONE && world.users.cachedCookie[user] === 1)
    chain.push({ code: 'cookie-of-another' });
  const hasAffinity = STRATEGIES[settings.strategy].affinity === 'cookie';
  if (!hasAffinity || bound === NONE || bound === server || serversTried(world, r).includes(bound)) return;
  const { balancer } = scenarioAfter(run.scenario, run.interventions, world.interventions);
  chain.push({
    code: 'bound-server-out',
    server: bound,
    ...(balancer.affinity === 'address' ? { named: 'address' } : {}),
  });
  pushState(world, bound, chain);
}

/** Were all servers in rotation tried by this request? */
function nobodyLeft(world: World, r: number): boolean {
  const { usable, usableCount } = world.balancer;
  const tried = serversTried(world, r);
  for (let i = 0; i < usableCount; i++) if (!tried.includes(usable[i])) return false;
  return true;
}

/** The servers that do no work for new requests, whether the balancer knows it or not; the last one to go first. */
function pushAbsent(world: World, chain: Cause[]): void {
  const { servers } = world;
  const absent: number[] = [];
  for (let s = 0; s < servers.length; s++) {
    if (!takesNew(world, s) || !accepts(servers.state[s])) absent.push(s);
  }
  absent.sort((a, b) => servers.sinceMs[b] - servers.sinceMs[a]);
  for (const s of absent.slice(0, MOST_ABSENT)) pushState(world, s, chain);
}

/** Why a server is slower than the balancer's patience: silent, waiting for the store, or overrun. */
function pushOverload(world: World, r: number, run: Story, chain: Cause[]): void {
  const { requests, servers, settings } = world;
  const server = requests.server[r];
  if (servers.state[server] === ServerState.hung) {
    pushState(world, server, chain);
    return;
  }
  chain.push({
    code: 'server-busy',
    server,
    busy: servers.busy[server],
    workers: servers.workers[server],
    waiting: servers.queueLength[server],
  });
  if (STRATEGIES[settings.strategy].keeper === 'store') pushStore(world, r, run, chain);
  if (chain.some(({ code }) => code === 'store-down')) return;
  pushAbsent(world, chain);
  pushTraffic(world, r, run, chain);
}

/** Says so when there is more traffic than there was. */
function pushTraffic(world: World, r: number, run: Story, chain: Cause[]): void {
  const { settings } = world;
  if (settings.trafficBy !== NONE) {
    chain.push({ code: 'traffic-changed', atMs: settings.trafficSinceMs, by: settings.trafficBy });
  }
  pushRush(world, r, run, chain);
  pushStorm(world, chain);
}

/** What a request that somebody stopped waiting for is held up by. */
function pushHeldUp(world: World, r: number, run: Story, chain: Cause[]): void {
  const { requests } = world;
  const before = chain.length;
  switch (requests.phase[r]) {
    case RequestPhase.waitingAtEdge:
      chain.push({ code: 'waits-for-another', cache: 'edge' });
      break;
    case RequestPhase.waitingAtBalancer:
      chain.push({ code: 'waits-for-another', cache: 'balancer' });
      break;
    case RequestPhase.connecting:
      pushState(world, requests.server[r], chain);
      break;
    case RequestPhase.waitingForPage:
      chain.push({ code: 'waits-for-another', cache: 'server' });
      pushOverload(world, r, run, chain);
      break;
    case RequestPhase.readingStore:
    case RequestPhase.writingStore:
      pushStore(world, r, run, chain);
      if (chain.length === before) pushOverload(world, r, run, chain);
      break;
    case RequestPhase.queued:
    case RequestPhase.serving:
    case RequestPhase.fromServer:
    case RequestPhase.toUser:
      if (requests.server[r] !== NONE) pushOverload(world, r, run, chain);
      break;
  }
}

/** What makes an overload last: work for those who have given up, and a mass of people logging in again. */
function pushStorm({ abandoned, massLogout, users, nowMs }: World, chain: Cause[]): void {
  if (abandoned > 0) chain.push({ code: 'work-for-nobody', count: abandoned });
  const { atMs, place, count, by } = massLogout;
  if (count >= MASS_SHARE * users.length && count > 0 && nowMs - atMs < STORM_MS) {
    chain.push({ code: 'mass-logout', place, count, atMs, by });
  }
}

/** Says so when more visitors than usual came at the time when the request was born. */
function pushRush({ requests, settings, interventions }: World, r: number, run: Story, chain: Cause[]): void {
  const { visitors } = scenarioAfter(run.scenario, run.interventions, interventions);
  const shape = shapeOf(visitors.shape);
  const usual = settings.visitorsPerSecond;
  const perSecond = shape.perSecondAt(visitors, usual, requests.bornMs[r] - settings.shapeSinceMs);
  if (perSecond > (SHAPES[visitors.shape].scales ? usual : 0))
    chain.push({ code: 'rush', shape: visitors.shape, perSecond });
}

/** Why the store has forgotten a session, or has an old version of it: it was cut in two, it was full, or had not written it down when it died. */
function pushForgotten(world: World, r: number, run: Story, chain: Cause[]): void {
  const last = chain[chain.length - 1];
  const scenario = scenarioAfter(run.scenario, run.interventions, world.interventions);
  if ((last.code === 'record-elsewhere' || last.code === 'record-newer') && isStore(last.place))
    chain.push(...further().whyApart(world, r, last.place));
  if (last.code !== 'record-gone') return;
  if (isStore(last.place)) {
    chain.push(...further().whyForgotten(world, last, r, scenario));
    if (last.end === 'evicted') pushChange(world, 'store.maxSessions', run, chain);
  } else if (last.end === 'evicted') {
    const most = scenario.sessions.maxPerServer;
    if (most !== null) chain.push({ code: 'memory-full', server: last.place, most });
    pushChange(world, 'sessions.maxPerServer', run, chain);
  }
}

/** What is wrong with the part of the store that the request asked. */
function pushStore(world: World, r: number, run: Story, chain: Cause[]): void {
  const scenario = scenarioAfter(run.scenario, run.interventions, world.interventions);
  chain.push(...further().troubleOf(world, r, scenario));
}

function serversTried(world: World, r: number): number[] {
  return attemptsOf(world, r).map((a) => world.attempts.server[a]);
}
