import { NONE } from './table.ts';

/** Passing visitors whose request failed and who will ask again after a pause. */
export function createReturning(capacity = 16) {
  return {
    length: 0,
    used: 0,
    free: NONE,
    next: new Int32Array(capacity),
    /** Which visitor, in order of coming. */
    visitor: new Uint32Array(capacity),
    /** How many times the request was in vain so far. */
    tries: new Uint8Array(capacity),
  };
}
export type Returning = ReturnType<typeof createReturning>;
