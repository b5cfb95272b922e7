import type { ServerGroup, ServerSettings } from '../../engine/scenario.ts';
import { SIZE_IDS } from '../../engine/sizes.ts';
import { choice, decimal, duration, type FieldsOf, group, list, orNull, whole } from '../fields/field.ts';
import {
  LEAST_SPEED,
  LEAST_VCPUS,
  LONGEST_QUEUE,
  MOST_SERVERS,
  MOST_SPEED,
  MOST_USD_PER_HOUR,
  MOST_VCPUS,
  MOST_WEIGHT,
  MOST_WORKERS,
} from '../limits.ts';

const single = {
  workers: whole(1, MOST_WORKERS),
  queueLimit: orNull(whole(0, LONGEST_QUEUE)),
  speed: decimal(LEAST_SPEED, MOST_SPEED),
  weight: decimal(0, MOST_WEIGHT),
  zone: orNull(whole(1, 2)),
  start: duration(),
  restart: duration(),
  resize: duration(),
  size: orNull(choice(SIZE_IDS)),
  vcpus: orNull(decimal(LEAST_VCPUS, MOST_VCPUS)),
  usdPerHour: orNull(decimal(0, MOST_USD_PER_HOUR)),
  warmUp: duration(),
  coldSpeed: decimal(LEAST_SPEED, 1),
} as const satisfies FieldsOf<ServerSettings>;

export const servers = {
  count: whole(0, MOST_SERVERS),
  ...single,
  each: list(group(single), MOST_SERVERS, 'partial'),
} as const satisfies FieldsOf<ServerGroup>;
