/** Three servers in turn; each knows only its own logins, so a person is served every third time. */
import type { RealCase } from '../case.ts';
import { asks, EVENT_LOOP, HAPROXY, NGINX, QUICK } from '../script.ts';

const world = { ...QUICK, servers: { count: 3, ...EVENT_LOOP } };

export const roundRobin: RealCase = {
  name: 'round robin',
  file: {
    ...world,
    people: {
      count: 4,
      script: asks(0, 'login 0 1 2 3', 'page 0 1 2 3 0 1 2 3', 'cart 0 1 2 3', 'logout 3 2 1 0'),
    },
  },
  nginx: NGINX,
  haproxy: HAPROXY,
};

export const loneClient: RealCase = {
  name: 'one person, one login',
  // On one connection, as a browser: neither balancer cares.
  keepAlive: true,
  file: {
    ...world,
    people: { count: 1, script: asks(0, 'login 0', 'page 0 0 0 0 0 0 0 0 0') },
  },
  nginx: NGINX,
  haproxy: HAPROXY,
};

export const loneClientAgain: RealCase = {
  name: 'one person who logs in again after each refusal',
  file: {
    ...world,
    people: {
      count: 1,
      script: asks(0, 'login 0', 'page 0', 'login 0', 'page 0', 'login 0', 'page 0', 'login 0', 'page 0'),
    },
  },
  nginx: NGINX,
  haproxy: HAPROXY,
};
