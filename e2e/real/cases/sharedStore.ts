/** Sessions in a Redis. */
import type { RealCase } from '../case.ts';
import { asks, EVENT_LOOP, HAPROXY, NGINX, NGINX_BY_KEY, QUICK } from '../script.ts';

/** A server dies, and nobody is logged out: the others find everybody's session in the store. */
export const sharedStoreServerKilled: RealCase = {
  name: 'shared store, a server killed',
  file: {
    ...QUICK,
    servers: { count: 3, ...EVENT_LOOP },
    balancer: { health: { interval: '1h' } },
    sessions: { strategy: 'shared' },
    people: {
      count: 4,
      script: [...asks(0, 'login 0 1 2 3', 'page 0 1 2 3'), ...asks(1500, 'page 0 1 2 3', 'cart 3 2 1 0')],
    },
    interventions: [{ at: '1s', do: 'kill-server', server: 'B' }],
  },
  nginx: NGINX_BY_KEY,
};

/** The store dies: slow failures, no logouts. It comes back empty: everybody logs in again. */
export const sharedStoreKilled: RealCase = {
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
  nginx: NGINX,
  haproxy: HAPROXY,
  known: [
    {
      place: 12,
      real: { tookMs: 2025, newCookie: true },
      because:
        'In vain express-session waits twice: to delete the session before the login, and to save the new one, whose cookie it gives all the same.',
    },
  ],
};

/** The store dies after it has been read and before it is written. */
export const sharedStoreKilledMeanwhile: RealCase = {
  name: 'shared store, killed during the work',
  file: {
    ...QUICK,
    service: { ...QUICK.service, page: '1s' },
    servers: { count: 1, ...EVENT_LOOP },
    sessions: { strategy: 'shared' },
    store: { timeout: '1s' },
    people: {
      count: 3,
      script: [...asks(0, 'login 0 1 2'), ...asks(1000, 'page 0', 'cart 1', 'logout 2')],
    },
    interventions: [
      { at: '1.5s', do: 'kill-store' },
      { at: '4.5s', do: 'restart-store' },
    ],
  },
  nginx: NGINX,
  known: [
    {
      place: 4,
      real: { tookMs: 3005 },
      because: 'A cart that cannot be kept is tried twice by express-session.',
    },
  ],
};
