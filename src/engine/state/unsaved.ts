import { NONE } from './table.ts';

/** Changes of store nodes that are not on disk yet: what a session's record was like before each. */
export function createUnsaved(capacity = 4) {
  return {
    length: 0,
    used: 0,
    free: NONE,
    next: new Int32Array(capacity),
    session: new Int32Array(capacity),
    /** 1 when there was a record; the rest says what was in it. */
    had: new Uint8Array(capacity),
    loggedIn: new Uint8Array(capacity),
    cart: new Uint16Array(capacity),
    madeMs: new Float64Array(capacity),
    usedMs: new Float64Array(capacity),
  };
}
export type Unsaved = ReturnType<typeof createUnsaved>;
