/** Fetches the rules that a run needs beyond the basic ones. */
import { provideFurther } from '../engine/further.ts';

/**
 * @param words what tells of these rules; they are not provided without it
 * @throws when they cannot be fetched now
 */
export async function fetchRules(words: Promise<unknown>): Promise<void> {
  const [rules] = await Promise.all([import('../engine/furtherRules.ts'), words]);
  provideFurther(rules);
}
