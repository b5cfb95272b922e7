/**
 * Least connections, as nginx's `least_conn`: the server with the fewest requests in flight for its
 * weight. Among those that tie, a smooth weighted turn decides, so that light traffic goes round
 * instead of always to the first server.
 */
import { type Policy, wasTried } from './policy.ts';
import { learnFromFailure, turnAmong } from './smoothWeights.ts';

export const leastConnections: Policy = {
  id: 'least-connections',
  pick(view) {
    const { usable, usableCount, noted, inFlight, weight } = view;
    let best = -1;
    let tied = 0;
    for (let i = 0; i < usableCount; i++) {
      const server = usable[i];
      if (wasTried(view, server)) continue;
      // Compared crosswise, so that no division rounds.
      const less = best === -1 ? -1 : inFlight[server] * weight[best] - inFlight[best] * weight[server];
      if (less < 0) {
        best = server;
        noted[0] = server;
        tied = 1;
      } else if (less === 0) noted[tied++] = server;
    }
    return tied > 1 ? turnAmong(view, tied) : best;
  },
  ended: learnFromFailure,
};
