/** Every session strategy. A new one is a file, a line here and in `further.ts`, and its words in each language. */

export interface StrategyKind {
  /** Who keeps sessions: the memory of the servers, the store, or each its owner. */
  readonly keeper: 'memory' | 'store' | 'user';
  /** Does the balancer bind a person to the server that answered first, with a cookie of its own? */
  readonly affinity: 'none' | 'cookie';
  /** Does a server tell all others what it keeps? */
  readonly spreads: boolean;
}

export const STRATEGIES = {
  memory: { keeper: 'memory', affinity: 'none', spreads: false },
  sticky: { keeper: 'memory', affinity: 'cookie', spreads: false },
  replicated: { keeper: 'memory', affinity: 'none', spreads: true },
  shared: { keeper: 'store', affinity: 'none', spreads: false },
  token: { keeper: 'user', affinity: 'none', spreads: false },
} as const satisfies Record<string, StrategyKind>;

export type StrategyId = keyof typeof STRATEGIES;
export const STRATEGY_IDS = Object.keys(STRATEGIES) as StrategyId[];
