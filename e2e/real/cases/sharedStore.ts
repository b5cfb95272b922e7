/** Sessions in a Redis that is killed: slow failures, no logouts. It comes back empty: everybody logs in again. */
import type { RealCase } from '../case.ts';
import { asks, EVENT_LOOP, QUICK } from '../script.ts';

export const sharedStore: RealCase = {
  name: 'shared store, killed and restarted',
  file: {
    ...QUICK,
    servers: { count: 2, ...EVENT_LOOP },
    sessions: { strategy: 'shared' },
    store: { timeout: '1s' },
    people: {
      count: 4,
      script: [
        ...asks(0, 'login 0 1 2', 'page 0 1 2', 'cart 0 1 2'),
        ...asks(2000, 'page 0 1', 'cart 2', 'login 3'),
        ...asks(8000, 'page 0 1 2', 'login 0 1', 'page 0 1 2'),
      ],
    },
    interventions: [
      { at: '1.5s', do: 'kill-store' },
      { at: '4s', do: 'restart-store' },
    ],
  },
  nginx: {},
  haproxy: { backend: ['balance roundrobin'] },
  sessions: 'redis',
  known: [
    {
      place: 12,
      real: { tookMs: 2025 },
      because:
        'express-session waits twice: to delete the session before the login, and to save the new one.',
    },
  ],
};
