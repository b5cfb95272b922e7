/** Random: each usable server with a chance in proportion to its weight. It remembers nothing. */
import { type BalancerView, type Draw, type Policy, wasTried } from './policy.ts';

/** A usable server by weighted chance, or -1 when all have been tried. */
export function drawServer(view: BalancerView, draw: Draw): number {
  const { usable, usableCount, weight } = view;
  let total = 0;
  for (let i = 0; i < usableCount; i++) if (!wasTried(view, usable[i])) total += weight[usable[i]];
  let rest = draw.next() * total;
  let last = -1;
  for (let i = 0; i < usableCount; i++) {
    const server = usable[i];
    if (wasTried(view, server)) continue;
    last = server;
    rest -= weight[server];
    if (rest < 0) return server;
  }
  return last; // reached only when rounding leaves a hair over
}

export const random: Policy = { id: 'random', pick: drawServer };
