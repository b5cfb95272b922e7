import { POLICY_IDS } from '../../engine/policies/index.ts';
import { REPLAYS, RETRY_TARGETS } from '../../engine/retries.ts';
import type { BalancerSettings, Detection, FailureStatus, HealthCheck } from '../../engine/scenario.ts';
import {
  address,
  choice,
  decimal,
  duration,
  type FieldsOf,
  group,
  list,
  orNull,
  whole,
} from '../fields/field.ts';
import {
  LEAST_FAILURE,
  LEAST_LOAD_FACTOR,
  MOST_BALANCERS,
  MOST_CHECKS,
  MOST_CHOICES,
  MOST_FAILURE,
  MOST_LOAD_FACTOR,
  MOST_RETRIES,
  MOST_SERVERS,
  SHORTEST_CHECK_MS,
  SHORTEST_EWMA_MS,
} from '../limits.ts';

const detection = {
  checks: choice(['after-each', 'grid', 'off']),
  newcomers: choice(['at-once', 'checked']),
  allDown: choice(['none', 'all']),
  maxFails: whole(0, MOST_CHECKS),
  failTimeout: duration(),
} as const satisfies FieldsOf<Detection>;

const health = {
  interval: duration(SHORTEST_CHECK_MS),
  timeout: duration(SHORTEST_CHECK_MS),
  fall: whole(1, MOST_CHECKS),
  rise: whole(1, MOST_CHECKS),
} as const satisfies FieldsOf<HealthCheck>;

const failure = whole(LEAST_FAILURE, MOST_FAILURE);

const status = {
  refused: failure,
  unanswered: failure,
  noServer: failure,
  queueTimeout: failure,
} as const satisfies FieldsOf<FailureStatus>;

export const balancer = {
  policy: choice(POLICY_IDS),
  hashKey: choice(['user', 'address']),
  loadFactor: decimal(LEAST_LOAD_FACTOR, MOST_LOAD_FACTOR),
  serverNames: orNull(list(address(), MOST_SERVERS, {})),
  choices: whole(1, MOST_CHOICES),
  ewmaDecay: duration(SHORTEST_EWMA_MS),
  ewmaStart: duration(SHORTEST_EWMA_MS),
  health: group(health),
  detection: group(detection),
  retries: orNull(whole(0, MOST_RETRIES)),
  retryTo: choice(RETRY_TARGETS),
  retryDelay: duration(),
  replay: choice(REPLAYS),
  connectTimeout: duration(),
  queueTimeout: orNull(duration()),
  answerTimeout: orNull(duration()),
  affinity: choice(['cookie', 'address']),
  affinityTimeout: orNull(duration()),
  drain: duration(),
  slowStart: duration(),
  count: whole(1, MOST_BALANCERS),
  takeOver: duration(),
  status: group(status),
} as const satisfies FieldsOf<BalancerSettings>;
