/**
 * A server that does not know a session makes a new one, and its cookie takes the place of the good one:
 * express-session as it comes (`saveUninitialized: true`).
 */
import type { RealCase } from '../case.ts';
import { asks, EVENT_LOOP, HAPROXY, NGINX, QUICK } from '../script.ts';

const world = { ...QUICK, servers: { count: 3, ...EVENT_LOOP }, sessions: { onMiss: 'replace' } };

export const cookieReplaced: RealCase = {
  name: 'a cookie replaced, one login',
  file: { ...world, people: { count: 1, script: asks(0, 'login 0', 'page 0 0 0 0 0 0 0 0 0') } },
  nginx: NGINX,
};

export const cookieReplacedAgain: RealCase = {
  name: 'a cookie replaced, a login after each refusal',
  file: {
    ...world,
    people: {
      count: 1,
      script: asks(0, 'login 0', 'page 0', 'login 0', 'page 0', 'login 0', 'page 0', 'login 0', 'page 0'),
    },
  },
  haproxy: HAPROXY,
};

export const cookieReplacedInACrowd: RealCase = {
  name: 'a cookie replaced, several people',
  file: {
    ...world,
    people: {
      count: 5,
      script: asks(0, 'login 0 1 2 3 4', 'page 0 1 2 3 4', 'cart 4 3 2 1 0', 'login 0 1', 'logout 0 1 2 3'),
    },
  },
  nginx: NGINX,
};
