/**
 * nginx's smooth weighted turn: every candidate gains its weight, the first one with the most is
 * picked and pays back what all gained together. Weights 5, 1, 1 give a a b a c a a, never a a a a a b c.
 */
import { type BalancerView, wasTried } from './policy.ts';

/** Takes a turn among the candidates that `among` lets through. Credits are kept in `view.perServer`. */
export function smoothTurn(view: BalancerView, among: (server: number) => boolean): number {
  const { usable, usableCount, weight, perServer } = view;
  let best = -1;
  let total = 0;
  for (let i = 0; i < usableCount; i++) {
    const server = usable[i];
    if (wasTried(view, server) || !among(server)) continue;
    perServer[server] += weight[server];
    total += weight[server];
    if (best === -1 || perServer[server] > perServer[best]) best = server;
  }
  if (best !== -1) perServer[best] -= total;
  return best;
}
