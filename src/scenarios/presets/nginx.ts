import { from, type Preset } from './preset.ts';

const UPSTREAM = 'https://nginx.org/en/docs/http/ngx_http_upstream_module.html';
const PROXY = 'https://nginx.org/en/docs/http/ngx_http_proxy_module.html';

/** nginx without paid parts: it learns from requests that fail, and hides a death behind the next server. */
export const nginx: Preset = {
  id: 'nginx',
  name: 'nginx',
  settings: {
    ...from(`${UPSTREAM}#upstream`, { 'balancer.policy': 'weighted-round-robin' }),
    ...from(`${UPSTREAM}#health_check`, { 'balancer.detection.checks': 'off' }),
    ...from(`${UPSTREAM}#max_fails`, {
      'balancer.detection.maxFails': 1,
      'balancer.detection.failTimeout': 10_000,
      'balancer.detection.newcomers': 'at-once',
      'balancer.detection.allDown': 'none',
    }),
    ...from(`${PROXY}#proxy_next_upstream`, {
      'balancer.retryTo': 'next',
      'balancer.replay': 'idempotent',
      'balancer.status.refused': 502,
      'balancer.status.unanswered': 504,
      'balancer.status.noServer': 502,
    }),
    ...from(`${PROXY}#proxy_next_upstream_tries`, { 'balancer.retries': null }),
    ...from(`${PROXY}#proxy_connect_timeout`, { 'balancer.connectTimeout': 60_000 }),
    ...from(`${PROXY}#proxy_read_timeout`, {
      'balancer.answerTimeout': 60_000,
      'balancer.queueTimeout': null,
    }),
  },
};
