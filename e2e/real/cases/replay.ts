/** A server dies with requests in work. nginx sends pages to the next server, and what may do harm twice to none. */
import type { RealCase } from '../case.ts';
import { asks, EVENT_LOOP, NGINX, QUICK } from '../script.ts';

export const replay: RealCase = {
  name: 'a server that dies with requests in work',
  file: {
    ...QUICK,
    service: { ...QUICK.service, page: '1s' },
    servers: { count: 2, ...EVENT_LOOP, restart: '30s' },
    balancer: { health: { interval: '1h' }, replay: 'idempotent', status: { refused: 502 } },
    sessions: { strategy: 'shared' },
    people: {
      count: 4,
      script: [
        ...asks(0, 'login 0 1 2 3'),
        ...asks(1000, 'page 0', 'page 1', 'cart 2', 'cart 3'), // A, B, A, B
      ],
    },
    interventions: [{ at: '1.7s', do: 'kill-server', server: 'B' }],
  },
  nginx: NGINX,
};
