/** How the balancer came to choose a server. */

export const nobody = 0;
export const policy = 1;
export const affinity = 2;
export const address = 3;
