/** How requests come into being, go from phase to phase, get their answer settled, and end. */
import { forgetAttempts } from './attempts.ts';
import { further } from './further.ts';
import { dropSession, holdSession } from './shelves.ts';
import { after, EventKind, type Sim } from './sim.ts';
import {
  BROKEN_STATUS,
  blankRequest,
  isAwaited,
  Reason,
  RequestKind,
  RequestPhase,
  RoutedBy,
} from './state/requests.ts';
import { addRow, freeRow, NONE } from './state/table.ts';
import type { World } from './state/world.ts';
import { dropToken, holdToken, tokenBytes } from './tokens.ts';

/** A request is born; `setOut` sends it on its way. `user` is NONE for a passing visitor. */
export function makeRequest(sim: Sim, user: number, kind: RequestKind): number {
  const { world } = sim;
  const { requests } = world;
  const rows = requests.length;
  const r = addRow(requests);
  if (r === rows) blankRequest(requests, r);
  requests.serial[r] = ++world.totals.born;
  requests.user[r] = user;
  requests.kind[r] = kind;
  requests.bornMs[r] = world.nowMs;
  requests.sentMs[r] = 0;
  requests.arrivedMs[r] = 0;
  requests.server[r] = NONE;
  requests.late[r] = Reason.none;
  requests.routedBy[r] = RoutedBy.nobody;
  requests.visitor[r] = 0;
  requests.tries[r] = 0;
  requests.status[r] = 0;
  requests.reason[r] = Reason.none;
  // Files come without any cookie, and a cache that asks by itself has none.
  if (user !== NONE && isAwaited(kind)) bringCookies(sim, r, user);
  return r;
}

function bringCookies(sim: Sim, r: number, user: number): void {
  const { requests, users } = sim.world;
  requests.session[r] = users.session[user];
  requests.bound[r] = users.bound[user];
  requests.forced[r] = users.refused[user];
  holdSession(sim.world, requests.session[r]);
  if (users.token[user] !== NONE) bringToken(sim, r, users.token[user]);
}

/** The cookie that comes along holds the session itself. */
export function bringToken({ world, scenario }: Sim, r: number, token: number): void {
  const { totals, tokens } = world;
  world.requests.token[r] = token;
  holdToken(world, token);
  totals.tokensSent++;
  totals.tokenBytes += tokenBytes(scenario, tokens.cart[token]);
}

/** The request leaves. With no distances and no work it may be over before this returns. */
export function setOut(sim: Sim, r: number): void {
  if (sim.uses.caches) further().setOutPastCaches(sim, r);
  else enterPhase(sim, r, RequestPhase.toBalancer, sim.scenario.hops.userMs);
}

/** The balancer has an answer, a server's or its own, and passes it on to the one who asked. */
export function sendHome(sim: Sim, r: number): void {
  const { requests } = sim.world;
  if (requests.object[r] !== NONE || requests.edge[r] !== NONE) further().sendHomePastCaches(sim, r);
  else enterPhase(sim, r, RequestPhase.toUser, sim.scenario.hops.userMs);
}

/**
 * Puts a request into a phase that ends after `durationMs`. With 0 it ends at once, without an event,
 * except for work and for a store that fails at once: a worker then takes the next request, and a long queue
 * of requests that need no time would end in as many calls inside each other.
 */
export function enterPhase(sim: Sim, r: number, phase: RequestPhase, durationMs: number): void {
  const { requests, nowMs } = sim.world;
  const lasts = durationMs > 0 || phase === RequestPhase.serving || requests.late[r] === Reason.storeDown;
  requests.phase[r] = phase;
  requests.sinceMs[r] = nowMs;
  requests.untilMs[r] = nowMs + durationMs;
  requests.event[r] = lasts ? after(sim, durationMs, EventKind.request, r) : 0;
  if (sim.observer?.moved) sim.observer.moved(sim.world, r);
  if (!lasts) sim.phaseEnded(r, phase);
}

/** Puts a request into a phase that something else will end. */
export function enterWait(sim: Sim, r: number, phase: RequestPhase): void {
  const { requests, nowMs } = sim.world;
  requests.phase[r] = phase;
  requests.sinceMs[r] = nowMs;
  requests.untilMs[r] = Number.POSITIVE_INFINITY;
  requests.event[r] = 0;
  if (sim.observer?.moved) sim.observer.moved(sim.world, r);
}

/** Moves the end of the phase a request is in; `Infinity` for "nobody knows". The phase goes on. */
export function endPhaseAt(sim: Sim, r: number, untilMs: number): void {
  const { requests, nowMs } = sim.world;
  requests.untilMs[r] = untilMs;
  requests.event[r] =
    untilMs === Number.POSITIVE_INFINITY ? 0 : after(sim, Math.max(0, untilMs - nowMs), EventKind.request, r);
  if (sim.observer?.moved) sim.observer.moved(sim.world, r);
}

/**
 * Decides what the answer will be. Nothing changes it after that, unless it is about something that caches keep: one
 * on the way back may still put what it has in the place of a failure, so that the last of them settles it.
 */
export function decide(sim: Sim, r: number, status: number, reason: Reason): void {
  const { requests } = sim.world;
  requests.status[r] = status;
  requests.reason[r] = reason;
  if (requests.object[r] === NONE && sim.observer?.decided) sim.observer.decided(sim.world, r);
}

/**
 * The status of a failure that the balancer cannot tell any more, because it is gone: a CDN finds words for it, anybody
 * else gets none.
 */
export function failedStatus({ world: { requests } }: Sim, r: number): number {
  return requests.edge[r] === NONE ? BROKEN_STATUS : 502;
}

/** The answer has left the last cache that could have changed it. */
export function settle(sim: Sim, r: number): void {
  if (sim.world.requests.object[r] !== NONE && sim.observer?.decided) sim.observer.decided(sim.world, r);
}

/** What a cache asked for by itself has come to it. */
export function endRefresh(sim: Sim, r: number): void {
  const { requests, totals } = sim.world;
  if (requests.status[r] < 400) totals.ok++;
  else totals.failed++;
  endRequest(sim, r);
}

/** The answer has reached the one who asked, or found nobody, and the request is forgotten. */
export function endRequest(sim: Sim, r: number): void {
  const { world } = sim;
  const { requests } = world;
  if (requests.abandoned[r] === 1) {
    world.abandoned--;
    requests.abandoned[r] = 0;
  } else if (sim.observer?.finished) sim.observer.finished(world, r);
  if (requests.attempts[r] > 0) forgetAttempts(world, r);
  requests.serial[r] = 0;
  requests.event[r] = 0;
  requests.patience[r] = 0;
  // A visit that no cache had to do with has touched nothing else that has to be blank.
  if (requests.kind[r] !== RequestKind.visit || requests.object[r] !== NONE || requests.edge[r] !== NONE)
    dropAll(world, r);
  freeRow(requests, r);
}

/** Lets go of everything that a request had. */
function dropAll(world: World, r: number): void {
  const { requests } = world;
  dropSession(world, requests.session[r]);
  dropSession(world, requests.newSession[r]);
  dropToken(world, requests.token[r]);
  dropToken(world, requests.newToken[r]);
  blankRequest(requests, r);
}
