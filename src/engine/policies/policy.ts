/**
 * What a balancing policy is, and what it may see: only what a real balancer knows of its servers.
 */

/** What a balancer knows when it chooses. All arrays are indexed by server. */
export interface BalancerView {
  /** Servers that may be chosen, in list order, which is ascending; the first `usableCount` entries count. */
  usable: Int32Array;
  usableCount: number;
  /** Requests sent to each server and not answered yet. */
  inFlight: Int32Array;
  /** Configured weights. */
  weight: Float64Array;
  /** Numbers the policy keeps from pick to pick. */
  own: Float64Array;
  /** Numbers the policy keeps for each server from pick to pick. */
  perServer: Float64Array;
  /** Marks the request to choose for when it has tried servers in vain; 0 when it has tried none. */
  stamp: number;
  /** For each server the stamp of the request that tried it last. */
  triedBy: Uint32Array;
}

/** A source of uniform numbers in (0, 1) for one pick. */
export interface Draw {
  next(): number;
}

export interface Policy {
  readonly id: string;
  /** The chosen server, or -1 when every usable server has been tried. */
  pick(view: BalancerView, draw: Draw): number;
}

/** Was this server tried in vain by this request? */
export function wasTried(view: BalancerView, server: number): boolean {
  // Most requests have tried none, and many servers may have to be looked at.
  return view.stamp !== 0 && view.triedBy[server] === view.stamp;
}
