/** Three servers, one of them slow: whoever looks at nothing sends it as much as the others. */
import { base, butWith, type ReadyComparison, setting } from './ready.ts';

export const slowServer: ReadyComparison = {
  base: base('one-slow-server', 7),
  variants: [
    butWith([setting('balancer.policy', 'least-connections')]),
    butWith([setting('balancer.policy', 'power-of-two-choices')]),
    butWith([setting('balancer.policy', 'peak-ewma')]),
  ],
  fromMs: 0,
  tellingMs: 12_000,
  untilMs: 40_000,
  speed: 2,
};
