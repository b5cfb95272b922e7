import { from, type Preset } from './preset.ts';

const MANUAL = 'https://docs.haproxy.org/2.8/configuration.html';

/** HAProxy with `check` and without `option redispatch`; timeouts, which have no default, as in the manual's examples. */
export const haproxy: Preset = {
  id: 'haproxy',
  name: 'HAProxy',
  settings: {
    ...from(`${MANUAL}#4.2-balance`, { 'balancer.policy': 'weighted-round-robin-haproxy' }),
    ...from(`${MANUAL}#5.2-inter`, {
      'balancer.detection.checks': 'after-each',
      'balancer.health.interval': 2000,
      'balancer.health.timeout': 2000,
    }),
    ...from(`${MANUAL}#5.2-fall`, { 'balancer.health.fall': 3 }),
    ...from(`${MANUAL}#5.2-rise`, { 'balancer.health.rise': 2 }),
    ...from(`${MANUAL}#5.2-check`, {
      'balancer.detection.newcomers': 'at-once',
      'balancer.detection.allDown': 'none',
    }),
    ...from(`${MANUAL}#5.2-observe`, { 'balancer.detection.maxFails': 0 }),
    ...from(`${MANUAL}#4.2-retries`, { 'balancer.retries': 3, 'balancer.retryDelay': 1000 }),
    ...from(`${MANUAL}#4.2-option%20redispatch`, { 'balancer.retryTo': 'same' }),
    ...from(`${MANUAL}#4.2-retry-on`, { 'balancer.replay': 'none' }),
    ...from(`${MANUAL}#4.2-timeout%20connect`, { 'balancer.connectTimeout': 5000 }),
    ...from(`${MANUAL}#4.2-timeout%20queue`, { 'balancer.queueTimeout': 5000 }),
    ...from(`${MANUAL}#4.2-timeout%20server`, { 'balancer.answerTimeout': 50_000 }),
    ...from(`${MANUAL}#1.3.1`, {
      'balancer.status.refused': 503,
      'balancer.status.unanswered': 503,
      'balancer.status.noServer': 503,
      'balancer.status.queueTimeout': 503,
    }),
  },
};
