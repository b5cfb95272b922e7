/** How long nginx looks for a server by hashing or by chance before it takes a weighted turn instead. */
import type { BalancerView } from './policy.ts';

/** Draws that may fall on a server that cannot be chosen; with one more in vain nginx gives up. */
export const MOST_MISSES = 20;

/**
 * How many hashes a pick may try, or points of a ring. nginx goes on where the request's last attempt ended; starting
 * from the first again meets the servers tried since then, which therefore do not count.
 */
export function hashesToTry(view: BalancerView): number {
  return 1 + MOST_MISSES + view.attempts;
}
