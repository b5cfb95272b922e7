/**
 * nginx's smooth weighted turn: every candidate gains its weight, the first one with the most is
 * picked and pays back what all gained together. Weights 5, 1, 1 give a a b a c a a, never a a a a a b c.
 */
import { type BalancerView, wasTried } from './policy.ts';

/**
 * Takes a turn among the usable servers that were not tried yet; with a `leader`, only among those that
 * have as many requests in flight for their weight. Credits are kept in `view.perServer`.
 */
export function smoothTurn(view: BalancerView, leader = -1): number {
  const { usable, usableCount, inFlight, weight, perServer } = view;
  const leaderInFlight = leader === -1 ? 0 : inFlight[leader];
  const leaderWeight = leader === -1 ? 0 : weight[leader];
  let best = -1;
  let total = 0;
  for (let i = 0; i < usableCount; i++) {
    const server = usable[i];
    if (wasTried(view, server)) continue;
    // Without a leader both sides are 0.
    if (inFlight[server] * leaderWeight !== leaderInFlight * weight[server]) continue;
    const credit = perServer[server] + weight[server];
    perServer[server] = credit;
    total += weight[server];
    if (best === -1 || credit > perServer[best]) best = server;
  }
  if (best !== -1) perServer[best] -= total;
  return best;
}
