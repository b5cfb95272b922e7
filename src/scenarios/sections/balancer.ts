import * as v from 'valibot';
import { POLICY_IDS } from '../../engine/policies/index.ts';
import type { BalancerSettings, HealthCheck } from '../../engine/scenario.ts';
import { DEFAULT_SCENARIO } from '../defaults.ts';
import { choice } from '../fields/choice.ts';
import { duration, durationOrNull, formatDuration, formatDurationOrNull } from '../fields/duration.ts';
import { whole } from '../fields/numbers.ts';
import { section } from '../fields/section.ts';
import { MOST_CHECKS, MOST_RETRIES, SHORTEST_CHECK_MS } from '../limits.ts';

const initial = DEFAULT_SCENARIO.balancer;
const checks = initial.health;

const health = section(
  'How the balancer finds out that a server died or came back.',
  {
    interval: v.optional(
      duration('From the end of one check to the next.', SHORTEST_CHECK_MS),
      formatDuration(checks.intervalMs),
    ),
    timeout: v.optional(
      duration('How long the answer to a check is waited for.', SHORTEST_CHECK_MS),
      formatDuration(checks.timeoutMs),
    ),
    fall: v.optional(
      whole('Failed checks in a row until a server is taken out.', 1, MOST_CHECKS),
      checks.fall,
    ),
    rise: v.optional(whole('Passed checks in a row until it is let in again.', 1, MOST_CHECKS), checks.rise),
  },
  ({ interval, timeout, fall, rise }): HealthCheck => ({
    intervalMs: interval,
    timeoutMs: timeout,
    fall,
    rise,
  }),
);

export const balancer = section(
  'The balancer, which chooses a server for every request.',
  {
    policy: v.optional(choice('How it chooses.', POLICY_IDS), initial.policy),
    health,
    retries: v.optional(
      whole(
        'Further attempts after a connection was refused or stayed unanswered, each on another server.',
        0,
        MOST_RETRIES,
      ),
      initial.retries,
    ),
    connectTimeout: v.optional(
      duration('How long an unanswered connection attempt is waited for.'),
      formatDuration(initial.connectTimeoutMs),
    ),
    answerTimeout: v.optional(
      durationOrNull('How long an answer is waited for; null for ever.'),
      formatDurationOrNull(initial.answerTimeoutMs),
    ),
    drain: v.optional(
      duration('How long a server that leaves or restarts may take over what it has.'),
      formatDuration(initial.drainMs),
    ),
  },
  ({ connectTimeout, answerTimeout, drain, ...rest }): BalancerSettings => ({
    ...rest,
    connectTimeoutMs: connectTimeout,
    answerTimeoutMs: answerTimeout,
    drainMs: drain,
  }),
);

export const formatBalancer = (settings: BalancerSettings) => ({
  policy: settings.policy,
  health: formatHealth(settings.health),
  retries: settings.retries,
  connectTimeout: formatDuration(settings.connectTimeoutMs),
  answerTimeout: formatDurationOrNull(settings.answerTimeoutMs),
  drain: formatDuration(settings.drainMs),
});

const formatHealth = ({ intervalMs, timeoutMs, fall, rise }: HealthCheck) => ({
  interval: formatDuration(intervalMs),
  timeout: formatDuration(timeoutMs),
  fall,
  rise,
});
