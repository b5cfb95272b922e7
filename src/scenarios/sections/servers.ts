import type { ServerGroup, ServerSettings } from '../../engine/scenario.ts';
import { decimal, duration, type FieldsOf, group, list, orNull, whole } from '../fields/field.ts';
import {
  LEAST_SPEED,
  LEAST_WEIGHT,
  LONGEST_QUEUE,
  MOST_SERVERS,
  MOST_SPEED,
  MOST_WEIGHT,
  MOST_WORKERS,
} from '../limits.ts';

const single = {
  workers: whole(1, MOST_WORKERS),
  queueLimit: orNull(whole(0, LONGEST_QUEUE)),
  speed: decimal(LEAST_SPEED, MOST_SPEED),
  weight: decimal(LEAST_WEIGHT, MOST_WEIGHT),
  start: duration(),
  restart: duration(),
} as const satisfies FieldsOf<ServerSettings>;

export const servers = {
  count: whole(0, MOST_SERVERS),
  ...single,
  each: list(group(single), MOST_SERVERS, 'partial'),
} as const satisfies FieldsOf<ServerGroup>;
