/**
 * Earliest deadline first, as Envoy chooses by load when weights differ: every server has a deadline, the earliest is
 * picked and gets a new one, later by (requests in flight + 1) / weight. On a tie the server that got its deadline first
 * is picked. So one with twice the weight, or half the load, comes up twice as often.
 */
import { type BalancerView, type ServerList, wasTried } from './policy.ts';

/** The time of this scheduler: the deadline of the last pick. */
const TIME = 0;
/** Deadlines given out so far. */
const GIVEN = 1;

const DEADLINE = 0;
/** The number of the deadline in order of giving; 0 for a server without one. */
const ORDER = 1;

/** Takes the usable server with the earliest deadline among those not tried yet, or -1. */
export function earliestDeadline(view: BalancerView): number {
  const { usable, usableCount, own } = view;
  const deadline = view.perServer[DEADLINE];
  const order = view.perServer[ORDER];
  let best = -1;
  for (let i = 0; i < usableCount; i++) {
    const server = usable[i];
    if (order[server] === 0) giveDeadline(view, server);
    if (wasTried(view, server)) continue;
    const earlier = best === -1 ? -1 : deadline[server] - deadline[best] || order[server] - order[best];
    if (earlier < 0) best = server;
  }
  if (best === -1) return -1;
  own[TIME] = Math.max(own[TIME], deadline[best]); // one that was out for a while may be late
  giveDeadline(view, best);
  return best;
}

function giveDeadline({ own, perServer, inFlight, weight }: BalancerView, server: number): void {
  perServer[DEADLINE][server] = own[TIME] + 1 / (weight[server] / (inFlight[server] + 1));
  perServer[ORDER][server] = ++own[GIVEN];
}

/** Do all servers weigh the same? Then Envoy has simpler rules. */
export function areEven({ weights }: ServerList): boolean {
  return weights.every((weight) => weight === weights[0]);
}
