/** What the scenario says about a single server, and when a server that is there follows it. */
import type { ServerSettings } from './scenario.ts';
import { noteSharing } from './sharing.ts';
import type { Sim } from './sim.ts';
import { vcpusOf } from './sizes.ts';

/** Servers that came during the run are like the others; what single ones have differently is for those of the start. */
export function settingsOf({ scenario }: Sim, s: number): ServerSettings {
  const { servers } = scenario;
  return s < servers.count && servers.each ? { ...servers, ...servers.each[s] } : servers;
}

/** What holds at once. */
export function applySettings(sim: Sim, s: number): void {
  const { servers } = sim.world;
  const { speed, weight, startMs, restartMs } = settingsOf(sim, s);
  servers.speed[s] = speed;
  servers.weight[s] = weight;
  servers.startMs[s] = startMs;
  servers.restartMs[s] = restartMs;
}

/** What a program reads when it starts. */
export function applyProgramSettings(sim: Sim, s: number): void {
  const { servers } = sim.world;
  const settings = settingsOf(sim, s);
  servers.workers[s] = settings.workers;
  servers.queueLimit[s] = settings.queueLimit ?? Number.POSITIVE_INFINITY;
  servers.vcpus[s] = vcpusOf(settings);
  noteSharing(sim, s);
}

/** A process that has just started has nothing in its caches, and its code is not optimized yet. */
export function warmUp(sim: Sim, s: number): void {
  const { servers, nowMs } = sim.world;
  const { warmUpMs } = settingsOf(sim, s);
  servers.coldUntilMs[s] = warmUpMs === 0 ? 0 : nowMs + warmUpMs;
}

/** How fast a server is now. */
export function speedNow(sim: Sim, s: number): number {
  const { servers, nowMs } = sim.world;
  const coldMs = servers.coldUntilMs[s] - nowMs;
  if (coldMs <= 0) return servers.speed[s];
  const { warmUpMs, coldSpeed } = settingsOf(sim, s);
  const cold = Math.min(1, coldMs / warmUpMs);
  return servers.speed[s] * (1 - cold * (1 - coldSpeed));
}
