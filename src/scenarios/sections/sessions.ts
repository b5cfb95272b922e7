import type { CopySettings, SessionSettings, SessionSize, TokenSettings } from '../../engine/scenario.ts';
import { SECRETS } from '../../engine/state/keys.ts';
import { MISS_MODES } from '../../engine/state/sessions.ts';
import { REVOCATIONS } from '../../engine/state/tokens.ts';
import { STRATEGY_IDS } from '../../engine/strategies/index.ts';
import {
  choice,
  distribution,
  duration,
  type FieldsOf,
  group,
  orNull,
  whole,
  yesOrNo,
} from '../fields/field.ts';
import { MOST_BYTES, MOST_STORED } from '../limits.ts';

const size = {
  base: whole(0, MOST_BYTES),
  item: whole(0, MOST_BYTES),
} as const satisfies FieldsOf<SessionSize>;

const token = {
  ttl: orNull(duration()),
  revocation: choice(REVOCATIONS),
} as const satisfies FieldsOf<TokenSettings>;

const copies = {
  lag: distribution(),
  perCopy: duration(),
  waits: yesOrNo(),
} as const satisfies FieldsOf<CopySettings>;

export const sessions = {
  strategy: choice(STRATEGY_IDS),
  idle: orNull(duration()),
  lifetime: orNull(duration()),
  onMiss: choice(MISS_MODES),
  maxPerServer: orNull(whole(1, MOST_STORED)),
  copies: group(copies),
  secret: choice(SECRETS),
  size: group(size),
  token: group(token),
} as const satisfies FieldsOf<SessionSettings>;
