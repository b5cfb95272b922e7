/** Draws among the servers that a request may still be sent to. */
import { type BalancerView, type Draw, wasTried } from './policy.ts';
import { type Shares, serverAt } from './shares.ts';

/** How many servers the request may still be sent to. */
export function candidateCount(view: BalancerView): number {
  if (view.stamp === 0) return view.usableCount;
  let count = 0;
  for (let i = 0; i < view.usableCount; i++) if (!wasTried(view, view.usable[i])) count++;
  return count;
}

/** The nth of them in list order, from 0. */
export function candidateAt(view: BalancerView, nth: number): number {
  if (view.stamp === 0) return view.usable[nth];
  let left = nth;
  for (let i = 0; ; i++) if (!wasTried(view, view.usable[i]) && left-- === 0) return view.usable[i];
}

/** One of them, whatever their weights. There must be at least one. */
export function drawCandidate(view: BalancerView, draw: Draw): number {
  return candidateAt(view, Math.floor(draw.next() * candidateCount(view)));
}

/** Draws that may fall on servers the request has tried, before the next one in the list will do. */
const MOST_DRAWS = 20;

/** One of them by weight, or -1 when there is none. `shares` are those of all usable servers. */
export function drawByWeight(view: BalancerView, draw: Draw, shares: Shares): number {
  if (candidateCount(view) === 0) return -1;
  for (let i = 0; i < MOST_DRAWS; i++) {
    const server = serverAt(shares, draw.next() * shares.total);
    if (!wasTried(view, server)) return server;
  }
  return candidateAt(view, 0);
}
