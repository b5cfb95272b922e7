/** Why an answer is what it is: the first link of its chain of causes. */

export const none = 0;
export const served = 1;
export const loggedIn = 2;
export const loggedOut = 3;
/** No cookie came with the request. */
export const noCookie = 4;
/** The cookie is valid, but no record was found where this server looks. */
export const noRecord = 5;
/** The record was there, but nobody had used it for too long. */
export const expired = 6;
/** No server is in rotation. */
export const noServer = 7;
/** Every attempt was refused or stayed unanswered. */
export const unreachable = 8;
/** The server's queue was full. */
export const queueFull = 9;
/** The server stopped while it held the request. */
export const serverDied = 10;
/** The server took too long to answer. */
export const tooSlow = 11;
/** The session store is not there. */
export const storeDown = 12;
/** A record was found, but an empty one: nobody is logged in with it. */
export const emptySession = 13;
/** Whoever asked stopped waiting before an answer came. */
export const gaveUp = 14;
/** The cookie is signed with a key that this server does not accept. */
export const unknownKey = 15;
/** The session store had more to do than it could, and the server's patience ended. */
export const storeSlow = 16;
/** The session store answered with an error. */
export const storeRefused = 17;
/** The token was sealed too long ago. */
export const tokenExpired = 18;
/** The token is on the list of those that were revoked. */
export const revoked = 19;
/** The session has become too large for a cookie. */
export const cookieTooLarge = 20;
/** Served, but to somebody else: a copy of the cookie came along. */
export const impostor = 21;
/** Served, but with fewer things in the cart than the person has seen there: an old copy of the session was read. */
export const staleCart = 22;
/** It waited in the server's queue for longer than the balancer allows. */
export const queuedTooLong = 23;
/** A cache had it. */
export const cached = 24;
/** A cache had it, older than it should be. */
export const stale = 25;
/** A cache had it, but it is another person's page. */
export const othersPage = 26;
/** The balancer died while the request was on its way through it. */
export const balancerDied = 27;
/** No balancer was there, and the connection was refused. */
export const balancerDown = 28;
