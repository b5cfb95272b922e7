/** The session is a signed token in the cookie: any server will do, and only a secret or the time can end it. */
import type { RealCase } from '../case.ts';
import { asks, EVENT_LOOP, HAPROXY, NGINX, QUICK, QUICK_CHECKS } from '../script.ts';

const world = { ...QUICK, servers: { count: 3, ...EVENT_LOOP, restart: '1s' } };

/** Servers die, and nobody is logged out. */
export const tokens: RealCase = {
  name: 'signed tokens, servers killed',
  file: {
    ...world,
    balancer: { health: QUICK_CHECKS },
    sessions: { strategy: 'token' },
    people: {
      count: 3,
      script: [
        ...asks(0, 'login 0 1 2', 'page 0 1 2 0 1', 'cart 0 1 2'),
        ...asks(3000, 'page 0 1 2', 'cart 2', 'page 0 1 2'), // only one server is left
        ...asks(4000, 'logout 1', 'page 1 0'),
      ],
    },
    interventions: [
      { at: '1.4s', do: 'kill-server', server: 'B' },
      { at: '1.6s', do: 'kill-server', server: 'C' },
    ],
  },
  haproxy: HAPROXY,
};

/** The key changes gently, gently again, and abruptly. Whoever comes in between gets a token of the new key. */
export const tokenKeys: RealCase = {
  name: 'signed tokens, new secrets',
  file: {
    ...world,
    sessions: { strategy: 'token' },
    people: {
      count: 3,
      script: [
        ...asks(0, 'login 0 1 2', 'page 0 1 2'),
        ...asks(1000, 'page 0 2'), // their tokens are sealed anew
        ...asks(2000, 'page 0 1 2'), // the token of person 1 is two secrets old
        ...asks(3000, 'page 0 2', 'login 0', 'page 0 0'),
      ],
    },
    interventions: [
      { at: '900ms', do: 'rotate-keys', graceful: true },
      { at: '1.9s', do: 'rotate-keys', graceful: true },
      { at: '2.9s', do: 'rotate-keys', graceful: false },
    ],
  },
  nginx: NGINX,
};

/** A token ends a while after it was sealed last. */
export const tokenTime: RealCase = {
  name: 'signed tokens, their time',
  file: {
    ...world,
    sessions: { strategy: 'token', token: { ttl: '2s' } },
    people: {
      count: 2,
      script: [
        ...asks(0, 'login 0 1'),
        ...asks(1200, 'page 0'),
        ...asks(2800, 'page 0 1'),
        ...asks(6000, 'page 0'),
      ],
    },
  },
  nginx: NGINX,
};
