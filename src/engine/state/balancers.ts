import { NONE } from './table.ts';

/** The machines that balance: one, or two that share an address. */
export interface Balancers {
  count: number;
  /** 1 for each that runs. */
  up: Uint8Array;
  /** The one that has the address and is reached by it; NONE while nobody is. */
  active: number;
  /** When one died or came to the address last, and the intervention behind that, or NONE. */
  sinceMs: number;
  by: number;
  /** Number of the event at which the other takes over; 0 when none is set. */
  event: number;
}

export function createBalancers(count: number): Balancers {
  const up = new Uint8Array(2).fill(1, 0, count);
  return { count, up, active: 0, sinceMs: 0, by: NONE, event: 0 };
}
