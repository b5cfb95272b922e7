import * as cacheKinds from './cacheKind.ts';
import * as reasons from './reason.ts';
import * as requestKinds from './requestKind.ts';
import type * as requestPhases from './requestPhase.ts';
import { NONE } from './table.ts';

export * as RequestKind from './requestKind.ts';
export type RequestKind = (typeof requestKinds)[keyof typeof requestKinds];
export const REQUEST_KINDS = ['visit', 'login', 'page', 'cart', 'logout', 'file', 'refresh'] as const;

/** Is it about a session, so that a server has to know the person? A login makes one. */
export const needsSession = (kind: number): boolean =>
  kind === requestKinds.page || kind === requestKinds.cart || kind === requestKinds.logout;

/** Did somebody ask and wait for it? Files are asked for along with a page, and caches ask by themselves. */
export const isAwaited = (kind: number): boolean => kind < requestKinds.file;

export * as RequestPhase from './requestPhase.ts';
export type RequestPhase = (typeof requestPhases)[keyof typeof requestPhases];
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

export * as Reason from './reason.ts';
export type Reason = (typeof reasons)[keyof typeof reasons];
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

export * as CacheKind from './cacheKind.ts';
export type CacheKind = (typeof cacheKinds)[keyof typeof cacheKinds];

/** What a balancer's log says when the client closed the connection before the answer: nginx's own status. */
export const GAVE_UP_STATUS = 499;
/** What nginx's log says of a connection that was closed without an answer. Whoever asked sees no status at all. */
export const BROKEN_STATUS = 444;

/** Is an answer worth telling? Every refusal and failure is, and what looks like a success and is none. */
export const isTold = (status: number, reason: number): boolean =>
  status >= 400 ||
  reason === reasons.impostor ||
  reason === reasons.staleCart ||
  reason === reasons.othersPage;

export * as RoutedBy from './routedBy.ts';

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

/**
 * Blanks a row in the columns that most requests have nothing to do with. Free rows are blank in them, so that the birth
 * of a request need not write each.
 */
export function blankRequest(requests: Requests, r: number): void {
  requests.counted[r] = 0;
  requests.working[r] = 0;
  requests.task[r] = NONE;
  requests.attempts[r] = 0;
  requests.session[r] = NONE;
  requests.token[r] = NONE;
  requests.bound[r] = NONE;
  requests.storeRoute[r] = 0;
  requests.storeNode[r] = 0;
  requests.storeError[r] = 0;
  requests.lookedIn[r] = NONE;
  requests.newSession[r] = NONE;
  requests.newToken[r] = NONE;
  requests.forced[r] = 0;
  requests.patience[r] = 0;
  requests.abandoned[r] = 0;
  requests.object[r] = NONE;
  requests.edge[r] = NONE;
  requests.cache[r] = cacheKinds.none;
  requests.sees[r] = NONE;
  requests.cart[r] = 0;
}
