/**
 * Power of two choices, as HAProxy's `random(2)`: servers are drawn by weight, perhaps the same one twice, and the one
 * with the fewest requests in flight for its weight is taken. On a tie it is the one that got fewer requests within the
 * last second, and else the one drawn later.
 */
import { drawByWeight } from './draws.ts';
import type { BalancerView, Policy } from './policy.ts';
import { type Shares, sharesOf } from './shares.ts';

export const powerOfTwoChoicesHaproxy: Policy<Shares> = {
  id: 'power-of-two-choices-haproxy',
  table: { of: 'usable', build: sharesOf },
  pick(view, draw, shares) {
    let best = drawByWeight(view, draw, shares);
    if (best === -1) return -1;
    for (let i = 1; i < view.settings.choices; i++) {
      const server = drawByWeight(view, draw, shares);
      if (server !== best && !isBetter(view, best, server)) best = server;
    }
    count(view, best);
    return best;
  },
  bound: count,
};

/** Is the server drawn earlier better than the one drawn later? */
function isBetter(view: BalancerView, earlier: number, later: number): boolean {
  const { inFlight, weight } = view;
  const less = inFlight[earlier] * weight[later] - inFlight[later] * weight[earlier];
  return less === 0 ? rateOf(view, earlier) < rateOf(view, later) : less < 0;
}

/** Columns: a second, counted from the start; requests in it; requests in the second before. */
const SECOND = 0;
const COUNT = 1;
const BEFORE = 2;

function count({ perServer, nowMs }: BalancerView, server: number): void {
  const second = Math.floor(nowMs / 1000);
  const [seconds, counts, before] = [perServer[SECOND], perServer[COUNT], perServer[BEFORE]];
  if (seconds[server] !== second) {
    before[server] = seconds[server] === second - 1 ? counts[server] : 0;
    counts[server] = 0;
    seconds[server] = second;
  }
  counts[server]++;
}

/** Requests within the last second: those of this one, and as much of the one before as is not over a second ago. */
export function rateOf({ perServer, nowMs }: BalancerView, server: number): number {
  const second = Math.floor(nowMs / 1000);
  const left = 1 - (nowMs / 1000 - second);
  if (perServer[SECOND][server] === second) {
    return perServer[COUNT][server] + left * perServer[BEFORE][server];
  }
  return perServer[SECOND][server] === second - 1 ? left * perServer[COUNT][server] : 0;
}
