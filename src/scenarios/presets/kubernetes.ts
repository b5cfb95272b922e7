import { from, type Preset } from './preset.ts';

const PROBES =
  'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/';

/** A Kubernetes service: a pod by chance, as kube-proxy picks it, with readiness probes as they come. */
export const kubernetes: Preset = {
  id: 'kubernetes',
  name: 'Kubernetes',
  settings: {
    ...from('https://kubernetes.io/docs/reference/networking/virtual-ips/', {
      'balancer.policy': 'random',
      'balancer.retries': 0,
      'balancer.replay': 'none',
    }),
    ...from(PROBES, {
      'balancer.detection.checks': 'grid',
      'balancer.health.interval': 10_000,
      'balancer.health.timeout': 1000,
      'balancer.health.fall': 3,
      'balancer.health.rise': 1,
      'balancer.detection.newcomers': 'checked',
      'balancer.detection.allDown': 'none',
      'balancer.detection.maxFails': 0,
    }),
    ...from('https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/', {
      'balancer.drain': 30_000,
    }),
  },
};
