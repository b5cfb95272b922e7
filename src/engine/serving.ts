/** Inside a server: queue, workers, the look at the session, the work, and the answer. */
import { sampleMs } from './random/distributions.ts';
import { answerDeadlineMs, settleWork } from './serverLife.ts';
import { dropRecord, findRecord, makeSession, putRecord } from './shelves.ts';
import { after, EventKind, type Sim } from './sim.ts';
import { Reason, RequestKind, RequestPhase } from './state/requests.ts';
import { accepts, ServerState } from './state/servers.ts';
import { SessionEnd, STORE } from './state/sessions.ts';
import { NONE } from './state/table.ts';
import { decide, enterPhase, enterWait } from './travel.ts';

/** A request reaches its server. Returns false when the connection is refused. */
export function arrive(sim: Sim, r: number): boolean {
  const { requests, servers, nowMs } = sim.world;
  const s = requests.server[r];
  if (servers.state[s] === ServerState.hung) {
    enterPhase(sim, r, RequestPhase.connecting, sim.scenario.balancer.connectTimeoutMs);
    return true;
  }
  if (!accepts(servers.state[s])) return false;
  requests.arrivedMs[r] = nowMs;
  if (servers.busy[s] < servers.workers[s]) begin(sim, r);
  else if (servers.queueLength[s] < servers.queueLimit[s]) enqueue(sim, r);
  else {
    decide(sim, r, 503, Reason.queueFull);
    enterPhase(sim, r, RequestPhase.fromServer, sim.scenario.hops.serverMs);
  }
  return true;
}

/** The store has answered a read, or the wait for it was in vain. */
export function sessionRead(sim: Sim, r: number): void {
  const { world } = sim;
  if (world.requests.late[r] === 1) {
    giveUp(sim, r);
    return;
  }
  world.store.reads++;
  sessionLookedUp(sim, r, findRecord(world, world.requests.session[r], STORE));
}

/** The work is done. What it changed in the session is kept before the answer leaves. */
export function workDone(sim: Sim, r: number): void {
  const { world } = sim;
  const { requests } = world;
  if (requests.late[r] === 1) {
    giveUp(sim, r);
    return;
  }
  const keeps = requests.status[r] === 0 && requests.kind[r] !== RequestKind.visit;
  if (keeps && sim.strategy.home(requests.server[r]) === STORE) {
    askStore(sim, r, RequestPhase.writingStore);
    return;
  }
  if (keeps) keepSession(sim, r);
  answer(sim, r);
}

/** The store has kept the session, or the wait for it was in vain. */
export function sessionWritten(sim: Sim, r: number): void {
  if (sim.world.requests.late[r] === 1) {
    giveUp(sim, r);
    return;
  }
  sim.world.store.writes++;
  keepSession(sim, r);
  answer(sim, r);
}

/** The first in the queue has waited as long as the balancer waits. */
export function queueWaitedTooLong(sim: Sim, s: number): void {
  const { servers, requests, nowMs } = sim.world;
  const r = servers.queueFirst[s];
  servers.queueEvent[s] = 0;
  if (r === NONE) return;
  if (answerDeadlineMs(sim, r) <= nowMs) {
    takeFirst(sim, s);
    decide(sim, r, 504, Reason.tooSlow);
    requests.late[r] = 0;
    enterPhase(sim, r, RequestPhase.fromServer, 0);
  }
  watchQueue(sim, s);
}

/** Begins a store command: an answer after the latency, or nothing until patience ends. */
export function askStore(
  sim: Sim,
  r: number,
  phase: typeof RequestPhase.readingStore | typeof RequestPhase.writingStore,
): void {
  const { store } = sim.scenario;
  const up = sim.world.store.up === 1;
  sim.world.requests.late[r] = up ? 0 : 1;
  enterPhase(sim, r, phase, up ? store.latencyMs : store.timeoutMs);
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
function watchQueue(sim: Sim, s: number): void {
  const { servers, nowMs } = sim.world;
  const first = servers.queueFirst[s];
  if (first === NONE || servers.queueEvent[s] !== 0 || sim.scenario.balancer.answerTimeoutMs === null) return;
  servers.queueEvent[s] = after(sim, answerDeadlineMs(sim, first) - nowMs, EventKind.queue, s);
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
  if (kind === RequestKind.visit || kind === RequestKind.login) serve(sim, r);
  else if (requests.session[r] === NONE) refuse(sim, r, Reason.noCookie);
  else {
    const home = sim.strategy.home(s);
    if (home === STORE) askStore(sim, r, RequestPhase.readingStore);
    else sessionLookedUp(sim, r, findRecord(sim.world, requests.session[r], home));
  }
}

/** The first free worker, so that a request keeps its place on the server's card while it is worked on. */
function takeWorker(sim: Sim, s: number, r: number): void {
  const { requests, servers } = sim.world;
  const free = ~servers.busyWorkers[s];
  const worker = free === 0 ? 31 : 31 - Math.clz32(free & -free);
  requests.worker[r] = worker;
  servers.busyWorkers[s] |= 1 << worker;
}

function sessionLookedUp(sim: Sim, r: number, record: number): void {
  const { world } = sim;
  const { records, nowMs } = world;
  const { idleMs } = sim.scenario.sessions;
  if (record === NONE) refuse(sim, r, Reason.noRecord);
  else if (idleMs !== null && nowMs - records.usedMs[record] > idleMs) {
    dropRecord(world, record, SessionEnd.expired, NONE);
    refuse(sim, r, Reason.expired);
  } else {
    records.usedMs[record] = nowMs;
    world.requests.cart[r] = records.cart[record];
    serve(sim, r);
  }
}

function refuse(sim: Sim, r: number, reason: Reason): void {
  decide(sim, r, 401, reason);
  work(sim, r, sim.scenario.service.refusalMs);
}

function serve(sim: Sim, r: number): void {
  const { requests } = sim.world;
  const { service } = sim.scenario;
  work(
    sim,
    r,
    sampleMs(requests.kind[r] === RequestKind.login ? service.login : service.page, requests.luck[r]),
  );
}

/** Works for as long as it takes, or for as long as the balancer waits. */
function work(sim: Sim, r: number, serviceMs: number): void {
  const { requests, servers, nowMs } = sim.world;
  const durationMs = serviceMs / servers.speed[requests.server[r]];
  const leftMs = answerDeadlineMs(sim, r) - nowMs;
  if (durationMs > leftMs) {
    requests.late[r] = 1;
    enterPhase(sim, r, RequestPhase.serving, Math.max(0, leftMs));
  } else enterPhase(sim, r, RequestPhase.serving, durationMs);
}

/** What the request does to its session, once the place that keeps it can be reached. */
function keepSession(sim: Sim, r: number): void {
  const { world } = sim;
  const { requests, records } = world;
  const place = sim.strategy.home(requests.server[r]);
  const session = requests.session[r];
  const record = session === NONE ? NONE : findRecord(world, session, place);
  switch (requests.kind[r]) {
    case RequestKind.login: {
      // A login gets a new session id (against session fixation); the old record goes if it is here.
      if (record !== NONE) dropRecord(world, record, SessionEnd.replaced, NONE);
      const made = makeSession(world, requests.user[r], place);
      requests.newSession[r] = made;
      putRecord(world, made, place, 0);
      break;
    }
    case RequestKind.logout:
      if (record !== NONE) dropRecord(world, record, SessionEnd.loggedOut, NONE);
      break;
    case RequestKind.cart:
      requests.cart[r]++;
      // The store writes whole sessions, so one that vanished since it was read comes back.
      if (record === NONE) putRecord(world, session, place, requests.cart[r]);
      else records.cart[record] = requests.cart[r];
      break;
    default:
      break;
  }
}

/** Neither the server nor the store came up with an answer in time. */
function giveUp(sim: Sim, r: number): void {
  const { requests } = sim.world;
  const serving =
    requests.phase[r] === RequestPhase.serving ||
    sim.world.servers.state[requests.server[r]] === ServerState.hung;
  requests.late[r] = 0;
  decide(sim, r, serving ? 504 : 500, serving ? Reason.tooSlow : Reason.storeDown);
  leave(sim, r);
}

function answer(sim: Sim, r: number): void {
  const { requests } = sim.world;
  if (requests.status[r] === 0) {
    const kind = requests.kind[r];
    decide(
      sim,
      r,
      200,
      kind === RequestKind.login
        ? Reason.loggedIn
        : kind === RequestKind.logout
          ? Reason.loggedOut
          : Reason.served,
    );
  }
  leave(sim, r);
}

/** The answer sets out, and the worker takes the next request. */
function leave(sim: Sim, r: number): void {
  const { requests, servers } = sim.world;
  const s = requests.server[r];
  settleWork(sim, s);
  servers.busy[s]--;
  servers.busyWorkers[s] &= ~(1 << requests.worker[r]);
  servers.answered[s]++;
  requests.working[r] = 0;
  enterPhase(sim, r, RequestPhase.fromServer, sim.scenario.hops.serverMs);
  if (accepts(servers.state[s]) && servers.queueFirst[s] !== NONE && servers.busy[s] < servers.workers[s]) {
    begin(sim, takeFirst(sim, s));
  }
}
