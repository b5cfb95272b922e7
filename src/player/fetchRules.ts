/** Fetches the rules that a run needs beyond the basic ones. Rejects when they cannot be fetched now. */
import { provideFurther } from '../engine/further.ts';

export async function fetchRules(): Promise<void> {
  provideFurther(await import('../engine/furtherRules.ts'));
}
