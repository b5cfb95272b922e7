/** The strategies that every run has at hand. */
import type { StrategyId } from './index.ts';
import { memory } from './memory.ts';
import { sticky } from './sticky.ts';
import type { SessionStrategy } from './strategy.ts';

export const BASIC_STRATEGIES = { memory, sticky } as const satisfies Partial<
  Record<StrategyId, SessionStrategy>
>;
