/**
 * A server is dead, and nginx does not know: it tries the next one at once, and nobody notices. (`max_fails=0`
 * keeps it from leaving the server out for a while.)
 */
import type { RealCase } from '../case.ts';
import { asks, EVENT_LOOP, NGINX, QUICK } from '../script.ts';

export const refusedConnection: RealCase = {
  name: 'a refused connection, hidden',
  file: {
    ...QUICK,
    servers: { count: 3, ...EVENT_LOOP, restart: '2s' },
    balancer: { health: { interval: '1h' } },
    people: {
      count: 1,
      script: [
        ...asks(0, 'login 0 0 0 0'),
        ...asks(1000, 'login 0 0 0 0 0 0 0 0 0 0'),
        ...asks(5000, 'login 0 0 0 0 0 0'),
      ],
    },
    interventions: [
      { at: '700ms', do: 'kill-server', server: 'B' },
      { at: '2.5s', do: 'restart-server', server: 'B' },
    ],
  },
  nginx: NGINX,
};
