/**
 * The balancer's eyes, dice and look-up tables, made once for a simulation and pointed at one request after another.
 * Nothing here is state: all of it follows from the world and the scenario that holds.
 */
import { addressOfPerson, addressOfVisitor, writeAddress, writePerson } from './addresses.ts';
import { attemptsOf } from './attempts.ts';
import type { BalancerView, Draw, Policy } from './policies/policy.ts';
import { createTableCache, type TableCache, tableFor } from './policies/tables.ts';
import { type Stream, uniform } from './random/streams.ts';
import type { Scenario } from './scenario.ts';
import { NONE } from './state/table.ts';
import type { World } from './state/world.ts';

export interface Chooser {
  readonly view: BalancerView;
  readonly draw: Draw & { stream: Stream; serial: number; count: number };
  readonly tables: TableCache;
  /** Stamps given out so far to requests that had tried servers in vain. */
  stamps: number;
  /** The state of the balancer's lists when they were looked at last, and the policy that looked. */
  seen: number;
  seenBy: Policy | null;
}

/** Characters of the longest key: an address, or a person's cookie. */
const LONGEST_KEY = 24;

export function createChooser(settings: Scenario['balancer']): Chooser {
  const numbers = new Float64Array(0);
  const servers = new Int32Array(0);
  return {
    view: {
      nowMs: 0,
      settings,
      listed: servers,
      listedCount: 0,
      usable: servers,
      usableCount: 0,
      isUsable: new Uint8Array(0),
      changes: 0,
      noted: servers,
      inFlight: servers,
      inFlightTotal: 0,
      weight: numbers,
      own: numbers,
      perServer: [],
      attempts: 0,
      stamp: 0,
      triedBy: new Uint32Array(8),
      key: new Uint8Array(LONGEST_KEY),
      keyLength: 0,
      address: 0,
    },
    draw: {
      stream: 0,
      serial: 0,
      count: 0,
      next() {
        return uniform(this.stream, this.serial, this.count++);
      },
    },
    tables: createTableCache(),
    stamps: 0,
    seen: -1,
    seenBy: null,
  };
}

/** What a policy sees now, whichever request it is about. */
export function look(
  chooser: Chooser,
  policy: Policy,
  world: World,
  { balancer: settings }: Scenario,
): BalancerView {
  const { view } = chooser;
  const { balancer, servers } = world;
  view.nowMs = world.nowMs;
  view.inFlightTotal = balancer.inFlight;
  if (
    chooser.seen === balancer.changes &&
    chooser.seenBy === policy &&
    view.inFlight === servers.inFlight &&
    view.settings === settings
  ) {
    return view; // it sees the same lists and columns as the last time
  }
  chooser.seen = balancer.changes;
  chooser.seenBy = policy;
  view.settings = settings;
  view.listed = balancer.listed;
  view.listedCount = balancer.listedCount;
  view.usable = balancer.usable;
  view.usableCount = balancer.usableCount;
  view.isUsable = balancer.isUsable;
  view.changes = balancer.changes;
  if (view.noted.length !== balancer.usable.length) view.noted = new Int32Array(balancer.usable.length);
  view.inFlight = servers.inFlight;
  view.weight = policy.fixedWeights ? servers.fullWeight : servers.weight;
  view.own = balancer.policyOwn;
  view.perServer = balancer.policyPerServer;
  return view;
}

/** The policy's choice for a request, or NONE. */
export function pickFor(
  chooser: Chooser,
  policy: Policy,
  world: World,
  scenario: Scenario,
  r: number,
  routing: Stream,
): number {
  const { requests } = world;
  const { draw } = chooser;
  const view = look(chooser, policy, world, scenario);
  view.attempts = requests.attempts[r];
  view.stamp = view.attempts === 0 ? 0 : markTried(chooser, world, scenario, r);
  if (policy.reads !== undefined) read(view, policy.reads, world, scenario, r);
  draw.stream = routing;
  draw.serial = requests.serial[r];
  draw.count = view.attempts << 8; // every attempt has draws of its own
  return policy.pick(view, draw, tableFor(chooser.tables, policy, view, world.balancer.changes));
}

/** Marks the servers that the next attempt avoids, with a stamp that no other choice has. */
function markTried(chooser: Chooser, world: World, { balancer }: Scenario, r: number): number {
  const { view } = chooser;
  if (view.triedBy.length < world.servers.length) view.triedBy = new Uint32Array(2 * world.servers.length);
  const stamp = ++chooser.stamps;
  if (balancer.retryTo === 'next') {
    for (const a of attemptsOf(world, r)) view.triedBy[world.attempts.server[a]] = stamp;
  } else view.triedBy[world.requests.server[r]] = stamp; // HAProxy avoids only the last one
  return stamp;
}

/** Reads from the request what hashing goes by. */
function read(
  view: BalancerView,
  what: 'key' | 'address',
  { requests }: World,
  { people, balancer }: Scenario,
  r: number,
): void {
  const user = requests.user[r];
  if (what === 'key' && balancer.hashKey === 'user') {
    view.keyLength = user === NONE ? 0 : writePerson(view.key, 0, user); // passing visitors have no cookie
    return;
  }
  view.address =
    user === NONE ? addressOfVisitor(requests.luck[r]) : addressOfPerson(user, people.sharedAddress);
  if (what === 'key') view.keyLength = writeAddress(view.key, 0, view.address);
}
