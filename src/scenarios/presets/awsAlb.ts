import { from, type Preset } from './preset.ts';

const DOCS = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application';
const ERRORS = `${DOCS}/load-balancer-troubleshooting.html`;

/** AWS Application Load Balancer: slow to notice, tries nobody twice, and uses everybody when all seem dead. */
export const awsAlb: Preset = {
  id: 'aws-alb',
  name: 'AWS ALB',
  settings: {
    ...from(`${DOCS}/edit-target-group-attributes.html`, {
      'balancer.policy': 'round-robin',
      'balancer.drain': 300_000,
    }),
    ...from(`${DOCS}/target-group-health-checks.html`, {
      'balancer.detection.checks': 'grid',
      'balancer.health.interval': 30_000,
      'balancer.health.timeout': 5000,
      'balancer.health.fall': 2,
      'balancer.health.rise': 5,
      'balancer.detection.newcomers': 'checked',
      'balancer.detection.allDown': 'all',
      'balancer.detection.maxFails': 0,
    }),
    ...from(ERRORS, {
      'balancer.retries': 0,
      'balancer.replay': 'none',
      'balancer.connectTimeout': 10_000,
      'balancer.status.refused': 502,
      'balancer.status.unanswered': 504,
      'balancer.status.noServer': 503,
    }),
    ...from(`${DOCS}/edit-load-balancer-attributes.html`, {
      'balancer.answerTimeout': 60_000,
      'balancer.queueTimeout': null,
    }),
  },
};
