/**
 * Least requests, as Envoy's LEAST_REQUEST with FULL_SCAN: the server with the fewest requests in flight, by chance
 * among those that tie. When weights differ Envoy picks by earliest deadline instead.
 */
import { areEven, earliestDeadline } from './earliestDeadline.ts';
import { type BalancerView, type Policy, wasTried } from './policy.ts';

export const leastConnectionsEnvoy: Policy<boolean> = {
  id: 'least-connections-envoy',
  table: { of: 'usable', build: areEven },
  pick(view, draw, isEven) {
    if (!isEven) return earliestDeadline(view);
    const { usable, usableCount, inFlight } = view;
    let least = Number.POSITIVE_INFINITY;
    let tied = 0;
    for (let i = 0; i < usableCount; i++) {
      if (wasTried(view, usable[i])) continue;
      const load = inFlight[usable[i]];
      if (load < least) {
        least = load;
        tied = 1;
      } else if (load === least) tied++;
    }
    // Envoy draws at every tie, which gives each the same chance with more draws.
    return tied === 0 ? -1 : nthWith(view, least, tied === 1 ? 0 : Math.floor(draw.next() * tied));
  },
};

/** The nth candidate with so many requests in flight. */
function nthWith(view: BalancerView, load: number, nth: number): number {
  const { usable, inFlight } = view;
  let left = nth;
  for (let i = 0; ; i++) {
    if (inFlight[usable[i]] === load && !wasTried(view, usable[i]) && left-- === 0) return usable[i];
  }
}
