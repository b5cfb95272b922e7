/** Runs that meet every scenario, policy and kind of change, as fingerprints. Runs in Node and in a page alike. */
import type { Action, Intervention } from '../../src/engine/intervention.ts';
import { POLICY_IDS } from '../../src/engine/policies/index.ts';
import { createSimulation } from '../../src/engine/simulation.ts';
import { fingerprint } from '../../src/engine/snapshot.ts';
import { SCENARIO_IDS, SCENARIOS } from '../../src/scenarios/library/index.ts';

/** Everything a visitor can do, a second apart. */
const DEEDS: Action[] = [
  { do: 'add-server' },
  { do: 'set-strategy', strategy: 'sticky' },
  { do: 'kill-server', server: 0 },
  { do: 'set-think-time', meanMs: 700 },
  { do: 'restart-server', server: 0, graceful: false },
  { do: 'set-visitors', perSecond: 30 },
  { do: 'hang-server', server: 1 },
  { do: 'set-strategy', strategy: 'shared' },
  { do: 'kill-store' },
  { do: 'restart-server', server: 1, graceful: true },
  { do: 'drain-server', server: 0 },
  { do: 'restart-store' },
  { do: 'resume-server', server: 0 },
  { do: 'set-strategy', strategy: 'memory' },
  { do: 'remove-server', server: 1 },
];

/** The fingerprint of the world at the end of each run, by what the run is. */
export function fingerprintsOfRuns(): Record<string, string> {
  const prints: Record<string, string> = {};
  SCENARIO_IDS.forEach((id, seed) => {
    const policies = POLICY_IDS.map((policy): Action => ({ do: 'set-policy', policy }));
    const interventions = [...DEEDS, ...policies].map(
      (deed, i): Intervention => ({ ...deed, atMs: 1000 * (i + 1) }),
    );
    const simulation = createSimulation({ scenario: SCENARIOS[id], seed, interventions });
    simulation.runUntil(25_000);
    prints[`${id}, seed ${seed}`] = fingerprint(simulation.world);
  });
  return prints;
}
