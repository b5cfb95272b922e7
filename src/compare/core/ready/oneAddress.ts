/** Everybody comes from one office: what binds people to servers decides how many servers there are for them. */
import { base, butWith, type ReadyComparison, setting } from './ready.ts';

export const oneAddress: ReadyComparison = {
  base: base('sticky-three', 7, [], [setting('people.sharedAddress', 1), setting('people.count', 24)]),
  variants: [butWith([setting('balancer.affinity', 'address')])],
  fromMs: 0,
  tellingMs: 12_000,
  untilMs: 40_000,
  speed: 2,
};
