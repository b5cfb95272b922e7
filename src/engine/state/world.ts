/**
 * The world at one time: everything that decides what happens next, as plain data. Two worlds with the
 * same bytes have the same future.
 */
import { createEventQueue, type EventQueue } from '../eventQueue.ts';
import type { PolicyId } from '../policies/index.ts';
import { OWN_COLUMNS, OWN_NUMBERS } from '../policies/policy.ts';
import type { Scenario } from '../scenario.ts';
import type { StrategyId } from '../strategies/index.ts';
import { type Attempts, createAttempts } from './attempts.ts';
import { type Autoscaler, createAutoscaler } from './autoscaler.ts';
import { type Balancers, createBalancers } from './balancers.ts';
import { createEntries, type Entries } from './caches.ts';
import { createKeys, type Keys } from './keys.ts';
import { createRequests, type Requests } from './requests.ts';
import { createReturning, type Returning } from './returning.ts';
import { createServers, type Servers } from './servers.ts';
import { createRecords, createSessions, type Place, type Records, type Sessions } from './sessions.ts';
import type { Copies, Shards, Stores, Tombstones, Zones } from './stores.ts';
import { emptyRows, NONE } from './table.ts';
import type { Tasks } from './tasks.ts';
import { createTokens, type Tokens } from './tokens.ts';
import type { Unsaved } from './unsaved.ts';
import { createUsers, type Users } from './users.ts';

/** What a visitor can change while the run goes on. */
export interface Settings {
  policy: PolicyId;
  strategy: StrategyId;
  /** Intervention that last changed the strategy, or NONE. */
  strategyBy: number;
  strategySinceMs: number;
  /** Mean think time of the people, in milliseconds. */
  thinkMeanMs: number;
  /** Requests per second of passing visitors. */
  visitorsPerSecond: number;
  /** When the shape of their traffic was chosen: its times count from here. */
  shapeSinceMs: number;
  /** Intervention that last made more traffic, or NONE. */
  trafficBy: number;
  trafficSinceMs: number;
}

export interface Balancer {
  /** Servers it is configured with, in list order; the first `listedCount` entries count. */
  listed: Int32Array;
  listedCount: number;
  /** Those that may get new requests, in the same order; the first `usableCount` entries count. */
  usable: Int32Array;
  usableCount: number;
  /** 1 for each of those, by server. */
  isUsable: Uint8Array;
  /** How often these lists were worked out: what follows from them is up to date as long as this stays. */
  changes: number;
  /** 1 when all servers are to be used when all fail their checks; and while that is so. */
  usesAllDown: number;
  panics: number;
  /** The same as `users.addressBound` and `addressMs`, for the one address that several people share. */
  sharedAddressBound: number;
  sharedAddressMs: number;
  /** Requests sent to all servers together and not answered yet. */
  inFlight: number;
  /** Numbers that the policy remembers: a few of its own, and columns with one per server. */
  policyOwn: Float64Array;
  policyPerServer: Float64Array[];
}

/** The new version that servers get, one after the other. */
export interface Deploy {
  /** The newest version, from 1. */
  version: number;
  /** 1 while some server does not run it yet. */
  active: number;
  /** Servers that restart at the same time. */
  batch: number;
  /** 1 when each finishes what it has first. */
  drain: number;
  /** Intervention that began it, or NONE. */
  by: number;
  /** Number of the event at which it looks again; 0 when none is set. */
  event: number;
}

/** Counts since the start. */
export interface Totals {
  born: number;
  /** Of these, requests that ask again for what was asked for in vain. */
  retries: number;
  /** Answers that reached the one who asked, by class. */
  ok: number;
  refused: number;
  failed: number;
  logins: number;
  forcedLogins: number;
  logouts: number;
  sessionsMade: number;
  /** Sessions made by misses, with which nobody is logged in. */
  emptySessionsMade: number;
  /** Sessions somebody still had a cookie for, whose last record was destroyed by a failure or a restart. */
  sessionsLost: number;
  /** Logouts that a store confirmed and then lost: the session was valid again. */
  logoutsUndone: number;
  /** Copies of sessions that servers sent each other. */
  copies: number;
  /** Things in carts that were gone when their owner logged in again. */
  cartItemsLost: number;
  usersLeft: number;
  /** Requests that brought a token, and the bytes of these tokens. */
  tokensSent: number;
  tokenBytes: number;
  /** Requests that an edge node had the answer to, fresh or old; that it did not; and that it sent on. */
  edgeHits: number;
  edgeMisses: number;
  edgeFetches: number;
  /** The same for the caches of computed pages; a fetch is a page that a server was made to compute. */
  pageHits: number;
  pageMisses: number;
  pageFetches: number;
  /** Answers that showed a person somebody else's page. */
  wrongPages: number;
}

/** The last time that many people were logged out at once by a failure or a restart. */
export interface MassLogout {
  atMs: number;
  place: Place;
  count: number;
  by: number;
}

export interface World {
  nowMs: number;
  /** Interventions applied so far: the index of the next one. */
  interventions: number;
  /** Number of the event that brings the next visitor; 0 when none is set. */
  visitorEvent: number;
  /** Visitors so far: counts their draws. */
  visitors: number;
  /** Visitors since the shape of their traffic was chosen. */
  arrivals: number;
  /** Requests inside that nobody waits for any more. */
  abandoned: number;
  queue: EventQueue;
  settings: Settings;
  users: Users;
  requests: Requests;
  attempts: Attempts;
  returning: Returning;
  /** What the CDN keeps: for each edge node, the entries of all its objects. Empty until there is a CDN. */
  edge: Entries;
  /** The page of the visitors in the balancer's cache, and in that of each server. Empty until there is such a cache. */
  pages: Entries;
  servers: Servers;
  tasks: Tasks;
  deploy: Deploy;
  autoscaler: Autoscaler;
  sessions: Sessions;
  records: Records;
  keys: Keys;
  tokens: Tokens;
  balancers: Balancers;
  balancer: Balancer;
  massLogout: MassLogout;
  /** Empty until somebody uses the store, or does something to it. */
  stores: Stores;
  shards: Shards;
  unsaved: Unsaved;
  copies: Copies;
  /** Copies sent so far: counts their draws. */
  copiesSent: number;
  tombstones: Tombstones;
  /** Number of the event at which the store's next wait is over; 0 when it waits for nothing. */
  storeEvent: number;
  zones: Zones;
  totals: Totals;
}

export function createWorld(scenario: Scenario): World {
  return {
    nowMs: 0,
    interventions: 0,
    visitorEvent: 0,
    visitors: 0,
    arrivals: 0,
    abandoned: 0,
    queue: createEventQueue(),
    settings: {
      policy: scenario.balancer.policy,
      strategy: scenario.sessions.strategy,
      strategyBy: -1,
      strategySinceMs: 0,
      thinkMeanMs: 0,
      visitorsPerSecond: scenario.visitors.perSecond,
      shapeSinceMs: 0,
      trafficBy: -1,
      trafficSinceMs: 0,
    },
    users: createUsers(scenario.people.count),
    requests: createRequests(),
    attempts: createAttempts(),
    returning: createReturning(),
    edge: createEntries(),
    pages: createEntries(),
    servers: createServers(),
    // It comes with the first computation that shares a machine (`sharing.ts`).
    tasks: emptyRows() as Tasks,
    deploy: { version: 1, active: 0, batch: 1, drain: 0, by: NONE, event: 0 },
    autoscaler: createAutoscaler(),
    sessions: createSessions(),
    records: createRecords(),
    keys: createKeys(),
    tokens: createTokens(),
    balancers: createBalancers(scenario.balancer.count),
    balancer: {
      listed: new Int32Array(8),
      listedCount: 0,
      usable: new Int32Array(8),
      usableCount: 0,
      isUsable: new Uint8Array(8),
      changes: 0,
      sharedAddressBound: NONE,
      sharedAddressMs: 0,
      usesAllDown: Number(scenario.balancer.detection.allDown === 'all'),
      panics: 0,
      inFlight: 0,
      policyOwn: new Float64Array(OWN_NUMBERS),
      policyPerServer: Array.from({ length: OWN_COLUMNS }, () => new Float64Array(8)),
    },
    massLogout: { atMs: 0, place: -1, count: 0, by: -1 },
    // The tables of the store come when it is opened (`store/topology.ts`).
    stores: emptyRows() as Stores,
    shards: emptyRows() as Shards,
    unsaved: emptyRows() as Unsaved,
    copies: emptyRows() as Copies,
    copiesSent: 0,
    tombstones: emptyRows() as Tombstones,
    storeEvent: 0,
    zones: { cut: 0, sinceMs: 0, by: -1 },
    totals: {
      born: 0,
      retries: 0,
      ok: 0,
      refused: 0,
      failed: 0,
      logins: 0,
      forcedLogins: 0,
      logouts: 0,
      sessionsMade: 0,
      emptySessionsMade: 0,
      sessionsLost: 0,
      logoutsUndone: 0,
      copies: 0,
      cartItemsLost: 0,
      usersLeft: 0,
      tokensSent: 0,
      tokenBytes: 0,
      edgeHits: 0,
      edgeMisses: 0,
      edgeFetches: 0,
      pageHits: 0,
      pageMisses: 0,
      pageFetches: 0,
      wrongPages: 0,
    },
  };
}
