/**
 * Power of two choices, as nginx's `random two least_conn`: two different servers are drawn and the
 * one with fewer requests in flight for its weight is taken. On a tie the second draw wins.
 */
import { type Policy, wasTried } from './policy.ts';
import { drawServer } from './random.ts';
import { smoothTurn } from './smoothWeights.ts';

/** After this many draws of the same server nginx takes a weighted turn instead. */
const MOST_DRAWS = 20;

export const powerOfTwoChoices: Policy = {
  id: 'power-of-two-choices',
  pick(view, draw) {
    const { inFlight, weight } = view;
    const first = drawServer(view, draw);
    if (first === -1 || countCandidates(view) < 2) return first;
    for (let i = 0; i < MOST_DRAWS; i++) {
      const second = drawServer(view, draw);
      if (second === first) continue;
      return inFlight[first] * weight[second] < inFlight[second] * weight[first] ? first : second;
    }
    return smoothTurn(view);
  },
};

function countCandidates(view: Parameters<Policy['pick']>[0]): number {
  let count = 0;
  for (let i = 0; i < view.usableCount; i++) if (!wasTried(view, view.usable[i])) count++;
  return count;
}
