import { NONE } from './table.ts';

/** Whether all servers sign cookies with the same secret, or each with one that it made up when it started. */
export const SECRETS = ['same', 'own'] as const;
export type Secrets = (typeof SECRETS)[number];

/** The keys that cookies were ever signed with. They are few and stay, so that a refusal can tell whose key it was. */
export function createKeys(capacity = 8) {
  return {
    length: 0,
    used: 0,
    free: NONE,
    next: new Int32Array(capacity),
    /** The key in the configuration that all servers read, and the one before that they still accept, or NONE. */
    current: NONE,
    before: NONE,
    /** The server that made the key up for itself; NONE when it came with the configuration. */
    server: new Int32Array(capacity),
    madeMs: new Float64Array(capacity),
    /** Intervention that led to the key, or NONE. */
    by: new Int32Array(capacity),
  };
}
export type Keys = ReturnType<typeof createKeys>;
