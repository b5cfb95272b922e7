/** A balancer to try policies on: what it sees, and dice that show what the test says. */
import type { BalancerView, Draw } from '../policies/policy.ts';

/** Servers 0, 1, … with these weights, all usable and with nothing in flight. */
export function createView(weights: number[], usable = weights.map((_, server) => server)): BalancerView {
  return {
    usable: Int32Array.from(usable),
    usableCount: usable.length,
    inFlight: new Int32Array(weights.length),
    weight: Float64Array.from(weights),
    own: new Float64Array(4),
    perServer: new Float64Array(weights.length),
    stamp: 0,
    triedBy: new Uint32Array(weights.length),
  };
}

export function setUsable(view: BalancerView, usable: number[]): void {
  view.usable.set(usable);
  view.usableCount = usable.length;
}

/** The request to choose for has tried these servers in vain. */
export function setTried(view: BalancerView, tried: readonly number[]): void {
  view.stamp = tried.length === 0 ? 0 : 1;
  view.triedBy.fill(0);
  for (const server of tried) view.triedBy[server] = 1;
}

/** Dice that show these numbers, over and over. */
export function dice(...numbers: number[]): Draw {
  let i = 0;
  return { next: () => numbers[i++ % numbers.length] };
}

/** Servers as letters: 0 is a. */
export const letter = (server: number): string => String.fromCharCode(97 + server);
export const server = (name: string): number => name.charCodeAt(0) - 97;
