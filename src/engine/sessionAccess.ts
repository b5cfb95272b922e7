/** How a server gets at sessions: asks the store, looks a record up, and keeps what a request changed. */
import { dropRecord, findRecord, makeSession, putRecord } from './shelves.ts';
import type { Sim } from './sim.ts';
import { Reason, RequestKind, type RequestPhase } from './state/requests.ts';
import { type Place, SessionEnd } from './state/sessions.ts';
import { NONE } from './state/table.ts';
import { occupy, refuse, serve } from './work.ts';

/** As many as the column holds; nobody ever put that much into a cart. */
const MOST_IN_CART = 65_535;

/** Begins a store command: an answer after the latency, or nothing until the server's patience ends. */
export function askStore(
  sim: Sim,
  r: number,
  phase: typeof RequestPhase.readingStore | typeof RequestPhase.writingStore,
): void {
  const { store } = sim.scenario;
  const up = sim.world.store.up === 1;
  sim.world.requests.late[r] = up ? Reason.none : Reason.storeDown;
  occupy(sim, r, phase, up ? store.latencyMs : store.timeoutMs);
}

/** Looks for the record of the request's session at a place. */
export function lookUp(sim: Sim, r: number, place: Place): void {
  const { world } = sim;
  const { records, requests, nowMs } = world;
  const { idleMs } = sim.scenario.sessions;
  const record = findRecord(world, requests.session[r], place);
  requests.lookedIn[r] = place;
  if (record === NONE) refuse(sim, r, Reason.noRecord);
  else if (idleMs !== null && nowMs - records.usedMs[record] > idleMs) {
    dropRecord(world, record, SessionEnd.expired, NONE, records.usedMs[record] + idleMs);
    refuse(sim, r, Reason.expired);
  } else {
    records.usedMs[record] = nowMs;
    requests.cart[r] = records.cart[record];
    serve(sim, r);
  }
}

/** Does what the request asked for to its session, at the place that keeps it. */
export function keepAt(sim: Sim, r: number, place: Place): void {
  const { world } = sim;
  const { requests, records } = world;
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
      if (requests.cart[r] < MOST_IN_CART) requests.cart[r]++;
      // The store writes whole sessions, so one that vanished since it was read comes back.
      if (record === NONE) putRecord(world, session, place, requests.cart[r]);
      else records.cart[record] = requests.cart[r];
      break;
    default:
      break;
  }
}
