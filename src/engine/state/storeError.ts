/** What a node says, if it says anything, instead of carrying a command out. */

export const none = 0;
/** There is no room for one more record. */
export const full = 1;
/** A leader that has lost touch with too many followers takes no writes. */
export const tooFewFollowers = 2;
/** The nodes that can talk to each other are no majority. */
export const noMajority = 3;
/** Some shard of the cluster has nobody to lead it. */
export const clusterDown = 4;
/** It says nothing, or not in time. */
export const unanswered = 5;
