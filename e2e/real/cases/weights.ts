/** Servers of different weight: each program spreads them in an order of its own. */
import type { RealCase } from '../case.ts';
import { asks, EVENT_LOOP, HAPROXY, NGINX, QUICK } from '../script.ts';

const people = Array.from({ length: 21 }, (_, i) => i);

const weighted = (weights: number[]): RealCase => ({
  name: `weights ${weights.join(':')}`,
  file: {
    ...QUICK,
    servers: { count: weights.length, ...EVENT_LOOP, each: weights.map((weight) => ({ weight })) },
    people: { count: people.length, script: asks(0, `login ${people.join(' ')}`) },
  },
  nginx: NGINX,
  haproxy: HAPROXY,
});

export const weights511 = weighted([5, 1, 1]);
export const weights321 = weighted([3, 2, 1]);
