/**
 * Power of two choices, as nginx's `random two least_conn`: two different servers are drawn and the one with fewer
 * requests in flight for its weight is taken. On a tie the second draw wins. After too many draws in vain (of a server
 * that cannot be chosen, or of the first one again) it takes a weighted turn.
 */
import { isCandidate, type Policy } from './policy.ts';
import { type Shares, serverAt, sharesOf } from './shares.ts';
import { learnFromFailure, smoothTurn } from './smoothWeights.ts';
import { MOST_MISSES } from './tries.ts';

export const powerOfTwoChoices: Policy<Shares> = {
  id: 'power-of-two-choices',
  fixedWeights: true,
  table: { of: 'listed', build: sharesOf },
  pick(view, draw, shares) {
    const { inFlight, weight } = view;
    if (view.listedCount < 2) return smoothTurn(view);
    let first = -1;
    for (let misses = 0; misses <= MOST_MISSES; ) {
      const server = serverAt(shares, draw.next() * shares.total);
      if (server === first || !isCandidate(view, server)) misses++;
      else if (first === -1) first = server;
      else return inFlight[first] * weight[server] < inFlight[server] * weight[first] ? first : server;
    }
    return smoothTurn(view);
  },
  ended: learnFromFailure,
};
