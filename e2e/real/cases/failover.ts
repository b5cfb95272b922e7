/** Sessions in a Redis that has a copy, and Sentinels that let the copy lead when the leader is missed. */
import type { RealCase } from '../case.ts';
import { asks, EVENT_LOOP, NGINX, QUICK } from '../script.ts';

const world = { ...QUICK, servers: { count: 2, ...EVENT_LOOP }, sessions: { strategy: 'shared' } };
const store = { kind: 'redis-sentinel', replicas: 1, sentinel: { downAfter: '1s', failover: '1s' } };

/** Sentinels and servers on one busy machine may be late; a pause of node-redis, which is a second, would still show. */
const TOLERANCE_MS = 750;

/**
 * The leader dies. Whoever asks waits until the copy leads, and nobody is logged out. The old leader comes back, empty,
 * and copies from the new one; when that dies as well, it leads again and knows everybody.
 */
export const failover: RealCase = {
  name: 'failover, and back',
  toleranceMs: TOLERANCE_MS,
  file: {
    ...world,
    store,
    people: {
      count: 4,
      script: [
        ...asks(0, 'login 0 1 2', 'page 0 1 2'),
        ...asks(2300, 'page 0 1', 'cart 2', 'login 3'), // nobody leads
        ...asks(6500, 'page 0 1 2 3', 'logout 2', 'page 2'), // the copy leads
        ...asks(8300, 'page 0 1 3', 'cart 0', 'page 2'), // the old leader is back
        ...asks(9800, 'page 0 1'), // nobody leads
        ...asks(13_500, 'page 0 1 2 3', 'login 2', 'page 2'), // the old leader leads again
      ],
    },
    interventions: [
      { at: '2s', do: 'kill-store', node: 1 },
      { at: '8s', do: 'restart-store', node: 1 },
      { at: '9.5s', do: 'kill-store', node: 2 },
    ],
  },
  nginx: NGINX,
};

/** Servers that wait for the store for a shorter time than a failover takes. */
export const failoverTooSlow: RealCase = {
  name: 'failover, longer than the patience',
  toleranceMs: TOLERANCE_MS,
  file: {
    ...world,
    store: { ...store, timeout: '1s' },
    people: {
      count: 2,
      script: [...asks(0, 'login 0 1', 'page 0 1'), ...asks(2300, 'page 0 1'), ...asks(6500, 'page 0 1')],
    },
    interventions: [{ at: '2s', do: 'kill-store' }],
  },
  nginx: NGINX,
  known: [4, 5].map((place) => ({
    place,
    real: { status: 200, tookMs: 2700 },
    because:
      'While nobody leads, node-redis asks Sentinel again every second, and a command that waits for that has no time of its own: it is answered when the copy leads.',
  })),
};

/** Nobody leads for as long as it takes Sentinel to miss a leader, as it comes. */
export const failoverNotYet: RealCase = {
  name: 'failover, not yet',
  file: {
    ...world,
    store: { kind: 'redis-sentinel', replicas: 1 },
    people: { count: 1, script: [...asks(0, 'login 0', 'page 0'), ...asks(1300, 'page 0')] },
    interventions: [{ at: '1s', do: 'kill-store' }],
  },
  nginx: NGINX,
  // Sixteen pauses, each of which ends a little late.
  toleranceMs: 1500,
  known: [
    {
      place: 2,
      real: { tookMs: 16_100 },
      because: 'Where nobody leads, node-redis gives up when it has asked Sentinel 17 times.',
    },
  ],
};
