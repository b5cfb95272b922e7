/**
 * What a world costs, by part, in US dollars an hour: list prices of AWS us-east-1, on demand. Nothing here decides what
 * happens; whoever compares arrangements reads it.
 */
import type { Scenario } from '../engine/scenario.ts';
import { ServerState } from '../engine/state/servers.ts';
import type { World } from '../engine/state/world.ts';
import { usesStore } from '../engine/usesStore.ts';

export interface Cost {
  /** Every machine there is: serving, starting, moving, dead or leaving. */
  servers: number;
  balancer: number;
  /** 0 where no server asks it. */
  store: number;
}

/** Application Load Balancer: for being there, and for each capacity unit (LCU). */
export const BALANCER_USD_PER_HOUR = 0.0225;
export const LCU_USD_PER_HOUR = 0.008;
/** New connections a second in one capacity unit. Here every request has a connection of its own, as at worst. */
export const CONNECTIONS_PER_LCU = 25;
/** ElastiCache for Redis, one node of type cache.m7g.large. */
export const STORE_USD_PER_HOUR = 0.158;

/** What balancers cost at a rate of requests: each for being there, whichever of them does the work. */
export function balancerUsdPerHour(requestsPerSecond: number, count: number): number {
  return count * BALANCER_USD_PER_HOUR + (LCU_USD_PER_HOUR * requestsPerSecond) / CONNECTIONS_PER_LCU;
}

/** What the machines of a world cost, whatever they do. */
function machinesUsdPerHour(
  { servers, settings, stores }: World,
  scenario: Scenario,
): Pick<Cost, 'servers' | 'store'> {
  let sum = 0;
  for (let s = 0; s < servers.length; s++) {
    if (servers.state[s] !== ServerState.removed) sum += servers.usdPerHour[s];
  }
  const nodes = usesStore(settings.strategy, scenario) ? stores.length : 0;
  return { servers: sum, store: nodes * STORE_USD_PER_HOUR };
}

/** Adds up what machines cost while a run goes on. */
export interface CostMeter {
  /** Since when the prices below hold. */
  sinceMs: number;
  now: Pick<Cost, 'servers' | 'store'>;
  /** Dollars an hour times milliseconds. */
  spent: Pick<Cost, 'servers' | 'store'>;
}

export function createCostMeter(world: World, scenario: Scenario): CostMeter {
  return { sinceMs: world.nowMs, now: machinesUsdPerHour(world, scenario), spent: { servers: 0, store: 0 } };
}

/** A machine came, went or changed, or the sessions moved. */
export function watchCost(meter: CostMeter, world: World, scenario: Scenario): void {
  const { servers, store } = spentUntil(meter, world.nowMs);
  meter.spent = { servers, store };
  meter.sinceMs = world.nowMs;
  meter.now = machinesUsdPerHour(world, scenario);
}

/** The mean cost of an hour from `fromMs` to the present, at a mean rate of requests; at the very beginning, that of the moment. */
export function meanCost(meter: CostMeter, world: World, fromMs: number, requestsPerSecond: number): Cost {
  const ms = world.nowMs - fromMs;
  const balancer = balancerUsdPerHour(requestsPerSecond, world.balancers.count);
  if (ms === 0) return { ...meter.now, balancer };
  const { servers, store } = spentUntil(meter, world.nowMs);
  return { servers: servers / ms, balancer, store: store / ms };
}

function spentUntil({ sinceMs, now, spent }: CostMeter, nowMs: number): Pick<Cost, 'servers' | 'store'> {
  const ms = nowMs - sinceMs;
  return { servers: spent.servers + now.servers * ms, store: spent.store + now.store * ms };
}
