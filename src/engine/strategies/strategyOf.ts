/** The rules behind a strategy's name. */
import { further } from '../further.ts';
import { BASIC_STRATEGIES } from './basic.ts';
import type { StrategyId } from './index.ts';
import type { SessionStrategy } from './strategy.ts';

export function strategyOf(id: StrategyId): SessionStrategy {
  return isBasic(id) ? BASIC_STRATEGIES[id] : further().FURTHER_STRATEGIES[id];
}

/** Is it one that every run has at hand? */
export const isBasic = (id: StrategyId): id is keyof typeof BASIC_STRATEGIES => id in BASIC_STRATEGIES;
