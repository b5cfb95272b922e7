/**
 * Power of two choices, as nginx's `random two least_conn`: two different servers are drawn and the
 * one with fewer requests in flight for its weight is taken. On a tie the second draw wins.
 */
import type { Policy } from './policy.ts';
import { drawServer, weightOfAll } from './random.ts';
import { smoothTurn } from './smoothWeights.ts';

/** After this many draws of the same server nginx takes a weighted turn instead. */
const MOST_DRAWS = 20;

export const powerOfTwoChoices: Policy = {
  id: 'power-of-two-choices',
  pick(view, draw) {
    const { inFlight, weight } = view;
    const total = weightOfAll(view);
    const first = drawServer(view, draw, total);
    if (first === -1 || weight[first] === total) return first; // none, or no other
    for (let i = 0; i < MOST_DRAWS; i++) {
      const second = drawServer(view, draw, total);
      if (second === first) continue;
      return inFlight[first] * weight[second] < inFlight[second] * weight[first] ? first : second;
    }
    return smoothTurn(view);
  },
};
