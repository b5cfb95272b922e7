import { NONE } from './table.ts';

export * as UserPhase from './userPhase.ts';

function createUserTable(capacity = 8) {
  return {
    length: 0,
    used: 0,
    free: NONE,
    next: new Int32Array(capacity),
    phase: new Uint8Array(capacity),
    /** Number of the event that ends thinking; 0 when there is none. */
    event: new Float64Array(capacity),
    /** Requests sent so far: counts the draws of this person. */
    sent: new Uint32Array(capacity),
    /** Session named by the cookie (a row of the sessions table), or NONE. */
    session: new Int32Array(capacity),
    /** The token in the cookie (a row of the tokens table), when the cookie holds the session itself; or NONE. */
    token: new Int32Array(capacity),
    /** The cookie this person had when logging out last: session and token, or NONE. A copy of it may be somewhere. */
    oldSession: new Int32Array(capacity),
    oldToken: new Int32Array(capacity),
    /** Server named by the balancer's affinity cookie, or NONE. */
    bound: new Int32Array(capacity),
    /** Server that the balancer remembers for the person's own address, and when a request last came from there. */
    addressBound: new Int32Array(capacity),
    addressMs: new Float64Array(capacity),
    /** 1 from a login to the logout or the refusal after it, as far as the person knows. */
    loggedIn: new Uint8Array(capacity),
    /** 1 after a refusal: the next login is a forced one. */
    refused: new Uint8Array(capacity),
    /** Forced logins so far. */
    forcedLogins: new Uint32Array(capacity),
    /** Things this person last saw in the cart. */
    cart: new Uint16Array(capacity),
    /** Pages left until logging out, or NONE when the visit has no planned end. */
    pagesLeft: new Int32Array(capacity),
    /** Status of the last answer, 0 before the first. */
    lastStatus: new Uint16Array(capacity),
    lastAnswerMs: new Float64Array(capacity),
    /** Whose page this person sees by a mistake of a cache, or NONE. */
    sees: new Int32Array(capacity),
    /** 1 when the affinity cookie came out of a cache, and so was meant for another. */
    cachedCookie: new Uint8Array(capacity),
    /** What was last asked for: a RequestKind. */
    asked: new Uint8Array(capacity),
    /** How many times that was in vain so far. */
    tries: new Uint8Array(capacity),
  };
}
export type Users = ReturnType<typeof createUserTable>;

export function createUsers(count: number): Users {
  const users = createUserTable(Math.max(8, count));
  users.length = count;
  users.used = count;
  users.session.fill(NONE);
  users.token.fill(NONE);
  users.oldSession.fill(NONE);
  users.oldToken.fill(NONE);
  users.bound.fill(NONE);
  users.addressBound.fill(NONE);
  users.sees.fill(NONE);
  users.pagesLeft.fill(NONE);
  return users;
}
