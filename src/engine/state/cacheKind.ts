/** The cache that an answer came from. */

export const none = 0;
export const edge = 1;
export const balancer = 2;
export const server = 3;
