/** Inside a server: queue, workers, the look at the session, the work, and the answer. */
import { further } from './further.ts';
import { canReplay, replay } from './retries.ts';
import { answerDeadlineMs, passBack, settleWork } from './serverLife.ts';
import { canRead, changesSession } from './sessionAccess.ts';
import { after, EventKind, type Sim } from './sim.ts';
import { AttemptFailure } from './state/attempts.ts';
import { needsSession, Reason, RequestKind, RequestPhase } from './state/requests.ts';
import { accepts, ServerState } from './state/servers.ts';
import { StoreError } from './state/storeErrors.ts';
import { NONE } from './state/table.ts';
import type { World } from './state/world.ts';
import { decide, enterPhase, enterWait, failedStatus } from './travel.ts';
import { occupy, refuse, serve } from './work.ts';

/** A request reaches its server. Returns false when the connection is refused. */
export function arrive(sim: Sim, r: number): boolean {
  const { requests, servers, nowMs } = sim.world;
  const s = requests.server[r];
  if (servers.state[s] === ServerState.hung) {
    requests.late[r] = Reason.unreachable;
    enterPhase(sim, r, RequestPhase.connecting, sim.scenario.balancer.connectTimeoutMs);
    return true;
  }
  if (!accepts(servers.state[s])) return false;
  requests.arrivedMs[r] = nowMs;
  if (servers.busy[s] < servers.workers[s]) begin(sim, r);
  else if (servers.queueLength[s] < servers.queueLimit[s]) enqueue(sim, r);
  else {
    servers.answered[s]++;
    decide(sim, r, 503, Reason.queueFull);
    enterPhase(sim, r, RequestPhase.fromServer, sim.scenario.hops.serverMs);
  }
  return true;
}

/** The store has answered a read, or the wait for it was in vain. */
export function sessionRead(sim: Sim, r: number): void {
  if (sim.world.requests.late[r] !== Reason.none) {
    giveUp(sim, r);
    return;
  }
  further().readFromStore(sim, r);
}

/** The work is done. What it changed in the session is kept before the answer leaves. */
export function workDone(sim: Sim, r: number): void {
  const { world } = sim;
  const { requests } = world;
  if (requests.late[r] !== Reason.none) {
    giveUp(sim, r);
    return;
  }
  const keeps = changesSession(sim, r);
  if (keeps && sim.strategy.keepsInStore(sim, r)) {
    further().askStore(sim, r, RequestPhase.writingStore);
    return;
  }
  const spreadMs = keeps && sim.strategy.spreads ? further().spreadMs(sim, r) : 0;
  if (spreadMs > 0) {
    occupy(sim, r, RequestPhase.spreading, spreadMs);
    return;
  }
  if (keeps) sim.strategy.keep(sim, r);
  answer(sim, r);
}

/** The server has told the others, or the balancer does not wait any more. */
export function sessionSpread(sim: Sim, r: number): void {
  if (sim.world.requests.late[r] !== Reason.none) {
    giveUp(sim, r);
    return;
  }
  // Meanwhile sessions may have moved to where somebody has to be asked.
  if (!sim.strategy.spreads) {
    workDone(sim, r);
    return;
  }
  sim.strategy.keep(sim, r);
  answer(sim, r);
}

/** What another worker computes did not come in time: the balancer's patience is over, or the worker's. */
export function pageWaitOver(sim: Sim, r: number): void {
  further().leaveWaitingForPage(sim, r);
  if (sim.world.requests.late[r] !== Reason.none) giveUp(sim, r);
  else further().compute(sim, r);
}

/** The store has kept the session, or the wait for it was in vain. */
export function sessionWritten(sim: Sim, r: number): void {
  const { requests } = sim.world;
  const late = requests.late[r] as Reason;
  if (late === Reason.none) {
    if (further().carryOut(sim, r) || !needsTheWrite(sim, r)) {
      answer(sim, r);
      return;
    }
    decide(sim, r, 500, Reason.storeRefused);
    leave(sim, r);
  } else if (isStoreFailure(late) && !needsTheWrite(sim, r)) {
    requests.late[r] = Reason.none;
    if (late !== Reason.storeRefused) requests.storeError[r] = StoreError.unanswered;
    answer(sim, r);
  } else giveUp(sim, r);
}

const isStoreFailure = (reason: Reason): boolean =>
  reason === Reason.storeDown || reason === Reason.storeSlow || reason === Reason.storeRefused;

/** A page is computed when its renewal fails, and a refusal is one without an empty session; the rest failed. */
function needsTheWrite({ world: { requests } }: Sim, r: number): boolean {
  return requests.status[r] === 0 && requests.kind[r] !== RequestKind.page;
}

/** The first in the queue has waited as long as the balancer waits. */
export function queueWaitedTooLong(sim: Sim, s: number): void {
  const { servers, nowMs } = sim.world;
  const r = servers.queueFirst[s];
  servers.queueEvent[s] = 0;
  if (r === NONE) return;
  if (queueDeadlineMs(sim, r) <= nowMs) {
    takeFirst(sim, s);
    if (answerDeadlineMs(sim, r) > nowMs) {
      decide(sim, r, sim.scenario.balancer.status.queueTimeout, Reason.queuedTooLong);
      passBack(sim, r);
    } else if (canReplay(sim, r)) replay(sim, r, AttemptFailure.tooSlow);
    else {
      decide(sim, r, 504, Reason.tooSlow);
      passBack(sim, r);
    }
  }
  watchQueue(sim, s);
}

/** How long the balancer lets a request wait in its queue. */
function queueDeadlineMs(sim: Sim, r: number): number {
  const { queueTimeoutMs } = sim.scenario.balancer;
  const answerMs = answerDeadlineMs(sim, r);
  return queueTimeoutMs === null
    ? answerMs
    : Math.min(answerMs, sim.world.requests.arrivedMs[r] + queueTimeoutMs);
}

function enqueue(sim: Sim, r: number): void {
  const { requests, servers } = sim.world;
  const s = requests.server[r];
  requests.next[r] = NONE;
  if (servers.queueFirst[s] === NONE) servers.queueFirst[s] = r;
  else requests.next[servers.queueLast[s]] = r;
  servers.queueLast[s] = r;
  servers.queueLength[s]++;
  enterWait(sim, r, RequestPhase.queued);
  watchQueue(sim, s);
}

function takeFirst(sim: Sim, s: number): number {
  const { requests, servers } = sim.world;
  const r = servers.queueFirst[s];
  servers.queueFirst[s] = requests.next[r];
  if (servers.queueFirst[s] === NONE) servers.queueLast[s] = NONE;
  servers.queueLength[s]--;
  return r;
}

/** One clock per queue is enough: the first in it is the first whose time is up. */
export function watchQueue(sim: Sim, s: number): void {
  const { servers, nowMs } = sim.world;
  const first = servers.queueFirst[s];
  if (first === NONE || servers.queueEvent[s] !== 0) return;
  const { answerTimeoutMs, queueTimeoutMs } = sim.scenario.balancer;
  if (answerTimeoutMs === null && queueTimeoutMs === null) return;
  servers.queueEvent[s] = after(sim, Math.max(0, queueDeadlineMs(sim, first) - nowMs), EventKind.queue, s);
}

/** A worker takes the request. */
function begin(sim: Sim, r: number): void {
  const { requests, servers } = sim.world;
  const s = requests.server[r];
  settleWork(sim, s);
  servers.busy[s]++;
  requests.working[r] = 1;
  takeWorker(sim, s, r);
  const kind = requests.kind[r];
  if (!needsSession(kind)) {
    if (requests.object[r] === NONE) serve(sim, r);
    else further().servePage(sim, r);
  } else if (requests.session[r] === NONE) refuse(sim, r, Reason.noCookie);
  else if (!canRead(sim, r)) refuse(sim, r, Reason.unknownKey);
  else sim.strategy.find(sim, r);
}

/** The first free worker, so that a request keeps its place on the server's card while it is worked on. */
function takeWorker(sim: Sim, s: number, r: number): void {
  const { requests, servers } = sim.world;
  const free = ~servers.busyWorkers[s];
  const worker = free === 0 ? 31 : 31 - Math.clz32(free & -free);
  requests.worker[r] = worker;
  servers.busyWorkers[s] |= 1 << worker;
}

/**
 * The store did not answer in time, which the server says; or the server did not, which the balancer says; or nobody
 * is there any more to pass an answer on.
 */
export function giveUp(sim: Sim, r: number): void {
  const { requests } = sim.world;
  const s = requests.server[r];
  const reason = requests.late[r] as Reason;
  requests.late[r] = Reason.none;
  if (requests.task[r] !== NONE) further().endTask(sim, r);
  if (isStoreFailure(reason)) {
    decide(sim, r, 500, reason);
    leave(sim, r);
    return;
  }
  if (requests.object[r] !== NONE) further().pageComputed(sim, r);
  if (reason === Reason.tooSlow && canReplay(sim, r)) {
    release(sim, r);
    replay(sim, r, AttemptFailure.tooSlow);
  } else {
    decide(sim, r, reason === Reason.tooSlow ? 504 : failedStatus(sim, r), reason);
    release(sim, r);
    passBack(sim, r);
  }
  takeNext(sim, s);
}

function answer(sim: Sim, r: number): void {
  const { requests } = sim.world;
  // A refusal has its status already.
  if (requests.status[r] === 0) decide(sim, r, 200, reasonOfSuccess(sim, r));
  else decide(sim, r, requests.status[r], requests.reason[r] as Reason);
  if (requests.object[r] !== NONE) further().pageComputed(sim, r);
  leave(sim, r);
}

/** Will the person who waits for this page miss something in the cart that was there before? */
function isStale({ requests, users }: World, r: number): boolean {
  const kind = requests.kind[r];
  if (kind !== RequestKind.page && kind !== RequestKind.cart) return false;
  if (requests.user[r] === NONE || requests.abandoned[r] === 1) return false;
  return requests.cart[r] < users.cart[requests.user[r]] + Number(kind === RequestKind.cart);
}

function reasonOfSuccess({ world }: Sim, r: number): Reason {
  const { requests } = world;
  const kind = requests.kind[r];
  if (kind === RequestKind.visit) return Reason.served;
  if (requests.user[r] === NONE && requests.session[r] !== NONE) return Reason.impostor;
  if (isStale(world, r)) return Reason.staleCart;
  if (kind === RequestKind.login) return Reason.loggedIn;
  return kind === RequestKind.logout ? Reason.loggedOut : Reason.served;
}

/** The server's answer sets out, and the worker takes the next request. */
function leave(sim: Sim, r: number): void {
  const { requests, servers } = sim.world;
  const s = requests.server[r];
  servers.answered[s]++;
  release(sim, r);
  enterPhase(sim, r, RequestPhase.fromServer, sim.scenario.hops.serverMs);
  takeNext(sim, s);
}

/** The worker is free again. */
function release(sim: Sim, r: number): void {
  const { requests, servers } = sim.world;
  const s = requests.server[r];
  settleWork(sim, s);
  servers.busy[s]--;
  servers.busyWorkers[s] &= ~(1 << requests.worker[r]);
  requests.working[r] = 0;
}

function takeNext(sim: Sim, s: number): void {
  const { servers } = sim.world;
  if (accepts(servers.state[s]) && servers.queueFirst[s] !== NONE && servers.busy[s] < servers.workers[s]) {
    begin(sim, takeFirst(sim, s));
  }
}
