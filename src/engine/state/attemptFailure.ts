/** How an attempt failed. */

/** The connection was refused. */
export const refused = 0;
/** Nobody answered the connection attempt. */
export const unanswered = 1;
/** The server had the request and died. */
export const died = 2;
/** The server had the request and did not answer in time. */
export const tooSlow = 3;
