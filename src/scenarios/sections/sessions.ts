import type { SessionSettings, StoreSettings } from '../../engine/scenario.ts';
import { SECRETS } from '../../engine/state/keys.ts';
import { MISS_MODES } from '../../engine/state/sessions.ts';
import { STRATEGY_IDS } from '../../engine/strategies/index.ts';
import { choice, decimal, distribution, duration, type FieldsOf, orNull } from '../fields/field.ts';
import { LEAST_STORE_RATE, MOST_STORE_RATE } from '../limits.ts';

export const sessions = {
  strategy: choice(STRATEGY_IDS),
  idle: orNull(duration()),
  onMiss: choice(MISS_MODES),
  secret: choice(SECRETS),
} as const satisfies FieldsOf<SessionSettings>;

export const store = {
  latency: distribution(),
  perSecond: orNull(decimal(LEAST_STORE_RATE, MOST_STORE_RATE)),
  timeout: duration(),
  whenDown: choice(['wait', 'fail']),
} as const satisfies FieldsOf<StoreSettings>;
