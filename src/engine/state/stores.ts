import { NONE } from './table.ts';

/** The nodes of the session store: each is a process with a shelf of its own. */
export function createStores(capacity = 2) {
  return {
    length: 0,
    used: 0,
    free: NONE,
    next: new Int32Array(capacity),
    shard: new Int32Array(capacity),
    zone: new Uint8Array(capacity),
    /** 1 when the process is there. */
    up: new Uint8Array(capacity),
    sinceMs: new Float64Array(capacity),
    /** Intervention that led to this, or NONE. */
    by: new Int32Array(capacity),
    /** The node it copies from; NONE for one that takes itself for the leader, and where there are no leaders. */
    source: new Int32Array(capacity),
    /** 1 while it hears from its source. */
    linked: new Uint8Array(capacity),
    /** When it last heard from its source, if it does not now. */
    linkedMs: new Float64Array(capacity),
    /** 1 when its process has had everything of its source at some time. */
    synced: new Uint8Array(capacity),
    /** When the last copy on its way to it arrives; copies from one source keep their order. */
    copiedMs: new Float64Array(capacity),
    /** Nodes that copy from it now, and since when there are no more than that. */
    followers: new Int32Array(capacity),
    followersMs: new Float64Array(capacity),
    shelfFirst: new Int32Array(capacity),
    shelfLast: new Int32Array(capacity),
    shelfCount: new Int32Array(capacity),
    /** When everything it has been sent so far will have been carried out, if its rate is limited. */
    freeMs: new Float64Array(capacity),
    /** Last of its changes that are not on disk, or NONE; how many there are; and when that one was made. */
    lastUnsaved: new Int32Array(capacity),
    changes: new Uint32Array(capacity),
    changedMs: new Float64Array(capacity),
    /** When everything was last written to disk. */
    savedMs: new Float64Array(capacity),
    /** Records dropped to make room. */
    evictions: new Uint32Array(capacity),
    /** Commands answered. */
    reads: new Uint32Array(capacity),
    writes: new Uint32Array(capacity),
  };
}
export type Stores = ReturnType<typeof createStores>;

/** The shards that the store's keys are divided among; each has nodes of its own, one behind the other. */
export function createShards(capacity = 1) {
  return {
    length: 0,
    used: 0,
    free: NONE,
    next: new Int32Array(capacity),
    firstNode: new Int32Array(capacity),
    nodes: new Int32Array(capacity),
    addedMs: new Float64Array(capacity),
    addedBy: new Int32Array(capacity),
    /** The node that leads, as the majority sees it. */
    leader: new Int32Array(capacity),
    /** Since when the majority misses it, and the intervention behind that; Infinity while it does not. */
    lostMs: new Float64Array(capacity),
    lostBy: new Int32Array(capacity),
    /** The node that servers of each zone take for the leader. */
    leaderFor1: new Int32Array(capacity),
    leaderFor2: new Int32Array(capacity),
    /** When it took over, from whom, and the intervention behind that; NONE for the first leader. */
    tookOverMs: new Float64Array(capacity),
    tookOverFrom: new Int32Array(capacity),
    tookOverBy: new Int32Array(capacity),
    /** Since when that one had been missed. */
    tookOverLostMs: new Float64Array(capacity),
  };
}
export type Shards = ReturnType<typeof createShards>;

/** What a place tells another of a session, on its way: all there is to know of it after a change. */
export function createCopies(capacity = 4) {
  return {
    length: 0,
    used: 0,
    free: NONE,
    next: new Int32Array(capacity),
    /** Number of the event that brings it; 0 marks a free row. */
    event: new Float64Array(capacity),
    from: new Int32Array(capacity),
    to: new Int32Array(capacity),
    session: new Int32Array(capacity),
    sentMs: new Float64Array(capacity),
    /** SessionEnd when the record is gone, or `none`; and the intervention behind that. */
    end: new Uint8Array(capacity),
    endBy: new Int32Array(capacity),
    loggedIn: new Uint8Array(capacity),
    cart: new Uint16Array(capacity),
    madeMs: new Float64Array(capacity),
    usedMs: new Float64Array(capacity),
    writtenMs: new Float64Array(capacity),
  };
}
export type Copies = ReturnType<typeof createCopies>;

/** That a place took a session's record away and when, remembered where older versions may still come. */
export function createTombstones(capacity = 4) {
  return {
    length: 0,
    used: 0,
    free: NONE,
    next: new Int32Array(capacity),
    /** NONE in a free row. */
    session: new Int32Array(capacity),
    place: new Int32Array(capacity),
    writtenMs: new Float64Array(capacity),
    end: new Uint8Array(capacity),
  };
}
export type Tombstones = ReturnType<typeof createTombstones>;

/** The network between the two zones. */
export interface Zones {
  /** 1 while nothing gets through. */
  cut: number;
  sinceMs: number;
  by: number;
}
