import { NONE } from './table.ts';

/** What a request asks for. */
export const RequestKind = {
  /** A page that needs no login, asked for by a passing visitor. */
  visit: 0,
  login: 1,
  /** A page that only a logged-in person may see. */
  page: 2,
  /** Puts one thing into the cart, which is kept in the session. */
  cart: 3,
  logout: 4,
  /** A file that a page needs, such as a picture. Nobody waits for it before doing something else. */
  file: 5,
  /** A cache asks for new content by itself, while it gives out the old. */
  refresh: 6,
} as const;
export type RequestKind = (typeof RequestKind)[keyof typeof RequestKind];
export const REQUEST_KINDS = ['visit', 'login', 'page', 'cart', 'logout', 'file', 'refresh'] as const;

/** Is it about a session, so that a server has to know the person? A login makes one. */
export const needsSession = (kind: number): boolean =>
  kind === RequestKind.page || kind === RequestKind.cart || kind === RequestKind.logout;

/** Did somebody ask and wait for it? Files are asked for along with a page, and caches ask by themselves. */
export const isAwaited = (kind: number): boolean => kind < RequestKind.file;

/** Where a request is. Each phase lasts from `sinceMs` to `untilMs` (Infinity while its end is unknown). */
export const RequestPhase = {
  /** On the way to an edge node of the CDN. */
  toEdge: 0,
  /** At an edge node, for what another request is bringing. */
  waitingAtEdge: 1,
  /** On the way to the balancer, from whoever asks or from an edge node. */
  toBalancer: 2,
  /** At the balancer's page cache, for what another request is bringing. */
  waitingAtBalancer: 3,
  toServer: 4,
  /** The machine does not answer the connection attempt. */
  connecting: 5,
  queued: 6,
  /** The worker asks the store for the session and waits. */
  readingStore: 7,
  /** The worker waits for the page that another worker of the server is computing. */
  waitingForPage: 8,
  serving: 9,
  /** The work is done; the worker writes the session to the store and waits. */
  writingStore: 10,
  /** The work is done; the worker tells the other servers of the session. */
  spreading: 11,
  fromServer: 12,
  /** The answer is on the way from the balancer to the edge node. */
  backToEdge: 13,
  toUser: 14,
  /** The balancer pauses before it asks the same server again. */
  retrying: 15,
} as const;
export type RequestPhase = (typeof RequestPhase)[keyof typeof RequestPhase];
export const REQUEST_PHASES = [
  'toEdge',
  'waitingAtEdge',
  'toBalancer',
  'waitingAtBalancer',
  'toServer',
  'connecting',
  'queued',
  'readingStore',
  'waitingForPage',
  'serving',
  'writingStore',
  'spreading',
  'fromServer',
  'backToEdge',
  'toUser',
  'retrying',
] as const;

/** Why an answer is what it is: the first link of its chain of causes. */
export const Reason = {
  none: 0,
  served: 1,
  loggedIn: 2,
  loggedOut: 3,
  /** No cookie came with the request. */
  noCookie: 4,
  /** The cookie is valid, but no record was found where this server looks. */
  noRecord: 5,
  /** The record was there, but nobody had used it for too long. */
  expired: 6,
  /** No server is in rotation. */
  noServer: 7,
  /** Every attempt was refused or stayed unanswered. */
  unreachable: 8,
  /** The server's queue was full. */
  queueFull: 9,
  /** The server stopped while it held the request. */
  serverDied: 10,
  /** The server took too long to answer. */
  tooSlow: 11,
  /** The session store is not there. */
  storeDown: 12,
  /** A record was found, but an empty one: nobody is logged in with it. */
  emptySession: 13,
  /** Whoever asked stopped waiting before an answer came. */
  gaveUp: 14,
  /** The cookie is signed with a key that this server does not accept. */
  unknownKey: 15,
  /** The session store had more to do than it could, and the server's patience ended. */
  storeSlow: 16,
  /** The session store answered with an error. */
  storeRefused: 17,
  /** The token was sealed too long ago. */
  tokenExpired: 18,
  /** The token is on the list of those that were revoked. */
  revoked: 19,
  /** The session has become too large for a cookie. */
  cookieTooLarge: 20,
  /** Served, but to somebody else: a copy of the cookie came along. */
  impostor: 21,
  /** Served, but with fewer things in the cart than the person has seen there: an old copy of the session was read. */
  staleCart: 22,
  /** It waited in the server's queue for longer than the balancer allows. */
  queuedTooLong: 23,
  /** A cache had it. */
  cached: 24,
  /** A cache had it, older than it should be. */
  stale: 25,
  /** A cache had it, but it is another person's page. */
  othersPage: 26,
  /** The balancer died while the request was on its way through it. */
  balancerDied: 27,
  /** No balancer was there, and the connection was refused. */
  balancerDown: 28,
} as const;
export type Reason = (typeof Reason)[keyof typeof Reason];
export const REASONS = [
  'none',
  'served',
  'loggedIn',
  'loggedOut',
  'noCookie',
  'noRecord',
  'expired',
  'noServer',
  'unreachable',
  'queueFull',
  'serverDied',
  'tooSlow',
  'storeDown',
  'emptySession',
  'gaveUp',
  'unknownKey',
  'storeSlow',
  'storeRefused',
  'tokenExpired',
  'revoked',
  'cookieTooLarge',
  'impostor',
  'staleCart',
  'queuedTooLong',
  'cached',
  'stale',
  'othersPage',
  'balancerDied',
  'balancerDown',
] as const;
export type ReasonName = (typeof REASONS)[number];

/** The cache that an answer came from. */
export const CacheKind = { none: 0, edge: 1, balancer: 2, server: 3 } as const;
export type CacheKind = (typeof CacheKind)[keyof typeof CacheKind];

/** What a balancer's log says when the client closed the connection before the answer: nginx's own status. */
export const GAVE_UP_STATUS = 499;
/** What nginx's log says of a connection that was closed without an answer. Whoever asked sees no status at all. */
export const BROKEN_STATUS = 444;

/** Is an answer worth telling? Every refusal and failure is, and what looks like a success and is none. */
export const isTold = (status: number, reason: number): boolean =>
  status >= 400 || reason === Reason.impostor || reason === Reason.staleCart || reason === Reason.othersPage;

/** How the balancer came to choose a server. */
export const RoutedBy = { nobody: 0, policy: 1, affinity: 2, address: 3 } as const;

export function createRequests(capacity = 64) {
  return {
    length: 0,
    used: 0,
    free: NONE,
    next: new Int32Array(capacity),
    /** Number of this request in order of birth, from 1; 0 marks a free row. */
    serial: new Uint32Array(capacity),
    /** Who asks; NONE for a passing visitor. */
    user: new Int32Array(capacity),
    kind: new Uint8Array(capacity),
    phase: new Uint8Array(capacity),
    sinceMs: new Float64Array(capacity),
    untilMs: new Float64Array(capacity),
    /** Number of the event that ends the phase; 0 when the phase ends by something else. */
    event: new Float64Array(capacity),
    bornMs: new Float64Array(capacity),
    /** When the attempt in progress left the balancer. */
    sentMs: new Float64Array(capacity),
    /** When the attempt in progress reached its server; waiting is measured from here. */
    arrivedMs: new Float64Array(capacity),
    /** Uniform number that becomes the service time; drawn at birth. */
    luck: new Float64Array(capacity),
    /** Server of the attempt in progress or the last one; NONE before the first. */
    server: new Int32Array(capacity),
    /** 1 while the balancer counts this request as in flight on `server`. */
    counted: new Uint8Array(capacity),
    /** 1 while a worker of `server` is occupied by this request. */
    working: new Uint8Array(capacity),
    /** Which worker that is, from 0; 31 stands for all from the 32nd on. */
    worker: new Uint8Array(capacity),
    /** The computation that shares its machine with others (a row of the tasks table), or NONE. */
    task: new Int32Array(capacity),
    /** Why the phase will end in vain, when somebody's patience runs out first; otherwise `Reason.none`. */
    late: new Uint8Array(capacity),
    routedBy: new Uint8Array(capacity),
    /** Attempts so far that failed. */
    attempts: new Uint16Array(capacity),
    /** The last of them (a row of the attempts table); it counts only when there are any. */
    lastAttempt: new Int32Array(capacity),
    /** Session named by the cookie that came along, or NONE. */
    session: new Int32Array(capacity),
    /** Token that came along, or NONE. */
    token: new Int32Array(capacity),
    /** Server named by the affinity cookie that came along, or NONE. */
    bound: new Int32Array(capacity),
    /** Where its last command to the store went: a node, nobody, or an error (a Route of the store). */
    storeRoute: new Int32Array(capacity),
    /** The node of the store that it was about. */
    storeNode: new Int32Array(capacity),
    /** StoreError that the node answered it with, if any. */
    storeError: new Uint8Array(capacity),
    /** Where a server looked for the session's record: a place, or NONE so far. */
    lookedIn: new Int32Array(capacity),
    /** Session made by this request, by a login or a miss; set as a cookie when the answer arrives. Or NONE. */
    newSession: new Int32Array(capacity),
    /** Token that the answer brings, or NONE. */
    newToken: new Int32Array(capacity),
    /** 1 for a login after a refusal. */
    forced: new Uint8Array(capacity),
    /** Which passing visitor asks, in order of coming; 0 for people. */
    visitor: new Uint32Array(capacity),
    /** How many times the same was asked for in vain before. */
    tries: new Uint8Array(capacity),
    /** Number of the event at which whoever asked stops waiting; 0 when there is none. */
    patience: new Float64Array(capacity),
    /** 1 when nobody waits for the answer any more. */
    abandoned: new Uint8Array(capacity),
    /** The thing asked for, as caches number them (see `edge/objects.ts`); NONE for what no cache keeps. */
    object: new Int32Array(capacity),
    /** The edge node of the CDN that it comes by, or NONE. */
    edge: new Int32Array(capacity),
    /** CacheKind: where the answer comes from, when it is no server. */
    cache: new Uint8Array(capacity),
    /** Whose page the answer shows when a cache had it, or NONE. */
    sees: new Int32Array(capacity),
    /** Things in the cart that the answer shows. */
    cart: new Uint16Array(capacity),
    /**
     * HTTP status of the answer; 0 while unknown. A refusal is known when the record is not found, before
     * it is written; a server that dies meanwhile still turns it into a failure.
     */
    status: new Uint16Array(capacity),
    reason: new Uint8Array(capacity),
  };
}
export type Requests = ReturnType<typeof createRequests>;
