/** Where a request is. Each phase lasts from `sinceMs` to `untilMs` (Infinity while its end is unknown). */

/** On the way to an edge node of the CDN. */
export const toEdge = 0;
/** At an edge node, for what another request is bringing. */
export const waitingAtEdge = 1;
/** On the way to the balancer, from whoever asks or from an edge node. */
export const toBalancer = 2;
/** At the balancer's page cache, for what another request is bringing. */
export const waitingAtBalancer = 3;
export const toServer = 4;
/** The machine does not answer the connection attempt. */
export const connecting = 5;
export const queued = 6;
/** The worker asks the store for the session and waits. */
export const readingStore = 7;
/** The worker waits for the page that another worker of the server is computing. */
export const waitingForPage = 8;
export const serving = 9;
/** The work is done; the worker writes the session to the store and waits. */
export const writingStore = 10;
/** The work is done; the worker tells the other servers of the session. */
export const spreading = 11;
export const fromServer = 12;
/** The answer is on the way from the balancer to the edge node. */
export const backToEdge = 13;
export const toUser = 14;
/** The balancer pauses before it asks the same server again. */
export const retrying = 15;
