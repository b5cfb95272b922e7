/**
 * Power of two choices, as Envoy's LEAST_REQUEST with N_CHOICES: servers are drawn, perhaps the same one twice, and the
 * one with the fewest requests in flight is taken, on a tie the one drawn first. When weights differ Envoy picks by
 * earliest deadline instead.
 */
import { candidateCount, drawCandidate } from './draws.ts';
import { areEven, earliestDeadline } from './earliestDeadline.ts';
import type { Policy } from './policy.ts';

export const powerOfTwoChoicesEnvoy: Policy<boolean> = {
  id: 'power-of-two-choices-envoy',
  table: { of: 'usable', build: areEven },
  pick(view, draw, isEven) {
    if (!isEven) return earliestDeadline(view);
    if (candidateCount(view) === 0) return -1;
    let best = drawCandidate(view, draw);
    for (let i = 1; i < view.settings.choices; i++) {
      const server = drawCandidate(view, draw);
      if (view.inFlight[server] < view.inFlight[best]) best = server;
    }
    return best;
  },
};
