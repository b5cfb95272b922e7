/**
 * nginx's smooth weighted turn: every candidate gains its effective weight as credit, the first one with the most
 * credit is picked and pays back what all gained together. Weights 5, 1, 1 give a a b a c a a, never a a a a a b c.
 *
 * The effective weight is the configured one, less what failures have taken from it; each turn gives back 1. Two
 * columns are kept: a server's credit, and what its weight has lost.
 */
import { type BalancerView, wasTried } from './policy.ts';

const CREDIT = 0;
export const LOST = 1;

/** nginx's `max_fails`, as it is unless a server is given another: one failure takes away the whole weight. */
const MAX_FAILS = 1;

/** Takes a turn among the usable servers that were not tried yet. */
export function smoothTurn(view: BalancerView): number {
  const { usable, usableCount, noted } = view;
  let count = 0;
  for (let i = 0; i < usableCount; i++) if (!wasTried(view, usable[i])) noted[count++] = usable[i];
  return turnAmong(view, count);
}

/** Takes a turn among the first `count` servers that are noted, or gives -1 when there is none. */
export function turnAmong({ noted, weight, perServer }: BalancerView, count: number): number {
  const credit = perServer[CREDIT];
  const lost = perServer[LOST];
  let best = -1;
  let total = 0;
  for (let i = 0; i < count; i++) {
    const server = noted[i];
    total += gain(credit, lost, weight, server);
    if (best === -1 || credit[server] > credit[best]) best = server;
  }
  if (best !== -1) credit[best] -= total;
  return best;
}

/**
 * Counts a request that went to the server it is bound to as that server's turn, so that the others get more of those
 * who are free to go anywhere. One such request in a row is counted: not when the server is in debt for a whole round.
 */
export function countBound(view: BalancerView, server: number): void {
  const { listed, listedCount, usable, usableCount, weight } = view;
  const credit = view.perServer[CREDIT];
  const lost = view.perServer[LOST];
  let round = 0;
  for (let i = 0; i < listedCount; i++) round += weight[listed[i]];
  if (credit[server] <= weight[server] - round) return;
  let total = 0;
  for (let i = 0; i < usableCount; i++)
    if (!wasTried(view, usable[i])) total += gain(credit, lost, weight, usable[i]);
  credit[server] -= total;
}

/** A failed attempt lowers the server's effective weight, and not below 0. nginx divides whole numbers. */
function loseWeight(view: BalancerView, server: number): void {
  const lost = view.perServer[LOST];
  const weight = view.weight[server];
  const share = Number.isInteger(weight) ? Math.floor(weight / MAX_FAILS) : weight / MAX_FAILS;
  lost[server] = Math.min(weight, lost[server] + share);
}

/** A turn gives back 1 of the weight that was lost. */
export function recover(lost: Float64Array, server: number): void {
  if (lost[server] > 0) lost[server] = Math.max(0, lost[server] - 1);
}

/** The server gains its effective weight, which is returned. Gets the columns, because it is called for every server. */
function gain(credit: Float64Array, lost: Float64Array, weight: Float64Array, server: number): number {
  const effective = weight[server] - lost[server];
  credit[server] += effective;
  recover(lost, server);
  return effective;
}

/** What a policy of nginx does when an attempt is over. */
export function learnFromFailure(view: BalancerView, server: number, _tookMs: number, failed: boolean): void {
  if (failed) loseWeight(view, server);
}
