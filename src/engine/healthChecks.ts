/** Active health checks: how the balancer notices, with a delay, that a server died or came back. */
import { uniform } from './random/streams.ts';
import { refreshRotation } from './rotation.ts';
import { after, EventKind, type Sim, tell, wakeDeploy } from './sim.ts';
import { accepts, ServerState } from './state/servers.ts';

/** Checks of different servers don't fall together: each starts at its own offset within the interval. */
export function firstCheckAfterMs(sim: Sim, s: number): number {
  return uniform(sim.streams.health, s, 0) * sim.scenario.balancer.health.intervalMs;
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
  const passed = servers.checkOpen[s] === 0 && accepts(servers.state[s]);
  servers.checkOpen[s] = 0;
  servers.checkEvent[s] = after(sim, health.intervalMs, EventKind.check, s);
  if (servers.keptOut[s] === 1 || passed === (servers.healthy[s] === 1)) {
    servers.checksAgainst[s] = 0;
    return;
  }
  servers.checksAgainst[s]++;
  if (servers.checksAgainst[s] < (passed ? health.rise : health.fall)) return;
  servers.checksAgainst[s] = 0;
  servers.healthy[s] = passed ? 1 : 0;
  refreshRotation(sim.world);
  tell(sim, { what: 'server-health', server: s, healthy: passed });
  wakeDeploy(sim);
}
