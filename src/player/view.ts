/** The moment at the playhead as the page shows it: small plain objects, made a few times a second. */
import { addressOfPerson, SHARED_ADDRESS } from '../engine/addresses.ts';
import type { PolicyId } from '../engine/policies/index.ts';
import type { Scenario } from '../engine/scenario.ts';
import { SIZE_IDS, type SizeId } from '../engine/sizes.ts';
import { isAwaited } from '../engine/state/requests.ts';
import {
  SERVER_STATES,
  ServerState,
  type ServerStateName,
  SLOW_STEPS,
  serverName,
} from '../engine/state/servers.ts';
import type { Place } from '../engine/state/sessions.ts';
import { NONE } from '../engine/state/table.ts';
import { UserPhase } from '../engine/state/users.ts';
import type { World } from '../engine/state/world.ts';
import { STRATEGIES, type StrategyId } from '../engine/strategies/index.ts';
import { shapeOf } from '../engine/traffic/shapeOf.ts';
import { zoneOfServer } from '../engine/zones.ts';
import { hasSession } from '../timeline/hasSession.ts';
import { type Numbers, recentLoads, recentNumbers } from '../timeline/numbers.ts';
import { MOST_NOTICES, type Notice, RECENT_MS } from '../timeline/recent.ts';
import type { Timeline } from '../timeline/timeline.ts';
import {
  bytesCarried,
  copiesOfSession,
  lostAt,
  placeOfSession,
  type ShelfView,
  viewShelf,
} from './viewSessions.ts';
import { type StoreView, viewStore } from './viewStore.ts';

/** People shown by name; the rest of a crowd is shown as a number. */
export const NAMED_PEOPLE = 8;
export interface PersonView {
  index: number;
  /** `waiting` for an answer, `thinking` in between, `left` for good. */
  phase: 'thinking' | 'waiting' | 'left';
  /** Has a session that some place still knows. */
  session: 'none' | 'alive' | 'lost';
  /** Was just sent back to log in. */
  refused: boolean;
  /** Where the record of the session is, if anywhere. */
  place: Place | null;
  /** Servers that have it; 0 when it is elsewhere. */
  copies: number;
  /** Where the record was when it was lost to a failure or a restart, if it was. */
  lostAt: Place | null;
  /** Bytes of the token in the person's cookie; null when the cookie only names a session, or there is none. */
  tokenBytes: number | null;
  /** Has logged out before: a copy of the cookie from then may be somewhere. */
  hasOldCookie: boolean;
  /** Is logged in, as far as the person knows, and decides alone what to do next. */
  canLogOut: boolean;
  /** The server the balancer's cookie names, if any. */
  bound: number | null;
  cart: number;
  forcedLogins: number;
  /** Whose page is on the screen, when a cache gave out the page of somebody else. */
  sees: number | null;
  /** How long an answer has been awaited, in simulated milliseconds; 0 when none is. */
  waitingMs: number;
}

export interface ServerView {
  index: number;
  name: string;
  state: ServerStateName;
  sinceMs: number;
  untilMs: number;
  /** Has never been up. */
  isNew: boolean;
  /** The machine, where it has a size. */
  size: SizeId | null;
  vcpus: number;
  usdPerHour: number;
  /** Version of the program that it runs. */
  version: number;
  workers: number;
  busy: number;
  queue: number;
  /** Share of worker time used over the last two seconds. */
  load: number;
  healthy: boolean;
  /** The part of its weight that it has; less than 1 while it starts slowly. */
  weightShare: number;
  /** The balancer has been told to send no new people. */
  onlyBound: boolean;
  registered: boolean;
  checksAgainst: number;
  /** 1 or 2; all are in the first unless there are two. */
  zone: number;
  inFlight: number;
  shelf: ShelfView;
}

export interface BalancersView {
  /** How many there are, and how many of them run. */
  count: number;
  running: number;
  /** Does one of them have the address? */
  inCharge: boolean;
  /** Has the one in charge ever died? */
  hasDied: boolean;
}

export interface MomentView {
  nowMs: number;
  frontierMs: number;
  policy: PolicyId;
  strategy: StrategyId;
  /** The scenario that holds at this moment. */
  scenario: Scenario;
  thinkMeanMs: number;
  visitorsPerSecond: number;
  /** The same at this moment, where the shape of the traffic makes it rise and fall. */
  visitorsNow: number;
  people: PersonView[];
  /** Everybody, named or not. */
  peopleCount: number;
  loggedIn: number;
  peopleLeft: number;
  servers: ServerView[];
  usable: number[];
  /** The newest version of the program, and whether servers are still to get it. */
  version: number;
  deploying: boolean;
  balancers: BalancersView;
  store: StoreView;
  numbers: Numbers;
  totals: World['totals'];
  inside: number;
  notices: Notice[];
}

export function viewMoment(timeline: Timeline): MomentView {
  const { world, recent } = timeline;
  const { users, servers, settings } = world;
  const loads = recentLoads(recent, world);
  const people: PersonView[] = [];
  let loggedIn = 0;
  let peopleLeft = 0;
  for (let u = 0; u < users.length; u++) {
    const alive = hasSession(world, u);
    if (alive && users.refused[u] === 0) loggedIn++;
    if (users.phase[u] === UserPhase.left) peopleLeft++;
    if (u < NAMED_PEOPLE) people.push(viewPerson(timeline, u, alive));
  }
  noteWaiting(world, people);
  const serverViews: ServerView[] = [];
  for (let s = 0; s < servers.length; s++) {
    if (servers.state[s] !== ServerState.removed) serverViews.push(viewServer(timeline, s, loads[s]));
  }
  return {
    nowMs: world.nowMs,
    frontierMs: timeline.frontierMs,
    policy: settings.policy,
    strategy: settings.strategy,
    scenario: timeline.scenario,
    thinkMeanMs: settings.thinkMeanMs,
    visitorsPerSecond: settings.visitorsPerSecond,
    visitorsNow: visitorsNow(timeline),
    people,
    peopleCount: users.length,
    loggedIn,
    peopleLeft,
    servers: serverViews,
    version: world.deploy.version,
    deploying: world.deploy.active === 1,
    usable: Array.from(world.balancer.usable.subarray(0, world.balancer.usableCount)),
    balancers: viewBalancers(world),
    store: viewStore(timeline),
    numbers: recentNumbers(recent, world.nowMs),
    totals: { ...world.totals },
    inside: world.requests.used,
    notices: recentNotices(timeline),
  };
}

function viewBalancers({ balancers: { count, up, active, sinceMs } }: World): BalancersView {
  return { count, running: up[0] + up[1], inCharge: active !== NONE, hasDied: sinceMs > 0 };
}

/** What is worth telling of the last seconds; earlier notices may or may not still be there, and are left out. */
function recentNotices({ recent, nowMs }: Timeline): Notice[] {
  const first = recent.notices.findIndex((n) => n.atMs > nowMs - RECENT_MS);
  return first === -1 ? [] : recent.notices.slice(first).slice(-MOST_NOTICES);
}

/** To two digits, as exact as a rate that rises and falls needs to be. */
function visitorsNow({ world, scenario }: Timeline): number {
  const { visitorsPerSecond, shapeSinceMs } = world.settings;
  const { visitors } = scenario;
  if (visitors.shape === 'constant') return visitorsPerSecond;
  const perSecond = shapeOf(visitors.shape).perSecondAt(
    visitors,
    visitorsPerSecond,
    world.nowMs - shapeSinceMs,
  );
  return Number(perSecond.toPrecision(2));
}

function viewPerson({ world, scenario }: Timeline, u: number, alive: boolean): PersonView {
  const { users } = world;
  return {
    index: u,
    phase:
      users.phase[u] === UserPhase.left
        ? 'left'
        : users.phase[u] === UserPhase.waiting
          ? 'waiting'
          : 'thinking',
    session: users.session[u] === NONE ? 'none' : alive ? 'alive' : 'lost',
    refused: users.refused[u] === 1,
    place: alive ? placeOfSession(world, u) : null,
    copies: STRATEGIES[world.settings.strategy].keeper === 'memory' ? copiesOfSession(world, u) : 0,
    tokenBytes: bytesCarried(world, scenario, u),
    hasOldCookie: users.oldSession[u] !== NONE,
    canLogOut:
      users.loggedIn[u] === 1 && users.phase[u] !== UserPhase.left && scenario.people.script === null,
    lostAt: alive || users.session[u] === NONE ? null : lostAt(world, users.session[u]),
    bound: boundOf(world, scenario, u),
    cart: users.cart[u],
    forcedLogins: users.forcedLogins[u],
    sees: users.sees[u] === NONE ? null : users.sees[u],
    waitingMs: 0,
  };
}

/** The server that the balancer sends the person to, by its cookie or by the address. */
function boundOf(
  { users, balancer }: World,
  { balancer: settings, people }: Scenario,
  u: number,
): number | null {
  const byAddress = settings.affinity === 'address';
  const shares = byAddress && addressOfPerson(u, people.sharedAddress) === SHARED_ADDRESS;
  const bound = shares ? balancer.sharedAddressBound : byAddress ? users.addressBound[u] : users.bound[u];
  return bound === NONE ? null : bound;
}

/** Requests looked through for those of the named people; a crowd's are not worth the time. */
const MOST_LOOKED_THROUGH = 5000;

function noteWaiting({ requests, nowMs }: World, people: PersonView[]): void {
  for (let r = 0; r < Math.min(requests.length, MOST_LOOKED_THROUGH); r++) {
    const user = requests.user[r];
    if (!isAwaited(requests.kind[r]) || requests.abandoned[r] === 1) continue;
    if (requests.serial[r] !== 0 && user >= 0 && user < people.length)
      people[user].waitingMs = nowMs - requests.bornMs[r];
  }
}

function viewServer({ world, scenario }: Timeline, s: number, load: number): ServerView {
  const { servers } = world;
  return {
    index: s,
    name: serverName(s),
    state: SERVER_STATES[servers.state[s]],
    sinceMs: servers.sinceMs[s],
    untilMs: servers.untilMs[s],
    isNew: servers.registered[s] === 0 && servers.state[s] === ServerState.starting,
    size: servers.size[s] === NONE ? null : SIZE_IDS[servers.size[s]],
    vcpus: servers.vcpus[s],
    usdPerHour: servers.usdPerHour[s],
    version: servers.version[s],
    workers: servers.workers[s],
    busy: servers.busy[s],
    queue: servers.queueLength[s],
    load,
    healthy: servers.healthy[s] === 1,
    weightShare: servers.slowSteps[s] === 0 ? 1 : servers.slowSteps[s] / SLOW_STEPS,
    onlyBound: servers.onlyBound[s] === 1,
    registered: servers.registered[s] === 1,
    checksAgainst: servers.checksAgainst[s],
    zone: zoneOfServer(scenario, s),
    inFlight: servers.inFlight[s],
    shelf: viewShelf(world, s),
  };
}
