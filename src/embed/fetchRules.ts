/** The frame's way to fetch the further rules; the build puts it in the place of `player/fetchRules.ts`. */
import { provideFurther } from '../engine/further.ts';
import { loadFurtherScript } from './loadFurtherScript.ts';

export async function fetchRules(words: Promise<unknown>): Promise<void> {
  const [{ rules }] = await Promise.all([loadFurtherScript(), words]);
  provideFurther(rules);
}
