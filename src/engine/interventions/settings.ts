/** What a visitor changes in how requests are balanced, sessions kept, and traffic made. */
import type { Action } from '../intervention.ts';
import { policyOf } from '../policies/policyOf.ts';
import type { Sim } from '../sim.ts';
import { strategyOf } from '../strategies/strategyOf.ts';
import { SHAPES } from '../traffic/index.ts';
import { scheduleVisitor } from '../traffic/visitors.ts';

export function applyToSettings(sim: Sim, action: Action, by: number): boolean {
  const { world } = sim;
  const { settings } = world;
  switch (action.do) {
    case 'set-strategy':
      if (action.strategy === settings.strategy) return false;
      settings.strategy = action.strategy;
      settings.strategyBy = by;
      settings.strategySinceMs = world.nowMs;
      sim.strategy = strategyOf(action.strategy);
      sim.strategy.takeOver(sim);
      return true;
    case 'set-policy':
      if (action.policy === settings.policy) return false;
      settings.policy = action.policy;
      sim.policy = policyOf(action.policy);
      // A new policy starts with a clean memory, as a reloaded balancer does.
      world.balancer.policyOwn.fill(0);
      for (const column of world.balancer.policyPerServer) column.fill(0);
      return true;
    case 'set-think-time':
      if (sim.script !== null) return false; // nobody thinks who follows a script
      if (action.meanMs < settings.thinkMeanMs) noteTraffic(sim, by);
      settings.thinkMeanMs = action.meanMs;
      return true;
    case 'set-visitors':
      if (!SHAPES[sim.scenario.visitors.shape].scales) return false; // a recording has rates of its own
      if (action.perSecond > settings.visitorsPerSecond) noteTraffic(sim, by);
      settings.visitorsPerSecond = action.perSecond;
      scheduleVisitor(sim);
      return true;
    default:
      return false;
  }
}

/** Remembers who made more traffic, for the explanation of what it leads to. */
function noteTraffic({ world }: Sim, by: number): void {
  world.settings.trafficBy = by;
  world.settings.trafficSinceMs = world.nowMs;
}
