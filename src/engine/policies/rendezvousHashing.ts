/**
 * Rendezvous hashing (highest random weight): every server draws a number from the key and its own name, and the
 * highest wins. No table, a look at every server; one that goes gives its keys to all others alike.
 */
import { FNV_START, finish, fnv1a, fnvByte } from '../hash/fnv.ts';
import { log } from '../math/portable.ts';
import { type BalancerView, type Policy, wasTried } from './policy.ts';
import { smoothTurn } from './smoothWeights.ts';

export const rendezvousHashing: Policy = {
  id: 'rendezvous-hashing',
  reads: 'key',
  fixedWeights: true,
  pick: (view) => (view.keyLength === 0 ? smoothTurn(view) : highest(view)),
};

function highest(view: BalancerView): number {
  const { usable, usableCount, weight } = view;
  // The hash goes on from here with each server's name: s0, s1, …
  const start = fnvByte(fnvByte(fnv1a(view.key, view.keyLength, FNV_START), BAR), S);
  let best = -1;
  let bestHash = 0;
  // The list is in order, so that often ten names in a row differ only in their last digit.
  let tens = 0;
  let beforeUnits = start;
  for (let i = 0; i < usableCount; i++) {
    const server = usable[i];
    if (wasTried(view, server)) continue;
    const tensNow = Math.floor(server / 10);
    if (tensNow !== tens) {
      tens = tensNow;
      beforeUnits = tens === 0 ? start : fnvNumber(start, tens);
    }
    const hash = finish(fnvByte(beforeUnits, 48 + server - 10 * tens));
    if (best !== -1 && !isHigher(hash, weight[server], bestHash, weight[best])) continue;
    best = server;
    bestHash = hash;
  }
  return best;
}

const BAR = 124; // |
const S = 115;

/** The hash of a text that goes on with a number in decimal. */
function fnvNumber(fnv: number, number: number): number {
  const start = number < 10 ? fnv : fnvNumber(fnv, Math.floor(number / 10));
  return fnvByte(start, 48 + (number % 10));
}

/** Weighted scores are -w / ln u, u being the hash as a part of 1; they need no logarithm when both agree. */
function isHigher(hash: number, weight: number, bestHash: number, bestWeight: number): boolean {
  if (hash > bestHash && weight >= bestWeight) return true;
  if (hash <= bestHash && weight <= bestWeight) return false;
  return score(hash, weight) > score(bestHash, bestWeight);
}

const score = (hash: number, weight: number): number => -weight / log((hash + 0.5) / 4294967296);
