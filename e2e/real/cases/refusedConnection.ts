/**
 * A server is dead, and nginx does not know: whoever is sent there is sent on at once, and notices nothing.
 * (`max_fails=0` keeps nginx from leaving the server out for a while.)
 */
import type { RealCase } from '../case.ts';
import { asks, EVENT_LOOP, NGINX_BY_KEY, QUICK } from '../script.ts';

const everybody = '0 1 2 3 4 5 6 7';

export const refusedConnection: RealCase = {
  name: 'a refused connection, hidden',
  file: {
    ...QUICK,
    servers: { count: 3, ...EVENT_LOOP, restart: '2s' },
    balancer: { health: { interval: '1h' } },
    people: {
      count: 8,
      script: [
        ...asks(0, `login ${everybody}`),
        ...asks(1500, `page ${everybody}`),
        ...asks(5000, `page ${everybody}`),
      ],
    },
    interventions: [
      { at: '1.2s', do: 'kill-server', server: 'B' },
      { at: '2.5s', do: 'restart-server', server: 'B' },
    ],
  },
  nginx: NGINX_BY_KEY,
};
