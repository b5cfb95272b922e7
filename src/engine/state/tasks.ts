import { NONE } from './table.ts';

/**
 * Computations that share the processors of their machine. Those of one server are a pairing heap, the one to
 * be done first on top: `child` is the first below, `sibling` the next beside, `before` the one beside or above.
 */
export function createTasks(capacity = 8) {
  return {
    length: 0,
    used: 0,
    free: NONE,
    next: new Int32Array(capacity),
    request: new Int32Array(capacity),
    /** The server's shared time (`sharedMs`) at which it is done. */
    doneAt: new Float64Array(capacity),
    child: new Int32Array(capacity),
    sibling: new Int32Array(capacity),
    before: new Int32Array(capacity),
  };
}
export type Tasks = ReturnType<typeof createTasks>;
