/** The strategies that are fetched when a run first needs one of them. */
import type { BASIC_STRATEGIES } from './basic.ts';
import type { StrategyId } from './index.ts';
import { replicated } from './replicated.ts';
import { shared } from './shared.ts';
import type { SessionStrategy } from './strategy.ts';
import { token } from './token.ts';

export const FURTHER_STRATEGIES = { replicated, shared, token } as const satisfies Record<
  Exclude<StrategyId, keyof typeof BASIC_STRATEGIES>,
  SessionStrategy
>;
