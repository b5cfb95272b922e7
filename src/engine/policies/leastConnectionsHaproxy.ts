/**
 * Least connections, as HAProxy's `leastconn`: servers are ordered by a key, 0 for one without requests in flight,
 * and else (requests + 1) / weight in whole numbers, so that all idle servers tie whatever their weight. Among those
 * that tie the one whose key changed longest ago is picked, so that light traffic goes round.
 */
import { type BalancerView, type Policy, wasTried } from './policy.ts';

/** Changes of keys so far. */
const CHANGES = 0;
/** Which of them was the server's last one; 0 for none, in list order. */
const CHANGED = 0;

export const leastConnectionsHaproxy: Policy = {
  id: 'least-connections-haproxy',
  pick(view) {
    const { usable, usableCount } = view;
    const changed = view.perServer[CHANGED];
    let best = -1;
    let bestKey = 0;
    for (let i = 0; i < usableCount; i++) {
      const server = usable[i];
      if (wasTried(view, server)) continue;
      const key = keyOf(view, server);
      if (best !== -1 && (key - bestKey || changed[server] - changed[best]) >= 0) continue;
      best = server;
      bestKey = key;
    }
    if (best !== -1) keyChanges(view, best);
    return best;
  },
  bound: keyChanges,
  ended: keyChanges,
};

/** HAProxy's weights are 16 times the configured ones, and its heaviest is 4096. */
export function keyOf({ inFlight, weight }: BalancerView, server: number): number {
  return inFlight[server] === 0 ? 0 : Math.floor(((inFlight[server] + 1) * 4096) / (weight[server] * 16));
}

/** A request comes or goes: the server moves behind all that have the same key. */
function keyChanges(view: BalancerView, server: number): void {
  view.perServer[CHANGED][server] = ++view.own[CHANGES];
}
