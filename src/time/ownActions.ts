/** What was done in each run and not in all of them: what makes them differ. */
import type { Intervention } from '../engine/intervention.ts';

export function ownActions(runs: readonly (readonly Intervention[])[]): Intervention[][] {
  const texts = runs.map((run) => new Set(run.map((action) => JSON.stringify(action))));
  const isShared = (action: Intervention) => texts.every((set) => set.has(JSON.stringify(action)));
  return runs.map((run) => run.filter((action) => !isShared(action)));
}
