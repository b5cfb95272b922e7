/**
 * Random, as nginx's `random`: each server of the list with a chance in proportion to its weight, drawn again when it
 * cannot be chosen. After too many draws in vain it takes a weighted turn.
 */
import { isCandidate, type Policy } from './policy.ts';
import { type Shares, serverAt, sharesOf } from './shares.ts';
import { learnFromFailure, smoothTurn } from './smoothWeights.ts';
import { MOST_MISSES } from './tries.ts';

export const random: Policy<Shares> = {
  id: 'random',
  fixedWeights: true,
  table: { of: 'listed', build: sharesOf },
  pick(view, draw, shares) {
    if (view.listedCount < 2) return smoothTurn(view);
    for (let misses = 0; misses <= MOST_MISSES; misses++) {
      const server = serverAt(shares, draw.next() * shares.total);
      if (isCandidate(view, server)) return server;
    }
    return smoothTurn(view);
  },
  ended: learnFromFailure,
};
