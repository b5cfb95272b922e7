import type {
  Patience,
  People,
  RecordedArrival,
  RecordedRate,
  ScriptLine,
  Visitors,
} from '../../engine/scenario.ts';
import { SHAPE_IDS } from '../../engine/traffic/index.ts';
import {
  choice,
  decimal,
  distribution,
  duration,
  type FieldsOf,
  group,
  list,
  orNull,
  whole,
  yesOrNo,
} from '../fields/field.ts';
import {
  MOST_FORCED_LOGINS,
  MOST_PAGES_PER_VISIT,
  MOST_PEOPLE,
  MOST_RECORDED,
  MOST_SCRIPT_LINES,
  MOST_TRIES,
  MOST_VISITORS_PER_SECOND,
  SHORTEST_SHAPE_MS,
  SHORTEST_THINK_MS,
  SHORTEST_WAIT_MS,
} from '../limits.ts';

const line = {
  at: duration(),
  user: whole(0, MOST_PEOPLE - 1),
  ask: orNull(choice(['login', 'page', 'cart', 'logout'])),
} as const satisfies FieldsOf<ScriptLine>;

export const people = {
  count: whole(0, MOST_PEOPLE),
  think: distribution(SHORTEST_THINK_MS),
  retype: distribution(),
  cartShare: decimal(0, 1),
  pagesPerVisit: orNull(whole(0, MOST_PAGES_PER_VISIT)),
  sharedAddress: decimal(0, 1),
  leaveChance: decimal(0, 1),
  leaveAfter: orNull(whole(0, MOST_FORCED_LOGINS)),
  script: orNull(list(group(line), MOST_SCRIPT_LINES, { ask: null })),
} as const satisfies FieldsOf<People>;

export const patience = {
  wait: orNull(duration(SHORTEST_WAIT_MS)),
  retries: whole(0, MOST_TRIES),
  delay: duration(),
  backoff: yesOrNo(),
  longestDelay: duration(),
  jitter: yesOrNo(),
  leaves: yesOrNo(),
} as const satisfies FieldsOf<Patience>;

const rate = {
  at: duration(),
  perSecond: decimal(0, MOST_VISITORS_PER_SECOND),
} as const satisfies FieldsOf<RecordedRate>;

const arrival = { at: duration() } as const satisfies FieldsOf<RecordedArrival>;

export const visitors = {
  perSecond: decimal(0, MOST_VISITORS_PER_SECOND),
  shape: choice(SHAPE_IDS),
  peakPerSecond: decimal(0, MOST_VISITORS_PER_SECOND),
  begin: duration(),
  length: duration(SHORTEST_SHAPE_MS),
  rates: orNull(list(group(rate), MOST_RECORDED, {})),
  arrivals: orNull(list(group(arrival), MOST_RECORDED, {})),
} as const satisfies FieldsOf<Visitors>;
