import { NONE } from './table.ts';

export * as Leader from './leader.ts';

/** The entries of a cache: what it holds of each thing it may keep. */
export function createEntries(capacity = 8) {
  return {
    length: 0,
    used: 0,
    free: NONE,
    next: new Int32Array(capacity),
    /** When the content was put there; -1 before the first time. */
    filledMs: new Float64Array(capacity),
    /** Until when it is fresh. Set when it was put there, so that a new lifetime only holds for what comes later. */
    freshUntilMs: new Float64Array(capacity),
    /** The request that was the first to be sent for the content, or one of `Leader`. */
    leader: new Int32Array(capacity),
    /** Requests that wait for what the leader brings, first come first, chained through `requests.next`. */
    waitFirst: new Int32Array(capacity),
    waitLast: new Int32Array(capacity),
    /** Whose page it is, or NONE for what is the same for everybody. */
    user: new Int32Array(capacity),
    /** Things in the cart that the page shows. */
    cart: new Uint16Array(capacity),
    /** The server named by the affinity cookie that is kept along with a page by mistake, or NONE. */
    bound: new Int32Array(capacity),
  };
}
export type Entries = ReturnType<typeof createEntries>;
