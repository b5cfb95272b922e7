/**
 * The death of a balancer, and of a pair that shares an address. Every connection goes through the one in charge, so all
 * of them break with it, whatever the servers are doing. The other one of a pair has checked the servers all along, but
 * has none of what the first had remembered of its clients.
 */
import type { Cause, Story } from './causes.ts';
import { forgetBalancerPage } from './edge/pageRows.ts';
import { startChecks } from './healthChecks.ts';
import { refreshRotation } from './rotation.ts';
import { passBack } from './serverLife.ts';
import { giveUp, pageWaitOver } from './serving.ts';
import { scenarioAfter } from './settings.ts';
import { after, EventKind, type Sim, tell } from './sim.ts';
import { Reason, RequestPhase } from './state/requests.ts';
import { NONE } from './state/table.ts';
import type { World } from './state/world.ts';
import { decide, failedStatus, sendHome } from './travel.ts';

/** The balancer in charge dies, or the one that is about to be. False when there is none. */
export function killBalancer(sim: Sim, by: number): boolean {
  const { balancers, nowMs } = sim.world;
  const node = balancers.active === NONE ? balancers.up.indexOf(1) : balancers.active;
  if (node === NONE) return false;
  const led = balancers.active === node;
  balancers.up[node] = 0;
  balancers.event = 0;
  if (led) {
    balancers.active = NONE;
    balancers.sinceMs = nowMs;
    balancers.by = by;
  }
  tell(sim, { what: 'balancer-state', node, up: false, led, by });
  forgetClients(sim);
  breakConnections(sim);
  if (balancers.up.indexOf(1) === NONE) stopChecks(sim);
  else balancers.event = after(sim, sim.scenario.balancer.takeOverMs, EventKind.takeOver, 0);
  return true;
}

/** A dead balancer comes back: to its address when nobody has it or is about to, or else to stand by. */
export function restartBalancer(sim: Sim, by: number): boolean {
  const { balancers } = sim.world;
  if (balancers.up[0] + balancers.up[1] >= balancers.count) return false;
  bringUp(sim, balancers.up.indexOf(0), by);
  return true;
}

function bringUp(sim: Sim, node: number, by: number): void {
  const { balancers } = sim.world;
  const isAlone = balancers.up.indexOf(1) === NONE;
  balancers.up[node] = 1;
  tell(sim, { what: 'balancer-state', node, up: true, led: false, by });
  if (!isAlone) return;
  learnAnew(sim);
  takeAddress(sim, node, by);
}

/** The other one has missed the first for long enough. */
export function takeOver(sim: Sim): void {
  const { balancers } = sim.world;
  balancers.event = 0;
  takeAddress(sim, balancers.up.indexOf(1), balancers.by);
}

/** As many as the scenario says now: the new one stands by, or the one that stood by goes. */
export function followCount(sim: Sim): void {
  const { balancers, interventions } = sim.world;
  const { count } = sim.scenario.balancer;
  if (count > balancers.count) bringUp(sim, balancers.active === 1 ? 0 : 1, interventions - 1);
  else if (count < balancers.count && balancers.active !== NONE) balancers.up[1 - balancers.active] = 0;
  balancers.count = count;
}

/** Whoever comes to a dead balancer is refused the connection. */
export function refuseAtBalancer(sim: Sim, r: number): void {
  decide(sim, r, failedStatus(sim, r), Reason.balancerDown);
  sendHome(sim, r);
}

/** Why nobody is at the balancer's address. */
export function whyNoBalancer(world: World, { scenario, interventions }: Story): Cause[] {
  const { up, sinceMs, by } = world.balancers;
  const causes: Cause[] = [{ code: 'balancer-down', atMs: sinceMs, by }];
  const { balancer } = scenarioAfter(scenario, interventions, world.interventions);
  if (up.includes(1)) causes.push({ code: 'standby-waits', ms: balancer.takeOverMs });
  return causes;
}

function takeAddress(sim: Sim, node: number, by: number): void {
  const { balancers, nowMs } = sim.world;
  balancers.active = node;
  balancers.sinceMs = nowMs;
  balancers.by = by;
  forgetClients(sim);
  tell(sim, { what: 'balancer-takes-over', node, by });
}

/** Turns, bindings by address and kept pages were in the memory of the one that died. */
function forgetClients({ world }: Sim): void {
  const { balancer, users } = world;
  balancer.policyOwn.fill(0);
  for (const column of balancer.policyPerServer) column.fill(0);
  balancer.sharedAddressBound = NONE;
  users.addressBound.fill(NONE);
  forgetBalancerPage(world);
}

/** Nobody was there to check the servers: whoever is configured is believed in, as at the start. */
function learnAnew(sim: Sim): void {
  const { servers } = sim.world;
  for (let s = 0; s < servers.length; s++) {
    if (servers.registered[s] === 0) continue;
    servers.fails[s] = 0;
    servers.shutOut[s] = 0;
    servers.passiveEvent[s] = 0;
    servers.checksAgainst[s] = 0;
    servers.unproven[s] = 0;
    if (servers.keptOut[s] === 0) servers.healthy[s] = 1;
    servers.slowSteps[s] = 0;
    servers.slowEvent[s] = 0;
    servers.weight[s] = servers.fullWeight[s];
    startChecks(sim, s);
  }
  refreshRotation(sim.world);
}

function stopChecks({ world: { servers } }: Sim): void {
  for (let s = 0; s < servers.length; s++) {
    servers.checkEvent[s] = 0;
    servers.checkOpen[s] = 0;
  }
}

/**
 * Everything that the balancer had in its hands or had sent to a server is lost for those who asked. Servers see that
 * nobody is there any more and stop, as when the balancer hangs up. What has left its server still arrives.
 */
function breakConnections(sim: Sim): void {
  const { requests, servers } = sim.world;
  for (let s = 0; s < servers.length; s++) {
    servers.queueFirst[s] = NONE;
    servers.queueLast[s] = NONE;
    servers.queueLength[s] = 0;
    servers.queueEvent[s] = 0;
  }
  for (let r = 0; r < requests.length; r++) {
    if (requests.serial[r] === 0 || !BROKEN.has(requests.phase[r] as RequestPhase)) continue;
    if (requests.working[r] === 0) {
      requests.late[r] = Reason.none;
      decide(sim, r, failedStatus(sim, r), Reason.balancerDied);
      passBack(sim, r);
    } else {
      requests.late[r] = Reason.balancerDied;
      if (requests.phase[r] === RequestPhase.waitingForPage) pageWaitOver(sim, r);
      else giveUp(sim, r);
    }
  }
}

/** Phases in which the way to the one who asked leads through the balancer. */
const BROKEN: ReadonlySet<RequestPhase> = new Set([
  RequestPhase.waitingAtBalancer,
  RequestPhase.toServer,
  RequestPhase.connecting,
  RequestPhase.retrying,
  RequestPhase.queued,
  RequestPhase.readingStore,
  RequestPhase.waitingForPage,
  RequestPhase.serving,
  RequestPhase.writingStore,
  RequestPhase.spreading,
]);
