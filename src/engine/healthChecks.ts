/** Active health checks: how the balancer notices, with a delay, that a server died or came back. */
import { further } from './further.ts';
import { uniform } from './random/streams.ts';
import { refreshRotation } from './rotation.ts';
import { after, EventKind, type Sim, tell, wakeDeploy } from './sim.ts';
import { accepts, ServerState } from './state/servers.ts';

/** Checks of different servers don't fall together: each starts at its own offset within the interval. */
export function startChecks(sim: Sim, s: number): void {
  const { health, detection } = sim.scenario.balancer;
  const afterMs = uniform(sim.streams.health, s, 0) * health.intervalMs;
  const nobodyChecks = detection.checks === 'off' || !sim.world.balancers.up.includes(1);
  sim.world.servers.checkEvent[s] = nobodyChecks ? 0 : after(sim, afterMs, EventKind.check, s);
}

/** Does a new server have to pass a check before it gets requests? */
export function mustProve({ scenario }: Sim): boolean {
  const { checks, newcomers } = scenario.balancer.detection;
  return checks !== 'off' && newcomers === 'checked';
}

/** Checks begin or end because they were switched; without any, the balancer believes in whom it was not told to keep out. */
export function switchChecks(sim: Sim): void {
  const { servers, balancer } = sim.world;
  const { detection } = sim.scenario.balancer;
  balancer.usesAllDown = Number(detection.allDown === 'all');
  for (let s = 0; s < servers.length; s++) {
    if (servers.registered[s] === 0) continue;
    if (detection.checks !== 'off') {
      if (servers.checkEvent[s] === 0) startChecks(sim, s);
    } else if (servers.checkEvent[s] !== 0) {
      servers.checkEvent[s] = 0;
      servers.checkOpen[s] = 0;
      servers.checksAgainst[s] = 0;
      servers.unproven[s] = 0;
      if (servers.keptOut[s] === 0) believe(sim, s, true);
    }
  }
  refreshRotation(sim.world);
}

/** A check starts, or one that got no answer runs out. */
export function check(sim: Sim, s: number): void {
  const { servers } = sim.world;
  const { health } = sim.scenario.balancer;
  if (servers.checkOpen[s] === 0 && servers.state[s] === ServerState.hung) {
    servers.checkOpen[s] = 1;
    servers.checkEvent[s] = after(sim, health.timeoutMs, EventKind.check, s);
    return;
  }
  const ranOut = servers.checkOpen[s] === 1;
  const passed = !ranOut && accepts(servers.state[s]);
  servers.checkOpen[s] = 0;
  servers.checkEvent[s] = after(sim, nextAfterMs(sim, ranOut), EventKind.check, s);
  if (servers.keptOut[s] === 1 || passed === (servers.healthy[s] === 1)) {
    servers.checksAgainst[s] = 0;
    return;
  }
  servers.checksAgainst[s]++;
  const rise = servers.unproven[s] === 1 ? 1 : health.rise;
  if (servers.checksAgainst[s] < (passed ? rise : health.fall)) return;
  servers.checksAgainst[s] = 0;
  servers.unproven[s] = 0;
  believe(sim, s, passed);
}

/** On a grid the next check does not wait for one that ran out. */
function nextAfterMs({ scenario }: Sim, ranOut: boolean): number {
  const { health, detection } = scenario.balancer;
  if (!ranOut || detection.checks !== 'grid') return health.intervalMs;
  const passedMs = health.timeoutMs % health.intervalMs;
  return passedMs === 0 && health.timeoutMs > 0 ? 0 : health.intervalMs - passedMs;
}

function believe(sim: Sim, s: number, healthy: boolean): void {
  const { servers } = sim.world;
  if (servers.healthy[s] === Number(healthy)) return;
  servers.healthy[s] = Number(healthy);
  if (healthy && sim.scenario.balancer.slowStartMs > 0) further().startSlowly(sim, s);
  refreshRotation(sim.world);
  tell(sim, { what: 'server-health', server: s, healthy });
  wakeDeploy(sim);
}
