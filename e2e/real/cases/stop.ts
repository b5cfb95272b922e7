/** A server is stopped while it works on something: after it has finished, or at once. */
import type { RealCase } from '../case.ts';
import { asks, EVENT_LOOP, HAPROXY, QUICK, QUICK_CHECKS } from '../script.ts';

const world = (graceful: boolean) => ({
  ...QUICK,
  service: { ...QUICK.service, page: '1.5s' },
  servers: { count: 2, ...EVENT_LOOP, restart: '2s' },
  balancer: { health: QUICK_CHECKS },
  sessions: { strategy: 'sticky' },
  people: {
    count: 4,
    script: [
      ...asks(0, 'login 0 1 2'),
      ...asks(600, 'page 0 1'), // on A and B; A is stopped while it works
      ...asks(1300, 'login 3'), // somebody new comes meanwhile
      ...asks(6000, 'page 0 1 2 3'),
    ],
  },
  interventions: [{ at: '1s', do: 'restart-server', server: 'A', graceful }],
});

export const gracefulStop: RealCase = { name: 'graceful stop', file: world(true), haproxy: HAPROXY };
export const abruptStop: RealCase = { name: 'abrupt stop', file: world(false), haproxy: HAPROXY };
