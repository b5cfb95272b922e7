import { NONE } from './table.ts';

/** What is done about tokens of people who have logged out: nothing, or a list in the store that every server asks. */
export const REVOCATIONS = ['none', 'list'] as const;
export type Revocation = (typeof REVOCATIONS)[number];

/** Sealed sessions in cookies. A token never changes: whoever changes the session in it seals a new one. */
export function createTokens(capacity = 16) {
  return {
    length: 0,
    used: 0,
    free: NONE,
    next: new Int32Array(capacity),
    session: new Int32Array(capacity),
    cart: new Uint16Array(capacity),
    issuedMs: new Float64Array(capacity),
    /** Not accepted any more after this time; Infinity for never. It is written into the token. */
    endMs: new Float64Array(capacity),
    /** The key that it is signed with. */
    key: new Int32Array(capacity),
    /** People and requests that have it; at 0 the row is freed. */
    references: new Int32Array(capacity),
  };
}
export type Tokens = ReturnType<typeof createTokens>;
