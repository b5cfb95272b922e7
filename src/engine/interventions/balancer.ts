/** What a visitor does to the balancer itself. */
import { killBalancer, restartBalancer } from '../balancerLife.ts';
import type { Action } from '../intervention.ts';
import type { Sim } from '../sim.ts';

export function applyToBalancer(sim: Sim, action: Action, by: number): boolean {
  if (action.do === 'kill-balancer') return killBalancer(sim, by);
  if (action.do === 'restart-balancer') return restartBalancer(sim, by);
  return false;
}
