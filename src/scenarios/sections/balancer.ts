import { POLICY_IDS } from '../../engine/policies/index.ts';
import type { BalancerSettings, HealthCheck } from '../../engine/scenario.ts';
import { choice, duration, type FieldsOf, group, orNull, whole } from '../fields/field.ts';
import { MOST_CHECKS, MOST_RETRIES, SHORTEST_CHECK_MS } from '../limits.ts';

const health = {
  interval: duration(SHORTEST_CHECK_MS),
  timeout: duration(SHORTEST_CHECK_MS),
  fall: whole(1, MOST_CHECKS),
  rise: whole(1, MOST_CHECKS),
} as const satisfies FieldsOf<HealthCheck>;

export const balancer = {
  policy: choice(POLICY_IDS),
  health: group(health),
  retries: orNull(whole(0, MOST_RETRIES)),
  connectTimeout: duration(),
  answerTimeout: orNull(duration()),
  drain: duration(),
} as const satisfies FieldsOf<BalancerSettings>;
