/** Every session strategy. A new one is a file, a line here, and its words in each language. */
import { memory } from './memory.ts';
import { shared } from './shared.ts';
import { sticky } from './sticky.ts';
import type { SessionStrategy } from './strategy.ts';
import { token } from './token.ts';

export const STRATEGIES = { memory, sticky, shared, token } as const satisfies Record<
  string,
  SessionStrategy
>;

export type StrategyId = keyof typeof STRATEGIES;
export const STRATEGY_IDS = Object.keys(STRATEGIES) as StrategyId[];
