import type { SessionSettings } from '../../engine/scenario.ts';
import { SECRETS } from '../../engine/state/keys.ts';
import { MISS_MODES } from '../../engine/state/sessions.ts';
import { STRATEGY_IDS } from '../../engine/strategies/index.ts';
import { choice, duration, type FieldsOf, orNull } from '../fields/field.ts';

export const sessions = {
  strategy: choice(STRATEGY_IDS),
  idle: orNull(duration()),
  onMiss: choice(MISS_MODES),
  secret: choice(SECRETS),
} as const satisfies FieldsOf<SessionSettings>;
