/** Events of the queue; the subject is a row of the table named here. */

/** A person's pause is over (users). */
export const person = 0;
/** The next visitor comes (no subject). */
export const visitor = 1;
/** A request's phase ends (requests). */
export const request = 2;
/** A health check starts or runs out (servers). */
export const check = 3;
/** A server's state ends: it has started, its drain is over (servers). */
export const server = 4;
/** The head of a queue has waited as long as the balancer waits (servers). */
export const queue = 5;
/** Whoever asked stops waiting (requests). */
export const patience = 6;
/** A passing visitor asks again (returning). */
export const returning = 7;
/** The first of the computations that share a machine is done (servers). */
export const task = 8;
/** A deploy looks whether it can go on (no subject). */
export const deploy = 9;
/** The autoscaler looks at the load (no subject). */
export const autoscaler = 10;
/** A server that passive checks have shut out may get a request again (servers). */
export const passive = 11;
/** A copy reaches another node of the store (copies), or one of the store's waits is over (NONE). */
export const store = 12;
/** A server that starts slowly gets more (servers). */
export const slowStart = 13;
/** The other balancer takes over (no subject). */
export const takeOver = 14;
