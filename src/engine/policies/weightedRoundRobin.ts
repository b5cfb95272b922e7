/**
 * Smooth weighted round robin, as nginx does it by default. At equal weights it is round robin.
 * Ties go to the server that comes first in the list; the credit of a skipped server stays frozen.
 */
import type { Policy } from './policy.ts';
import { countBound, learnFromFailure, smoothTurn } from './smoothWeights.ts';

export const weightedRoundRobin: Policy = {
  id: 'weighted-round-robin',
  pick: (view) => smoothTurn(view),
  bound: countBound,
  ended: learnFromFailure,
};
