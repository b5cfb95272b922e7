/** The life of a server: starting, up, draining, dead, silent, gone; and what each change destroys. */
import { look } from './chooser.ts';
import { further } from './further.ts';
import { mustProve, startChecks } from './healthChecks.ts';
import { takeKey } from './keys.ts';
import { canReplay, replay } from './retries.ts';
import { refreshRotation } from './rotation.ts';
import { applyProgramSettings, applySettings, setSize, warmUp } from './serverSettings.ts';
import { clearShelf, shelfCount } from './shelves.ts';
import { after, EventKind, type Sim, tell, wakeDeploy } from './sim.ts';
import type { SizeId } from './sizes.ts';
import { AttemptFailure } from './state/attempts.ts';
import { Reason, RequestPhase } from './state/requests.ts';
import { accepts, ServerState } from './state/servers.ts';
import { SessionEnd } from './state/sessions.ts';
import { addRow, NONE } from './state/table.ts';
import { decide, endPhaseAt, sendHome } from './travel.ts';

type End = (typeof SessionEnd)[keyof typeof SessionEnd];

/** Adds a server in the state `up` or `starting`. Returns its index. */
export function addServer(sim: Sim, by: number, ready: boolean): number {
  const { world } = sim;
  const { servers } = world;
  const s = addRow(servers);
  servers.next[s] = NONE;
  servers.addedMs[s] = world.nowMs;
  servers.addedBy[s] = by;
  servers.event[s] = 0;
  servers.busy[s] = 0;
  servers.busyWorkers[s] = 0;
  servers.queueLength[s] = 0;
  servers.queueFirst[s] = NONE;
  servers.queueLast[s] = NONE;
  servers.queueEvent[s] = 0;
  servers.busyMs[s] = 0;
  servers.busySinceMs[s] = world.nowMs;
  servers.key[s] = NONE;
  servers.keyBefore[s] = NONE;
  servers.resized[s] = 0;
  servers.deploying[s] = 0;
  servers.coldUntilMs[s] = 0;
  servers.slowSteps[s] = 0;
  servers.slowEvent[s] = 0;
  servers.taskFirst[s] = NONE;
  servers.taskCount[s] = 0;
  servers.taskEvent[s] = 0;
  servers.sharedMs[s] = 0;
  servers.sharedAtMs[s] = world.nowMs;
  servers.shareRate[s] = 0;
  servers.cpuMs[s] = 0;
  servers.measuredMs[s] = 0;
  servers.shelfFirst[s] = NONE;
  servers.shelfLast[s] = NONE;
  servers.shelfCount[s] = 0;
  servers.registered[s] = 0;
  servers.healthy[s] = 0;
  servers.onlyBound[s] = 0;
  servers.keptOut[s] = 0;
  servers.checksAgainst[s] = 0;
  servers.fails[s] = 0;
  servers.failedAtS[s] = 0;
  servers.checkedAtS[s] = 0;
  servers.shutOut[s] = 0;
  servers.passiveEvent[s] = 0;
  servers.unproven[s] = 0;
  servers.checkEvent[s] = 0;
  servers.checkOpen[s] = 0;
  servers.inFlight[s] = 0;
  servers.routed[s] = 0;
  servers.answered[s] = 0;
  applySettings(sim, s);
  applyProgramSettings(sim, s);
  changeState(sim, s, ServerState.starting, by, ready ? null : servers.startMs[s]);
  if (ready) comeUp(sim, s, true);
  return s;
}

/** The process listens. A new server, or one that was drained for its restart, is let in at once. */
function comeUp(sim: Sim, s: number, atStart = false): void {
  const { servers } = sim.world;
  if (sim.strategy.spreads) further().fetchState(sim, s);
  changeState(sim, s, ServerState.up, servers.by[s], null);
  takeKey(sim, s, servers.by[s]);
  servers.onlyBound[s] = 0;
  if (servers.registered[s] === 0 || servers.keptOut[s] === 1) {
    const isNew = servers.registered[s] === 0;
    servers.registered[s] = 1;
    servers.keptOut[s] = 0;
    servers.checksAgainst[s] = 0;
    if (isNew) startChecks(sim, s);
    servers.unproven[s] = Number(isNew && !atStart && mustProve(sim));
    servers.healthy[s] = 1 - servers.unproven[s];
    if (servers.healthy[s] === 1) {
      if (!atStart && sim.scenario.balancer.slowStartMs > 0) further().startSlowly(sim, s);
      tell(sim, { what: 'server-health', server: s, healthy: true });
    }
  } else if (servers.checkEvent[s] === 0) servers.healthy[s] = 1; // nobody checks: what is configured is believed in
  refreshRotation(sim.world);
  wakeDeploy(sim);
}

/** The end of a starting or draining state: its event has come. */
export function stateEnded(sim: Sim, s: number): void {
  const { servers } = sim.world;
  const state = servers.state[s];
  if (state === ServerState.starting || state === ServerState.resizing) {
    applyProgramSettings(sim, s);
    warmUp(sim, s);
    comeUp(sim, s);
  } else if (state === ServerState.restarting || state === ServerState.removing) finishDrain(sim, s);
}

/** Called when the balancer has nothing in flight to a server any more. */
function drained(sim: Sim, s: number): void {
  const state = sim.world.servers.state[s];
  if (state === ServerState.restarting || state === ServerState.removing) finishDrain(sim, s);
}

/** The process dies; connections are refused from now on. One that was about to leave is gone for good. */
export function kill(sim: Sim, s: number, by: number): void {
  const leaving = sim.world.servers.state[s] === ServerState.removing;
  changeState(sim, s, leaving ? ServerState.removed : ServerState.down, by, null);
  sim.world.servers.keptOut[s] = 0; // an accident: now only checks let it in again
  loseEverything(sim, s, SessionEnd.serverKilled, by);
  wakeDeploy(sim);
}

/** The machine falls silent. What it was working on stays unanswered until the balancer has waited enough. */
export function hang(sim: Sim, s: number, by: number): void {
  const { requests } = sim.world;
  changeState(sim, s, ServerState.hung, by, null);
  if (sim.world.servers.taskCount[s] > 0) further().dropTasks(sim, s);
  for (let r = 0; r < requests.length; r++) {
    if (requests.serial[r] === 0 || requests.server[r] !== s) continue;
    if (requests.working[r] === 1) {
      requests.late[r] = Reason.tooSlow;
      // The patience may have been shortened since the work began.
      endPhaseAt(sim, r, Math.max(sim.world.nowMs, answerDeadlineMs(sim, r)));
    }
  }
}

/** Stops the process, abruptly or after a drain, and starts it again. */
export function restart(sim: Sim, s: number, graceful: boolean, by: number): void {
  const { servers } = sim.world;
  if (graceful && accepts(servers.state[s])) {
    changeState(sim, s, ServerState.restarting, by, sim.scenario.balancer.drainMs);
    servers.onlyBound[s] = 1;
    refreshRotation(sim.world);
    if (servers.inFlight[s] === 0) finishDrain(sim, s);
    return;
  }
  changeState(sim, s, ServerState.starting, by, servers.restartMs[s]);
  loseEverything(sim, s, SessionEnd.serverRestarted, by);
}

/** Stops the machine at once. The program starts on the new one when it is there, with an empty memory. */
export function resize(sim: Sim, s: number, size: SizeId, by: number): void {
  setSize(sim, s, size);
  changeState(sim, s, ServerState.resizing, by, sim.world.servers.resizeMs[s]);
  sim.world.servers.keptOut[s] = 0; // the balancer is not told
  loseEverything(sim, s, SessionEnd.serverResized, by);
}

export function drain(sim: Sim, s: number, by: number): void {
  changeState(sim, s, ServerState.draining, by, null);
  sim.world.servers.onlyBound[s] = 1;
  refreshRotation(sim.world);
}

export function resume(sim: Sim, s: number, by: number): void {
  changeState(sim, s, ServerState.up, by, null);
  sim.world.servers.onlyBound[s] = 0;
  refreshRotation(sim.world);
}

/** Takes a server out of the balancer's list; it may finish what it has. */
export function remove(sim: Sim, s: number, by: number): void {
  const { servers } = sim.world;
  const working = accepts(servers.state[s]);
  servers.registered[s] = 0;
  servers.checkEvent[s] = 0;
  servers.passiveEvent[s] = 0;
  changeState(sim, s, ServerState.removing, by, working ? sim.scenario.balancer.drainMs : null);
  wakeDeploy(sim); // it need not wait for one that leaves
  refreshRotation(sim.world);
  if (!working || servers.inFlight[s] === 0) finishDrain(sim, s);
}

/** When the balancer gives up waiting for the answer to a request that reached its server. */
export function answerDeadlineMs(sim: Sim, r: number): number {
  const limit = sim.scenario.balancer.answerTimeoutMs;
  return limit === null ? Number.POSITIVE_INFINITY : sim.world.requests.arrivedMs[r] + limit;
}

/** Adds up the work done so far; called before `busy` changes. */
export function settleWork(sim: Sim, s: number): void {
  const { servers, nowMs } = sim.world;
  servers.busyMs[s] += servers.busy[s] * (nowMs - servers.busySinceMs[s]);
  servers.busySinceMs[s] = nowMs;
}

/** The balancer has an answer, from the server or its own, and passes it on to the one who asked. */
export function passBack(sim: Sim, r: number): void {
  const reason = sim.world.requests.reason[r];
  uncount(sim, r, reason === Reason.serverDied || reason === Reason.tooSlow);
  sendHome(sim, r);
}

/** The balancer no longer counts the request as in flight on its server, which answered it or `failed` to. */
export function uncount(sim: Sim, r: number, failed: boolean): void {
  const { requests, servers, balancer, nowMs } = sim.world;
  if (requests.counted[r] === 0) return;
  requests.counted[r] = 0;
  const s = requests.server[r];
  balancer.inFlight--;
  const inFlight = --servers.inFlight[s];
  if (sim.uses.notesOfSends) further().noteEnd(sim, s, failed);
  if (sim.policy.ended) {
    sim.policy.ended(
      look(sim.chooser, sim.policy, sim.world, sim.scenario),
      s,
      nowMs - requests.sentMs[r],
      failed,
    );
  }
  if (inFlight === 0) drained(sim, s);
}

function finishDrain(sim: Sim, s: number): void {
  const { servers } = sim.world;
  const by = servers.by[s];
  if (servers.state[s] === ServerState.removing) {
    changeState(sim, s, ServerState.removed, by, null);
    loseEverything(sim, s, SessionEnd.serverRemoved, by);
    wakeDeploy(sim);
    return;
  }
  servers.healthy[s] = 0;
  servers.keptOut[s] = 1; // whoever drained it lets it in again; no check has to find out
  changeState(sim, s, ServerState.starting, by, servers.restartMs[s]);
  tell(sim, { what: 'server-health', server: s, healthy: false });
  refreshRotation(sim.world);
  loseEverything(sim, s, SessionEnd.serverRestarted, by);
}

/** Memory, queue and work in progress are gone; the balancer answers 502 for what it had sent, or sends it elsewhere. */
function loseEverything(sim: Sim, s: number, end: End, by: number): void {
  const { world } = sim;
  const { servers, requests } = world;
  settleWork(sim, s);
  if (sim.world.servers.taskCount[s] > 0) further().dropTasks(sim, s);
  servers.busy[s] = 0;
  servers.busyWorkers[s] = 0;
  servers.queueLength[s] = 0;
  servers.queueFirst[s] = NONE;
  servers.queueLast[s] = NONE;
  servers.queueEvent[s] = 0;
  if (world.pages.length > 0) further().forgetPage(world, s);
  if (world.copies.used + world.tombstones.used > 0) further().forgetMember(sim, s);
  const count = shelfCount(world, s);
  const wanted = clearShelf(world, s, end, by);
  if (count > 0) tell(sim, { what: 'sessions-lost', place: s, count, wanted, by });
  for (let r = 0; r < requests.length; r++) {
    if (requests.serial[r] === 0 || requests.server[r] !== s) continue;
    // What the balancer has given up on is decided, though it has not set out for home: it may be what drained the server.
    if (requests.counted[r] === 0) continue;
    const phase = requests.phase[r];
    if (requests.working[r] === 1 || phase === RequestPhase.queued) {
      requests.working[r] = 0;
      requests.late[r] = Reason.none;
      if (canReplay(sim, r)) replay(sim, r, AttemptFailure.died);
      else {
        decide(sim, r, 502, Reason.serverDied);
        passBack(sim, r);
      }
    } else if (phase === RequestPhase.connecting) {
      requests.late[r] = Reason.none; // the attempt is now refused instead of unanswered
      endPhaseAt(sim, r, world.nowMs);
    }
  }
}

function changeState(sim: Sim, s: number, state: ServerState, by: number, forMs: number | null): void {
  const { servers, nowMs } = sim.world;
  servers.state[s] = state;
  servers.sinceMs[s] = nowMs;
  servers.by[s] = by;
  servers.untilMs[s] = forMs === null ? Number.POSITIVE_INFINITY : nowMs + forMs;
  servers.event[s] = forMs === null ? 0 : after(sim, forMs, EventKind.server, s);
  tell(sim, { what: 'server-state', server: s, state, by });
}
