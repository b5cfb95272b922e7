/** Random: each usable server with a chance in proportion to its weight. It remembers nothing. */
import { type BalancerView, type Draw, type Policy, wasTried } from './policy.ts';

export const random: Policy = {
  id: 'random',
  pick: (view, draw) => drawServer(view, draw, weightOfAll(view)),
};

/** The weights of all usable servers that were not tried yet, added up. */
export function weightOfAll(view: BalancerView): number {
  const { usable, usableCount, weight } = view;
  let total = 0;
  for (let i = 0; i < usableCount; i++) if (!wasTried(view, usable[i])) total += weight[usable[i]];
  return total;
}

/** One of those servers by weighted chance, or -1 when there is none. */
export function drawServer(view: BalancerView, draw: Draw, total: number): number {
  const { usable, usableCount, weight } = view;
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
