import { NONE } from './table.ts';

/**
 * A place where sessions are kept: the index of a server, a node of the store, or with their owner. Node 0, the only
 * one unless a scenario has more, is STORE; the others follow below it.
 */
export type Place = number;
export const STORE: Place = -2;
/** In the cookie that its owner has: beyond every server there can be. */
export const WITH_OWNER: Place = 1_000_000;

export const isStore = (place: Place): boolean => place <= STORE;
export const placeOfNode = (node: number): Place => STORE - node;
export const nodeAt = (place: Place): number => STORE - place;

/**
 * What a server does with a cookie whose record it does not find, beside answering 401.
 * `keep`: nothing. `replace`: makes an empty session and puts its cookie over the one that came. `adopt`: makes an
 * empty session under the id that came, and lets a login keep that id.
 */
export const MISS_MODES = ['keep', 'replace', 'adopt'] as const;
export type MissMode = (typeof MISS_MODES)[number];

export * as SessionEnd from './sessionEnd.ts';
export const SESSION_ENDS = [
  'none',
  'serverKilled',
  'serverRestarted',
  'serverRemoved',
  'storeKilled',
  'loggedOut',
  'replaced',
  'expired',
  'evicted',
  'serverResized',
  'sealed',
  'overwritten',
  'outlived',
] as const;
export type SessionEndName = (typeof SESSION_ENDS)[number];

/**
 * A session: made by a login (or, empty, by a miss), named by a cookie. It outlives its records for as long as a cookie names
 * it, so that a refusal can still tell where the record was and what became of it.
 */
export function createSessions(capacity = 32) {
  return {
    length: 0,
    used: 0,
    free: NONE,
    next: new Int32Array(capacity),
    /** Number in order of making, from 1. */
    serial: new Uint32Array(capacity),
    /** Its id where the store has shards, evenly from 0 to 1; 0 while it has none of its own. */
    id: new Float64Array(capacity),
    user: new Int32Array(capacity),
    madeMs: new Float64Array(capacity),
    /** Where its first record was put. */
    madeAt: new Int32Array(capacity),
    /** The key that its cookie is signed with; NONE when it is not signed. */
    key: new Int32Array(capacity),
    /** 1 for an empty session that a server made because it did not know the cookie: nobody logged in with it. */
    empty: new Uint8Array(capacity),
    /** For an empty session, the login that the cookie named before; NONE when there was none. */
    instead: new Int32Array(capacity),
    /** 1 once a store has confirmed that its owner logged out. */
    loggedOut: new Uint8Array(capacity),
    /** First of the nodes that remember to have taken its record away, or NONE. */
    firstTombstone: new Int32Array(capacity),
    /** First of its records, or NONE. */
    firstRecord: new Int32Array(capacity),
    /** Cookies, requests, records and empty sessions that refer to it; at 0 the row is freed. */
    references: new Int32Array(capacity),
    /** SessionEnd of the last record with a login. */
    end: new Uint8Array(capacity),
    /** Where that record was. */
    endAt: new Int32Array(capacity),
    endMs: new Float64Array(capacity),
    /** Intervention that caused the end, or NONE. */
    endBy: new Int32Array(capacity),
  };
}
export type Sessions = ReturnType<typeof createSessions>;

/** A record: what a place knows of one session. */
export function createRecords(capacity = 32) {
  return {
    length: 0,
    used: 0,
    free: NONE,
    next: new Int32Array(capacity),
    session: new Int32Array(capacity),
    place: new Int32Array(capacity),
    /** Neighbours on the same shelf, oldest first. */
    shelfPrevious: new Int32Array(capacity),
    shelfNext: new Int32Array(capacity),
    /** 1 when its owner is logged in with it; 0 for an empty one, made by a miss. */
    loggedIn: new Uint8Array(capacity),
    cart: new Uint16Array(capacity),
    madeMs: new Float64Array(capacity),
    /** When it was last written: of two versions that nodes have, the later counts. */
    writtenMs: new Float64Array(capacity),
    /** Last use: an unused session expires. */
    usedMs: new Float64Array(capacity),
  };
}
export type Records = ReturnType<typeof createRecords>;
