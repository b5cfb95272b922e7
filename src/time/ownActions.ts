/** What was done in each run and not in all of them: what makes them differ. */
import type { Intervention } from '../engine/intervention.ts';
import { keyOfDone } from '../timeline/parting.ts';

export function ownActions(runs: readonly (readonly Intervention[])[]): Intervention[][] {
  const texts = runs.map((run) => new Set(run.map((action) => keyOfDone(action))));
  const isShared = (action: Intervention) => texts.every((set) => set.has(keyOfDone(action)));
  return runs.map((run) => run.filter((action) => !isShared(action)));
}
