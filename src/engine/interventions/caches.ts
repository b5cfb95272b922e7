/** What a visitor does to caches. */
import { emptyEntry } from '../edge/entries.ts';
import type { Action } from '../intervention.ts';
import type { Sim } from '../sim.ts';

/** Empties every cache; what is on the way there still comes. Returns false when there is no cache. */
export function applyToCaches({ world }: Sim, action: Action): boolean {
  if (action.do !== 'purge-cache') return false;
  const { edge, pages } = world;
  for (let e = 0; e < edge.length; e++) emptyEntry(edge, e);
  for (let e = 0; e < pages.length; e++) emptyEntry(pages, e);
  return edge.length + pages.length > 0;
}
