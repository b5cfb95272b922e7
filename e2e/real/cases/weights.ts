/** Servers of different weight. */
import type { RealCase } from '../case.ts';
import type { KnownDifference } from '../compare.ts';
import { asks, EVENT_LOOP, QUICK } from '../script.ts';

const LOGINS = 21;

const weighted = (weights: number[]) => ({
  ...QUICK,
  servers: { count: weights.length, ...EVENT_LOOP, each: weights.map((weight) => ({ weight })) },
  balancer: { policy: 'weighted-round-robin' },
  people: {
    count: LOGINS,
    script: asks(0, `login ${Array.from({ length: LOGINS }, (_, i) => i).join(' ')}`),
  },
});

/** Where HAProxy, whose picks repeat as `real`, picks another server than nginx, whose picks repeat as `smooth`. */
const otherOrder = (smooth: string, real: string): KnownDifference[] =>
  Array.from({ length: LOGINS }, (_, i) => i)
    .filter((i) => smooth[i % smooth.length] !== real[i % real.length])
    .map((place) => ({
      place,
      against: 'haproxy',
      real: { server: real[place % real.length] },
      because: 'HAProxy spreads weights in another order.',
    }));

const haproxy: RealCase['haproxy'] = { backend: ['balance roundrobin'] };

export const weights511: RealCase = {
  name: 'weights 5:1:1',
  file: weighted([5, 1, 1]),
  nginx: {},
  haproxy,
  known: otherOrder('AABACAA', 'AAABAAC'),
};

export const weights321: RealCase = {
  name: 'weights 3:2:1',
  file: weighted([3, 2, 1]),
  nginx: {},
  haproxy,
  known: otherOrder('ABACBA', 'ABACAB'),
};
