/** What happens when in a run, for those who play it with real programs. */
import type { Intervention } from '../../src/engine/intervention.ts';
import type { Run } from '../../src/engine/simulation.ts';
import type { EngineRecord } from './engineRun.ts';

export type Step =
  /** A line of the script sets out; `place` is its place there. */
  | { what: 'ask'; atMs: number; place: number }
  /** Somebody does something to the run. */
  | { what: 'act'; atMs: number; intervention: Intervention }
  /** A process that was started listens. */
  | { what: 'listen'; atMs: number; server: number };

/** All steps in order; at the same time requests come first, as in the engine. */
export function scheduleOf({ scenario, interventions }: Run, { starts }: EngineRecord): Step[] {
  const steps: Step[] = [
    ...(scenario.people.script ?? []).map(({ atMs }, place): Step => ({ what: 'ask', atMs, place })),
    ...starts.map(({ atMs, server }): Step => ({ what: 'listen', atMs, server })),
    ...interventions.map((intervention): Step => ({ what: 'act', atMs: intervention.atMs, intervention })),
  ];
  return steps.sort((a, b) => a.atMs - b.atMs);
}
