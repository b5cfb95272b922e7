/**
 * Passive checks, by nginx's rule: requests that fail tell about their server. After `maxFails` failures it gets none for
 * `failTimeoutMs`, and then one, whose answer decides. Times are whole seconds, as in nginx.
 */
import { schedule } from './eventQueue.ts';
import { refreshRotation } from './rotation.ts';
import { EventKind, type Sim, tell, wakeDeploy } from './sim.ts';
import { startSlowly } from './slowStart.ts';

/** A group of one server is never left without it. */
const watches = ({ scenario, world }: Sim): boolean =>
  scenario.balancer.detection.maxFails > 0 && world.balancer.listedCount > 1;

const seconds = (ms: number): number => Math.floor(ms / 1000);

/** A request is sent to a server. */
export function noteSent(sim: Sim, s: number): void {
  if (!watches(sim)) return;
  const { servers, nowMs } = sim.world;
  const { maxFails, failTimeoutMs } = sim.scenario.balancer.detection;
  const now = seconds(nowMs);
  if (now - servers.checkedAtS[s] <= failTimeoutMs / 1000) return;
  servers.checkedAtS[s] = now;
  // It was the one request that is to tell whether the server is back.
  if (servers.fails[s] >= maxFails) shutOut(sim, s);
}

/** A server has answered a request, or failed to. */
export function noteEnd(sim: Sim, s: number, failed: boolean): void {
  const { servers, nowMs } = sim.world;
  if (failed) {
    if (!watches(sim)) return;
    servers.fails[s] = Math.min(servers.fails[s] + 1, MOST_FAILS);
    servers.failedAtS[s] = seconds(nowMs);
    servers.checkedAtS[s] = servers.failedAtS[s];
    if (servers.fails[s] >= sim.scenario.balancer.detection.maxFails) shutOut(sim, s);
  } else if (servers.fails[s] > 0 && servers.failedAtS[s] < servers.checkedAtS[s]) {
    servers.fails[s] = 0;
    letIn(sim, s);
  }
}

/** As many as the column holds. */
const MOST_FAILS = 255;

/** The time without requests is over: the next one may be sent there. */
export function passiveOver(sim: Sim, s: number): void {
  sim.world.servers.passiveEvent[s] = 0;
  letIn(sim, s);
}

/** Settings have changed: whoever is shut out under rules that hold no more comes back. */
export function forgetFails(sim: Sim): void {
  const { servers } = sim.world;
  for (let s = 0; s < servers.length; s++) {
    servers.fails[s] = 0;
    letIn(sim, s);
  }
}

function shutOut(sim: Sim, s: number): void {
  const { servers, queue } = sim.world;
  const { failTimeoutMs } = sim.scenario.balancer.detection;
  const untilS = Math.floor(servers.checkedAtS[s] + failTimeoutMs / 1000) + 1;
  servers.passiveEvent[s] = schedule(queue, untilS * 1000, EventKind.passive, s);
  change(sim, s, 1);
}

function letIn(sim: Sim, s: number): void {
  sim.world.servers.passiveEvent[s] = 0;
  change(sim, s, 0);
}

function change(sim: Sim, s: number, out: 0 | 1): void {
  const { servers } = sim.world;
  if (servers.shutOut[s] === out) return;
  servers.shutOut[s] = out;
  if (out === 0 && sim.scenario.balancer.slowStartMs > 0) startSlowly(sim, s);
  refreshRotation(sim.world);
  if (servers.registered[s] === 1) tell(sim, { what: 'server-health', server: s, healthy: out === 0 });
  wakeDeploy(sim);
}
