/** The people: what they ask for, and what they make of the answer. Answers to passing visitors arrive here too. */
import { schedule } from './eventQueue.ts';
import { further } from './further.ts';
import { meanMs, sampleMs } from './random/distributions.ts';
import { uniform } from './random/streams.ts';
import type { People, ScriptLine } from './scenario.ts';
import { dropSession, holdSession } from './shelves.ts';
import { after, EventKind, type Sim, tell } from './sim.ts';
import { GAVE_UP_STATUS, Reason, RequestKind } from './state/requests.ts';
import { NONE } from './state/table.ts';
import { UserPhase } from './state/users.ts';
import type { World } from './state/world.ts';
import { dropToken, holdToken } from './tokens.ts';
import { comeBack, isFailure, retryPauseMs, startPatience, stopWaiting } from './traffic/patience.ts';
import { endRequest, makeRequest, setOut } from './travel.ts';

/**
 * Nobody clicks faster than this. It keeps time moving in a world without any delay, where a person
 * would otherwise ask for ever at one and the same moment.
 */
export const SHORTEST_PAUSE_MS = 1;

/** The lines of a script, sorted out by person: a person's nth line is the nth request of that person. */
export function scriptByPerson({ count, script }: People): ScriptLine[][] | null {
  if (script === null) return null;
  const lines: ScriptLine[][] = Array.from({ length: count }, () => []);
  for (const line of script) lines[line.user].push(line);
  return lines;
}

/** Everybody starts with a pause, so that not all come at the same time. */
export function startPeople(sim: Sim): void {
  const { users } = sim.world;
  for (let user = 0; user < users.length; user++) waitForNext(sim, user, false);
}

/** A person's pause is over. */
export function ask(sim: Sim, user: number): void {
  const { users } = sim.world;
  const nth = users.sent[user]++;
  users.phase[user] = UserPhase.waiting;
  users.event[user] = 0;
  users.asked[user] = nextKind(sim, user, nth);
  const kind = users.asked[user] as RequestKind;
  const r = makeRequest(sim, user, kind);
  sim.world.requests.luck[r] = uniform(sim.streams.service, user, nth);
  const tries = users.tries[user];
  if (tries > 0) sim.world.totals.retries++;
  sim.world.requests.tries[r] = tries;
  startPatience(sim, r);
  setOut(sim, r);
}

/** The person logs out next: at once when nothing is under way. False when there is nothing to log out of. */
export function logOutNext(sim: Sim, user: number): boolean {
  const { users } = sim.world;
  if (sim.script !== null || users.loggedIn[user] === 0 || users.phase[user] === UserPhase.left) return false;
  users.pagesLeft[user] = 0;
  users.tries[user] = 0;
  if (users.phase[user] === UserPhase.thinking) pause(sim, user, 0);
  return true;
}

/** Whoever asked waits no longer. */
export function patienceOver(sim: Sim, r: number): void {
  const { requests, users, nowMs } = sim.world;
  const user = requests.user[r];
  stopWaiting(sim, r);
  if (user === NONE) {
    comeBack(sim, r);
    return;
  }
  users.lastStatus[user] = GAVE_UP_STATUS;
  users.lastAnswerMs[user] = nowMs;
  goOn(sim, user);
}

/** The answer has arrived, where somebody may still wait for it. */
export function receive(sim: Sim, r: number): void {
  const { world } = sim;
  const { requests, totals } = world;
  if (requests.abandoned[r] === 1) {
    endRequest(sim, r);
    return;
  }
  const status = requests.status[r];
  if (status < 400) totals.ok++;
  else if (status === 401) totals.refused++;
  else totals.failed++;
  if (requests.kind[r] !== RequestKind.visit) {
    receiveOther(sim, r, status);
    return;
  }
  // Passing visitors are most of a crowd, so what happens to them is short.
  if (isFailure(status)) comeBack(sim, r);
  const visitor = requests.visitor[r];
  const needsFiles = status < 400 && sim.scenario.files.perPage > 0;
  endRequest(sim, r);
  if (needsFiles) further().askForFiles(sim, NONE, visitor);
}

/** Any other answer: to somebody who has a name, to whoever holds a copy of their cookie, or a file. */
function receiveOther(sim: Sim, r: number, status: number): void {
  const { world } = sim;
  const { requests, users } = world;
  if (requests.kind[r] === RequestKind.file) {
    endRequest(sim, r); // it came along with a page, and nobody does anything about it
    return;
  }
  const user = requests.user[r];
  const needsFiles = sim.scenario.files.perPage > 0 && status < 400 && requests.kind[r] === RequestKind.page;
  if (user !== NONE) {
    users.sees[user] = NONE;
    users.lastStatus[user] = status;
    users.lastAnswerMs[user] = world.nowMs;
    if (status < 400) welcome(sim, r, user);
    else if (status === 401) turnAway(sim, r, user);
    if (sim.strategy.affinity === 'cookie' && sim.scenario.balancer.affinity === 'cookie')
      takeAffinityCookie(world, r, user);
  }
  endRequest(sim, r);
  if (needsFiles) further().askForFiles(sim, user, 0);
  if (user !== NONE) goOn(sim, user);
}

/** The balancer's cookie comes with every answer of a server, and out of a cache that keeps what it should not. */
function takeAffinityCookie({ requests, users }: World, r: number, user: number): void {
  if (answeredByServer(requests.reason[r])) {
    users.bound[user] = requests.server[r];
    users.cachedCookie[user] = 0;
  } else if (requests.sees[r] !== NONE && requests.bound[r] !== NONE) {
    users.bound[user] = requests.bound[r];
    users.cachedCookie[user] = 1;
  }
}

function welcome(sim: Sim, r: number, user: number): void {
  const { world } = sim;
  const { requests, users, totals } = world;
  switch (requests.kind[r]) {
    case RequestKind.login: {
      takeCookie(world, r, user);
      totals.logins++;
      if (requests.forced[r] === 1) {
        totals.forcedLogins++;
        users.forcedLogins[user]++;
        totals.cartItemsLost += Math.max(0, users.cart[user] - requests.cart[r]);
      }
      users.loggedIn[user] = 1;
      users.refused[user] = 0;
      users.cart[user] = requests.cart[r];
      users.pagesLeft[user] = sim.scenario.people.pagesPerVisit ?? NONE;
      break;
    }
    case RequestKind.logout:
      forget(world, user);
      totals.logouts++;
      break;
    default:
      takeCookie(world, r, user);
      if (requests.reason[r] === Reason.othersPage) {
        users.sees[user] = requests.sees[r];
        totals.wrongPages++;
      } else users.cart[user] = requests.cart[r];
      if (users.pagesLeft[user] > 0) users.pagesLeft[user]--;
  }
}

/** Refused: log in again. Who only wanted to log out is out, whatever some server still remembers. */
function turnAway({ world }: Sim, r: number, user: number): void {
  const { requests, users } = world;
  if (requests.kind[r] === RequestKind.logout) forget(world, user);
  else {
    users.loggedIn[user] = 0;
    users.refused[user] = 1;
  }
  takeCookie(world, r, user);
}

/** The answer may set a cookie, which takes the place of the one there was. */
function takeCookie(world: World, r: number, user: number): void {
  const { users, requests, tokens } = world;
  const token = requests.newToken[r];
  const session = token === NONE ? requests.newSession[r] : tokens.session[token];
  if (session === NONE) return;
  holdSession(world, session);
  holdToken(world, token);
  dropSession(world, users.session[user]);
  dropToken(world, users.token[user]);
  users.session[user] = session;
  users.token[user] = token;
}

/** The person is out: the cookie is dropped, and with it what was seen in the cart. A copy may be kept somewhere. */
function forget(world: World, user: number): void {
  const { users } = world;
  dropSession(world, users.oldSession[user]);
  dropToken(world, users.oldToken[user]);
  users.oldSession[user] = users.session[user];
  users.oldToken[user] = users.token[user];
  users.session[user] = NONE;
  users.token[user] = NONE;
  users.loggedIn[user] = 0;
  users.cart[user] = 0;
}

function goOn(sim: Sim, user: number): void {
  const { users } = sim.world;
  const refused = users.refused[user] === 1 && users.lastStatus[user] === 401;
  const failed = isFailure(users.lastStatus[user]);
  const { patience } = sim.scenario;
  if (failed && sim.script === null && users.tries[user] < patience.retries) {
    const nth = users.tries[user]++;
    pause(sim, user, retryPauseMs(patience, uniform(sim.streams.retry, user, users.sent[user]), nth));
    return;
  }
  users.tries[user] = 0;
  if ((refused && isFedUp(sim, user)) || (failed && patience.leaves)) leave(sim, user);
  else waitForNext(sim, user, refused);
}

/** Is this one refusal too many? An assumption: nobody has measured what people do. */
function isFedUp(sim: Sim, user: number): boolean {
  const { users } = sim.world;
  const { leaveAfter, leaveChance } = sim.scenario.people;
  if (leaveAfter !== null && users.forcedLogins[user] >= leaveAfter) return true;
  return uniform(sim.streams.patience, user, users.sent[user]) < leaveChance;
}

function leave(sim: Sim, user: number): void {
  const { users, totals } = sim.world;
  users.phase[user] = UserPhase.left;
  totals.usersLeft++;
  tell(sim, { what: 'user-left', user });
}

/** Sets the time of a person's next request. */
function waitForNext(sim: Sim, user: number, refused: boolean): void {
  if (sim.script !== null) followScript(sim, sim.script[user], user);
  else if (refused) {
    const { retype } = sim.scenario.people;
    pause(sim, user, sampleMs(retype, uniform(sim.streams.think, user, sim.world.users.sent[user])));
  } else pause(sim, user, thinkMs(sim, user));
}

function followScript({ world }: Sim, lines: readonly ScriptLine[], user: number): void {
  const { users, nowMs } = world;
  const nth = users.sent[user];
  const isOver = nth >= lines.length;
  users.phase[user] = isOver ? UserPhase.done : UserPhase.thinking;
  users.event[user] = isOver
    ? 0
    : schedule(world.queue, Math.max(nowMs, lines[nth].atMs), EventKind.person, user);
}

function pause(sim: Sim, user: number, durationMs: number): void {
  const { users } = sim.world;
  users.phase[user] = UserPhase.thinking;
  users.event[user] = after(sim, Math.max(SHORTEST_PAUSE_MS, durationMs), EventKind.person, user);
}

function thinkMs(sim: Sim, user: number): number {
  const { think } = sim.scenario.people;
  const scale = sim.world.settings.thinkMeanMs / (meanMs(think) || 1);
  return scale * sampleMs(think, uniform(sim.streams.think, user, sim.world.users.sent[user]));
}

function nextKind(sim: Sim, user: number, nth: number): RequestKind {
  const { users } = sim.world;
  const laidDown = sim.script?.[user][nth].ask ?? null;
  if (laidDown !== null) return RequestKind[laidDown];
  if (users.tries[user] > 0) return users.asked[user] as RequestKind;
  if (users.loggedIn[user] === 0) return RequestKind.login;
  if (users.pagesLeft[user] === 0) return RequestKind.logout;
  return uniform(sim.streams.action, user, nth) < sim.scenario.people.cartShare
    ? RequestKind.cart
    : RequestKind.page;
}

/** Did a server write the answer (and so the affinity cookie), or the balancer itself? */
function answeredByServer(reason: number): boolean {
  return (
    reason !== Reason.noServer &&
    reason !== Reason.unreachable &&
    reason !== Reason.serverDied &&
    reason !== Reason.tooSlow &&
    reason !== Reason.cached &&
    reason !== Reason.stale &&
    reason !== Reason.othersPage &&
    reason !== Reason.balancerDied &&
    reason !== Reason.balancerDown
  );
}
