import type { StoreSettings } from '../../engine/scenario.ts';
import { PERSISTENCE_IDS } from '../../engine/store/persistence.ts';
import { choice, decimal, distribution, duration, type FieldsOf, orNull, whole } from '../fields/field.ts';
import { LEAST_STORE_RATE, MOST_STORE_RATE, MOST_STORED } from '../limits.ts';

export const store = {
  latency: distribution(),
  perSecond: orNull(decimal(LEAST_STORE_RATE, MOST_STORE_RATE)),
  timeout: duration(),
  whenDown: choice(['wait', 'fail']),
  maxSessions: orNull(whole(1, MOST_STORED)),
  whenFull: choice(['refuse', 'evict']),
  persistence: choice(PERSISTENCE_IDS),
} as const satisfies FieldsOf<StoreSettings>;
