/** Servers laid end to end, each as long as its weight: a number below the total falls on one of them. */
import type { ServerList } from './policy.ts';

export interface Shares {
  servers: Int32Array;
  /** Where each server ends: its weight and those of all before it, added up. */
  ends: Float64Array;
  total: number;
}

export function sharesOf({ servers, weights }: ServerList): Shares {
  const ends = new Float64Array(servers.length);
  let total = 0;
  for (let i = 0; i < servers.length; i++) ends[i] = total += weights[i];
  return { servers, ends, total };
}

/** The server on which a number from 0 up to the total falls. There must be at least one server. */
export function serverAt({ servers, ends }: Shares, at: number): number {
  let from = 0;
  let to = servers.length - 1; // rounding may put a number at the very end
  while (from < to) {
    const middle = (from + to) >> 1;
    if (ends[middle] <= at) from = middle + 1;
    else to = middle;
  }
  return servers[from];
}
