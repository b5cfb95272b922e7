/** Two zones of a region, and the network between them, which can be cut. People and the balancer reach both. */
import type { Scenario } from './scenario.ts';
import type { World } from './state/world.ts';

export type Zone = 1 | 2;

/** Where a server is: where the scenario says, or in the two zones by turns. */
export function zoneOfServer({ zones, servers }: Scenario, s: number): Zone {
  if (zones.count === 1) return 1;
  return servers.each?.[s]?.zone ?? servers.zone ?? (s % 2 === 0 ? 1 : 2);
}

/** Does a message get from one zone to the other? */
export function connects({ zones }: World, from: number, to: number): boolean {
  return from === to || zones.cut === 0;
}

export const otherZone = (zone: number): Zone => (zone === 1 ? 2 : 1);

/** The zone that has most of those who vote on who leads. */
export const majorityZone = ({ zones }: Scenario): Zone => (zones.count === 1 ? 1 : zones.majority);
