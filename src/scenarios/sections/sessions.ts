import * as v from 'valibot';
import type { SessionSettings, StoreSettings } from '../../engine/scenario.ts';
import { STRATEGY_IDS } from '../../engine/strategies/index.ts';
import { DEFAULT_SCENARIO } from '../defaults.ts';
import { choice } from '../fields/choice.ts';
import { duration, durationOrNull, formatDuration, formatDurationOrNull } from '../fields/duration.ts';
import { section } from '../fields/section.ts';

const initial = DEFAULT_SCENARIO.sessions;

export const sessions = section(
  'Where sessions live.',
  {
    strategy: v.optional(
      choice(
        '`memory`: each server keeps those it made. `sticky`: as memory, and the balancer sends people back to their server. `shared`: in a store that all servers ask.',
        STRATEGY_IDS,
      ),
      initial.strategy,
    ),
    idle: v.optional(
      durationOrNull('A session unused for this long is gone; null for never.'),
      formatDurationOrNull(initial.idleMs),
    ),
  },
  ({ strategy, idle }): SessionSettings => ({ strategy, idleMs: idle }),
);

export const formatSessions = ({ strategy, idleMs }: SessionSettings) => ({
  strategy,
  idle: formatDurationOrNull(idleMs),
});

export const store = section(
  'The store that all servers ask under the strategy `shared`.',
  {
    latency: v.optional(
      duration('One command and its answer.'),
      formatDuration(DEFAULT_SCENARIO.store.latencyMs),
    ),
    timeout: v.optional(
      duration('How long a server waits for a store that does not answer.'),
      formatDuration(DEFAULT_SCENARIO.store.timeoutMs),
    ),
  },
  ({ latency, timeout }): StoreSettings => ({ latencyMs: latency, timeoutMs: timeout }),
);

export const formatStore = ({ latencyMs, timeoutMs }: StoreSettings) => ({
  latency: formatDuration(latencyMs),
  timeout: formatDuration(timeoutMs),
});
