/** What a server is really doing, whatever the balancer believes. */

/** The machine or process is coming up; connections are refused. */
export const starting = 0;
export const up = 1;
/** Serves, but the balancer sends only those who are bound to it. */
export const draining = 2;
/** As draining, then restarts when the last request has left or time is up. */
export const restarting = 3;
/** Out of the balancer's list; finishes what it has, then disappears. */
export const removing = 4;
/** The process is dead; connections are refused. */
export const down = 5;
/** The machine is silent: connections are neither accepted nor refused. */
export const hung = 6;
export const removed = 7;
/** The machine is stopped and the program moves to another one; connections are refused. */
export const resizing = 8;
