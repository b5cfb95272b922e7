/**
 * What a balancing policy is, and what it may see: only what a real balancer knows of its servers and of the
 * request in its hands.
 */
import type { BalancerSettings } from '../scenario.ts';

/** What a balancer knows when it chooses. Arrays are indexed by server unless they say otherwise. */
export interface BalancerView {
  nowMs: number;
  settings: BalancerSettings;
  /** The servers it is configured with, in order, which is ascending; the first `listedCount` entries count. */
  listed: Int32Array;
  listedCount: number;
  /** Those that may be chosen now, in the same order; the first `usableCount` entries count. */
  usable: Int32Array;
  usableCount: number;
  /** 1 for those that may be chosen now. */
  isUsable: Uint8Array;
  /** How often these lists, or a weight, may have changed so far; more than 0. */
  changes: number;
  /** Room to note servers in during a pick: as long as `usable`. What is in it means nothing to the next pick. */
  noted: Int32Array;
  /** Requests sent to each server and not answered yet. */
  inFlight: Int32Array;
  /** All of these together. */
  inFlightTotal: number;
  /** Their weights, which are less than configured while one starts slowly; see `fixedWeights`. */
  weight: Float64Array;
  /** Numbers the policy keeps from one request to the next. */
  own: Float64Array;
  /** Columns of numbers that the policy keeps for each server. */
  perServer: readonly Float64Array[];
  /** How many servers the request has tried in vain. */
  attempts: number;
  /** Marks the request when it has tried servers in vain; 0 when it has tried none. */
  stamp: number;
  /** For each server the stamp of the request that tried it last. */
  triedBy: Uint32Array;
  /** The request's key as text, for policies that read it; the first `keyLength` bytes count, 0 when it has none. */
  key: Uint8Array;
  keyLength: number;
  /** The address the request comes from, for policies that read it. */
  address: number;
}

/** How many numbers a policy may keep in `own`, and how many columns in `perServer`. */
export const OWN_NUMBERS = 5;
export const OWN_COLUMNS = 5;

/** A source of uniform numbers in (0, 1) for one pick. */
export interface Draw {
  next(): number;
}

/** What kind of rule a policy is: taking turns, looking at the load, chance, or hashing something of the request. */
export const FAMILIES = ['turns', 'load', 'chance', 'hash'] as const;
export type Family = (typeof FAMILIES)[number];

/** Servers in order, each with its weight. */
export interface ServerList {
  servers: Int32Array;
  weights: Float64Array;
  /** What servers are called in the configuration, by server; null for the usual names. */
  names: readonly string[] | null;
}

export interface Policy<Table = unknown> {
  readonly id: string;
  /** What it wants to know of the request: the key that hashing goes by, or always the address. */
  readonly reads?: 'key' | 'address';
  /** Does it go by configured weights also while a server starts slowly? nginx says so of hashing and chance. */
  readonly fixedWeights?: true;
  /** What follows from one of the two lists alone and takes long to work out; made anew when the list changes. */
  readonly table?: {
    readonly of: 'listed' | 'usable';
    build(list: ServerList): Table;
  };
  /** The chosen server, or -1 when every usable server has been tried. */
  pick(view: BalancerView, draw: Draw, table: Table): number;
  /** A request has been sent to the server it is bound to, without a pick. */
  bound?(view: BalancerView, server: number): void;
  /** A server has answered, or failed to, `tookMs` after the request was sent to it. */
  ended?(view: BalancerView, server: number, tookMs: number, failed: boolean): void;
}

/** Was this server tried in vain by this request? */
export function wasTried(view: BalancerView, server: number): boolean {
  // Most requests have tried none, and many servers may have to be looked at.
  return view.stamp !== 0 && view.triedBy[server] === view.stamp;
}

/** May this server be chosen for this request? */
export function isCandidate(view: BalancerView, server: number): boolean {
  return view.isUsable[server] === 1 && !wasTried(view, server);
}
