/** What a node says, if it says anything, instead of carrying a command out. */
export const StoreError = {
  none: 0,
  /** There is no room for one more record. */
  full: 1,
  /** A leader that has lost touch with too many followers takes no writes. */
  tooFewFollowers: 2,
  /** The nodes that can talk to each other are no majority. */
  noMajority: 3,
  /** Some shard of the cluster has nobody to lead it. */
  clusterDown: 4,
  /** It says nothing, or not in time. */
  unanswered: 5,
} as const;
export const STORE_ERRORS = [
  'none',
  'full',
  'tooFewFollowers',
  'noMajority',
  'clusterDown',
  'unanswered',
] as const;
export type StoreErrorName = (typeof STORE_ERRORS)[number];
