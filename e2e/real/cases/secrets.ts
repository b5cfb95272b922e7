/** The secrets that cookies are signed with change, or are not the same everywhere; the store knows everybody all along. */
import type { RealCase } from '../case.ts';
import { asks, EVENT_LOOP, NGINX, QUICK } from '../script.ts';

const world = { ...QUICK, servers: { count: 2, ...EVENT_LOOP } };

export const newSecrets: RealCase = {
  name: 'new secrets, gently and not',
  file: {
    ...world,
    sessions: { strategy: 'shared' },
    people: {
      count: 3,
      script: [
        ...asks(0, 'login 0 1', 'page 0 1'),
        ...asks(1000, 'page 0 1', 'login 2', 'page 2'), // the old secret is still accepted
        ...asks(2000, 'page 0 1 2'), // now only that of person 2
        ...asks(3000, 'page 0 1 2', 'login 0', 'page 0 0'), // and now nobody's
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

export const ownSecrets: RealCase = {
  name: 'a secret of its own for each server',
  file: {
    ...world,
    sessions: { strategy: 'shared', secret: 'own' },
    people: {
      count: 2,
      script: asks(0, 'login 0', 'page 0 0 0', 'login 1', 'page 1 1 0 0 1', 'logout 0 0'),
    },
  },
  nginx: NGINX,
};
