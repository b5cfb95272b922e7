/**
 * Slow start, as HAProxy's: a server that is let in again gets a sixteenth of its weight at first, and a sixteenth more
 * sixteen times within `slowStartMs`, so that a cold one is not buried at once. Never at the start of a run.
 */
import { refreshRotation } from './rotation.ts';
import { after, EventKind, type Sim } from './sim.ts';
import { SLOW_STEPS } from './state/servers.ts';

/** The server begins with the smallest part of its weight. Whoever calls this works the rotation out anew. */
export function startSlowly(sim: Sim, s: number): void {
  sim.world.servers.slowSteps[s] = 1;
  awaitStep(sim, s);
}

/** The next step: the server gets more, until it has all of its weight. */
export function slowStep(sim: Sim, s: number): void {
  const { servers } = sim.world;
  const steps = ++servers.slowSteps[s];
  if (steps < SLOW_STEPS && sim.scenario.balancer.slowStartMs > 0) awaitStep(sim, s);
  else {
    servers.slowSteps[s] = 0;
    servers.slowEvent[s] = 0;
    servers.weight[s] = servers.fullWeight[s];
  }
  refreshRotation(sim.world);
}

function awaitStep(sim: Sim, s: number): void {
  const { servers } = sim.world;
  servers.weight[s] = (servers.fullWeight[s] * servers.slowSteps[s]) / SLOW_STEPS;
  servers.slowEvent[s] = after(sim, sim.scenario.balancer.slowStartMs / SLOW_STEPS, EventKind.slowStart, s);
}
