/** What the scenario says about a single server, and when a server that is there follows it. */
import type { ServerSettings } from './scenario.ts';
import type { Sim } from './sim.ts';
import { SIZE_IDS, SIZES, type Size, type SizeId, usdPerHourOf, vcpusOf } from './sizes.ts';
import { SLOW_STEPS } from './state/servers.ts';
import { NONE } from './state/table.ts';

/** Servers that came during the run are like the others; what single ones have differently is for those of the start. */
function settingsOf({ scenario }: Sim, s: number): ServerSettings {
  const { servers } = scenario;
  return s < servers.count && servers.each ? { ...servers, ...servers.each[s] } : servers;
}

/** What holds at once. */
export function applySettings(sim: Sim, s: number): void {
  const { servers } = sim.world;
  const { speed, weight, startMs, restartMs, resizeMs } = settingsOf(sim, s);
  servers.speed[s] = speed;
  servers.fullWeight[s] = weight;
  servers.weight[s] = servers.slowSteps[s] === 0 ? weight : (weight * servers.slowSteps[s]) / SLOW_STEPS;
  servers.startMs[s] = startMs;
  servers.restartMs[s] = restartMs;
  servers.resizeMs[s] = resizeMs;
}

/** What a program reads when it starts. */
export function applyProgramSettings(sim: Sim, s: number): void {
  const { servers } = sim.world;
  const settings = settingsOf(sim, s);
  servers.queueLimit[s] = settings.queueLimit ?? Number.POSITIVE_INFINITY;
  servers.version[s] = sim.world.deploy.version;
  if (servers.resized[s] === 1) {
    // As many for each processor as before: a program is set up for its machine.
    const perVcpu = settings.workers / vcpusOf(settings);
    servers.workers[s] = Math.max(1, Math.floor(servers.vcpus[s] * perVcpu + 0.5));
  } else {
    servers.workers[s] = settings.workers;
    servers.vcpus[s] = vcpusOf(settings);
    servers.usdPerHour[s] = usdPerHourOf(settings);
    servers.size[s] = settings.size === null ? NONE : SIZE_IDS.indexOf(settings.size);
  }
  noteSharing(sim, s);
}

/** Another machine, whatever the scenario says. Its program finds out when it starts. */
export function setSize({ world }: Sim, s: number, id: SizeId): void {
  const { servers } = world;
  servers.resized[s] = 1;
  servers.size[s] = SIZE_IDS.indexOf(id);
  servers.vcpus[s] = SIZES[id].vcpus;
  servers.usdPerHour[s] = SIZES[id].usdPerHour;
}

/** The machine of a server as it stands in the ladder, or null. */
export function sizeOf({ world }: Sim, s: number): Size | null {
  const size = world.servers.size[s];
  return size === NONE ? null : SIZES[SIZE_IDS[size]];
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

/** Notes whether the workers of a server can get in each other's way at all; most servers never come here again. */
export function noteSharing({ world, scenario }: Sim, s: number): void {
  const { servers } = world;
  const { contention, coherency } = scenario.service;
  const slowed = servers.workers[s] > 1 && (contention > 0 || coherency > 0);
  servers.shares[s] = Number(slowed || servers.vcpus[s] < servers.workers[s]);
}
