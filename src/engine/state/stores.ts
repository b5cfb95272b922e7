import { addRow, emptyRows, NONE } from './table.ts';

/** What a node says instead of carrying a command out. */
export const StoreError = {
  none: 0,
  /** There is no room for one more record. */
  full: 1,
} as const;

/** The nodes of the session store: each is a process with a shelf of its own. */
export function createStores(capacity = 2) {
  return {
    ...emptyRows(capacity),
    /** 1 when the process is there. */
    up: new Uint8Array(capacity),
    sinceMs: new Float64Array(capacity),
    /** Intervention that led to this, or NONE. */
    by: new Int32Array(capacity),
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

/** One more node, empty and up. Returns its number. */
export function addStore(stores: Stores, nowMs: number, by: number): number {
  const node = addRow(stores);
  stores.next[node] = NONE;
  stores.up[node] = 1;
  stores.sinceMs[node] = nowMs;
  stores.by[node] = by;
  stores.shelfFirst[node] = NONE;
  stores.shelfLast[node] = NONE;
  stores.shelfCount[node] = 0;
  stores.freeMs[node] = 0;
  stores.lastUnsaved[node] = NONE;
  stores.changes[node] = 0;
  stores.changedMs[node] = nowMs;
  stores.savedMs[node] = nowMs;
  stores.evictions[node] = 0;
  stores.reads[node] = 0;
  stores.writes[node] = 0;
  return node;
}
