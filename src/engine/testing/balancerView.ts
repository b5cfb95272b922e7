/** A balancer to try policies on: what it sees, and dice that show what the test says. */
import { addressFrom } from '../addresses.ts';
import { writeText } from '../hash/bytes.ts';
import { type BalancerView, type Draw, OWN_COLUMNS, OWN_NUMBERS, type Policy } from '../policies/policy.ts';
import { createTableCache, tableFor } from '../policies/tables.ts';
import { tinyScenario } from './scenarios.ts';

/** Servers 0, 1, … with these weights, all in the list, usable, and with nothing in flight. */
export function createView(weights: number[], usable = weights.map((_, server) => server)): BalancerView {
  const view: BalancerView = {
    nowMs: 0,
    settings: tinyScenario().balancer,
    listed: Int32Array.from(weights, (_, server) => server),
    listedCount: weights.length,
    usable: new Int32Array(weights.length),
    usableCount: 0,
    isUsable: new Uint8Array(weights.length),
    changes: 0,
    noted: new Int32Array(weights.length),
    inFlight: new Int32Array(weights.length),
    inFlightTotal: 0,
    weight: Float64Array.from(weights),
    own: new Float64Array(OWN_NUMBERS),
    perServer: Array.from({ length: OWN_COLUMNS }, () => new Float64Array(weights.length)),
    attempts: 0,
    stamp: 0,
    triedBy: new Uint32Array(weights.length),
    key: new Uint8Array(64),
    keyLength: 0,
    address: 0,
  };
  setUsable(view, usable);
  return view;
}

export function setUsable(view: BalancerView, usable: number[]): void {
  view.changes++;
  view.usable.set(usable);
  view.usableCount = usable.length;
  view.isUsable.fill(0);
  for (const server of usable) view.isUsable[server] = 1;
}

export function setInFlight(view: BalancerView, inFlight: number[]): void {
  view.inFlight.set(inFlight);
  view.inFlightTotal = inFlight.reduce((a, b) => a + b, 0);
}

/** The next request comes with this key. */
export function setKey(view: BalancerView, key: string): void {
  view.keyLength = writeText(view.key, 0, key);
}

/** The next request comes from this address. */
export function setAddress(view: BalancerView, address: string): void {
  view.address = addressFrom(address);
}

/** Picks with a table made for the view as it is. */
export function pick(policy: Policy, view: BalancerView, draw: Draw = dice(0.5)): number {
  return policy.pick(view, draw, tableFor(createTableCache(), policy, view, 0));
}

/** The request to choose for has tried these servers in vain. */
export function setTried(view: BalancerView, tried: readonly number[]): void {
  view.attempts = tried.length;
  view.stamp = tried.length === 0 ? 0 : 1;
  view.triedBy.fill(0);
  for (const server of tried) view.triedBy[server] = 1;
}

/** Dice that show these numbers, over and over. */
export function dice(...numbers: number[]): Draw {
  let i = 0;
  return { next: () => numbers[i++ % numbers.length] };
}

/** Dice that show these servers, drawn in proportion to their weights: the middle of each one's stretch. */
export function faces(servers: number[], weights: number[]): Draw {
  const total = weights.reduce((a, b) => a + b);
  return dice(
    ...servers.map((server) => {
      const before = weights.slice(0, server).reduce((a, b) => a + b, 0);
      return (before + weights[server] / 2) / total;
    }),
  );
}

/** Servers as letters: 0 is a. */
export const letter = (server: number): string => String.fromCharCode(97 + server);
export const server = (name: string): number => name.charCodeAt(0) - 97;
