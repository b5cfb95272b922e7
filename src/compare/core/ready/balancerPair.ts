/** The one thing that everything goes through dies. */
import { base, butWith, type ReadyComparison, setting } from './ready.ts';

export const balancerPair: ReadyComparison = {
  base: base('shared-store', 7, [{ atMs: 10_000, do: 'kill-balancer' }]),
  variants: [butWith([setting('balancer.count', 2)])],
  fromMs: 8000,
  tellingMs: 16_000,
  untilMs: 40_000,
  speed: 1,
};
