/** How the ids of sessions can lead to the shards of a store. */

/**
 * `modulo`: the remainder of the id's hash. `consistent`: the next point on a ring, of which every shard has as many.
 * `slots`: a table of 16,384 slots, whose entries move to a new shard one after the other along with what is in them.
 */
export const SHARDINGS = ['modulo', 'consistent'] as const;
export type Sharding = (typeof SHARDINGS)[number];

export const MOST_SHARDS = 6;
