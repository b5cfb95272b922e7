/**
 * An autoscaler, by the rule of Kubernetes' HorizontalPodAutoscaler: at every look, so many servers as would bring
 * the share of busy workers to the target; more at once, fewer only when no look within the cool-down wanted more.
 * A server that is taken away may finish what it has, and loses the sessions in its memory.
 */
import { MOST_SERVERS } from './interventions/servers.ts';
import { addServer, remove, settleWork } from './serverLife.ts';
import { after, EventKind, type Sim, tell } from './sim.ts';
import { AUTOSCALER, createAutoscaler, keepWish } from './state/autoscaler.ts';
import { ServerState } from './state/servers.ts';

/** Starts or stops looking, as the scenario says now. What it wanted before counts no more. */
export function startAutoscaler(sim: Sim): void {
  sim.world.autoscaler = createAutoscaler();
  if (sim.scenario.autoscaler.on) lookLater(sim);
}

function lookLater(sim: Sim): void {
  const { autoscaler } = sim.world;
  autoscaler.lookedMs = sim.world.nowMs;
  measure(sim);
  autoscaler.event = after(sim, sim.scenario.autoscaler.periodMs, EventKind.autoscaler, 0);
}

/** The time of a look has come. */
export function lookAtLoad(sim: Sim): void {
  const { world, scenario } = sim;
  const { least, most, coolDownMs } = scenario.autoscaler;
  const ready = countOf(sim, isReady);
  const coming = countOf(sim, isComing);
  const now = ready + coming;
  const wish = Math.min(wanted(sim, ready, coming), Math.max(2 * now, now + MOST_AT_ONCE));
  const within = Math.max(least, Math.min(most, wish));
  const wished = keepWish(world.autoscaler, world.nowMs, within, coolDownMs);
  const goal = Math.min(wished, now + MOST_SERVERS - world.servers.length);
  if (goal !== now) {
    tell(sim, { what: 'scaling', from: now, to: goal });
    for (let i = now; i < goal; i++) addServer(sim, AUTOSCALER, false);
    for (let i = now; i > goal; i--) removeNewest(sim);
  }
  lookLater(sim);
}

/** Kubernetes' default policy: at one look at most twice as many, or four more where that is more. */
export const MOST_AT_ONCE = 4;

/** So many as the measurement asks for. Those still coming count as idle when more are wanted, and not otherwise. */
function wanted(sim: Sim, ready: number, coming: number): number {
  const { targetPercent, tolerancePercent } = sim.scenario.autoscaler;
  if (ready === 0) return coming;
  const load = sumOfLoads(sim);
  const tolerance = tolerancePercent / 100;
  const target = targetPercent / 100;
  const ratio = load / ready / target;
  if (coming === 0 || ratio <= 1) {
    return coming === 0 && Math.abs(ratio - 1) <= tolerance ? ready : ceil(ratio * ready);
  }
  const withComing = load / (ready + coming) / target;
  if (Math.abs(withComing - 1) <= tolerance) return ready + coming;
  return Math.max(ready + coming, ceil(withComing * (ready + coming)));
}

/** Rounded up, but for what is a whole number within the rounding of the sums that led to it. */
const ceil = (x: number): number => Math.ceil(x - 1e-9);

/** The shares of busy workers since the last look, added up over the servers that are up. */
function sumOfLoads(sim: Sim): number {
  const { servers, autoscaler, nowMs } = sim.world;
  const passedMs = nowMs - autoscaler.lookedMs;
  let sum = 0;
  for (let s = 0; s < servers.length; s++) {
    if (!isReady(sim, s)) continue;
    settleWork(sim, s);
    sum += (servers.busyMs[s] - servers.measuredMs[s]) / (passedMs * servers.workers[s]);
  }
  return sum;
}

function measure(sim: Sim): void {
  const { servers } = sim.world;
  for (let s = 0; s < servers.length; s++) {
    settleWork(sim, s);
    servers.measuredMs[s] = servers.busyMs[s];
  }
}

const isReady = ({ world: { servers } }: Sim, s: number): boolean =>
  servers.state[s] === ServerState.up && servers.registered[s] === 1;

const isComing = ({ world: { servers } }: Sim, s: number): boolean =>
  servers.state[s] === ServerState.starting ||
  servers.state[s] === ServerState.restarting ||
  servers.state[s] === ServerState.resizing;

function countOf(sim: Sim, isOne: typeof isReady): number {
  let count = 0;
  for (let s = 0; s < sim.world.servers.length; s++) count += Number(isOne(sim, s));
  return count;
}

/** One that is not up yet goes first, and then the youngest, as in Kubernetes. */
function removeNewest(sim: Sim): void {
  const { servers } = sim.world;
  for (const isOne of [isComing, isReady]) {
    for (let s = servers.length - 1; s >= 0; s--) {
      if (!isOne(sim, s)) continue;
      remove(sim, s, AUTOSCALER);
      return;
    }
  }
}
