/** What became of the last record with which a session's owner was logged in. */

export const none = 0;
export const serverKilled = 1;
export const serverRestarted = 2;
export const serverRemoved = 3;
export const storeKilled = 4;
export const loggedOut = 5;
/** The person logged in again where the old record was, and got a new session. */
export const replaced = 6;
export const expired = 7;
/** A store without room for more dropped it for another. */
export const evicted = 8;
export const serverResized = 9;
/** Its content was sealed into a token and given to its owner. */
export const sealed = 10;
/** Its place became a copy of another, which did not have it. */
export const overwritten = 11;
/** Its time since the login was over, although somebody used it. */
export const outlived = 12;
