import type { Scenario } from './scenario.ts';
import { STRATEGIES, type StrategyId } from './strategies/index.ts';

/** Do servers ask the store, for sessions or for the list of those that were revoked? So it matters, and costs something. */
export function usesStore(strategy: StrategyId, { sessions }: Pick<Scenario, 'sessions'>): boolean {
  const { keeper } = STRATEGIES[strategy];
  return keeper === 'store' || (keeper === 'user' && sessions.token.revocation === 'list');
}
