/** What a JavaScript engine makes of runs: the golden one, and the start of each scenario of the library. */
import { createSimulation } from '../../src/engine/simulation.ts';
import { fingerprint } from '../../src/engine/snapshot.ts';
import { goldenRun } from '../../src/engine/testing/goldenRun.ts';
import { SCENARIO_IDS, SCENARIOS } from '../../src/scenarios/library/index.ts';

/** The fingerprint of the world at the end of each run, by what the run is. Works in Node and in a page. */
export function fingerprintsOfRuns(): Record<string, string> {
  const prints: Record<string, string> = { golden: goldenRun().fingerprint };
  SCENARIO_IDS.forEach((id, seed) => {
    const simulation = createSimulation({ scenario: SCENARIOS[id], seed, interventions: [] });
    simulation.runUntil(10_000);
    prints[`${id}, seed ${seed}`] = fingerprint(simulation.world);
  });
  return prints;
}
