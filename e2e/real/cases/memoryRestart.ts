/** The only server restarts: everybody who was logged in is not any more. */
import type { RealCase } from '../case.ts';
import { asks, EVENT_LOOP, HAPROXY, QUICK, QUICK_CHECKS } from '../script.ts';

export const memoryRestart: RealCase = {
  name: 'memory, and the server restarts',
  file: {
    ...QUICK,
    servers: { count: 1, ...EVENT_LOOP, restart: '3s' },
    balancer: { health: QUICK_CHECKS },
    people: {
      count: 3,
      script: [
        ...asks(0, 'login 0 1 2', 'page 0 1 2'),
        ...asks(2000, 'page 0'), // while it is away, and known to be
        ...asks(5500, 'page 0 1 2', 'login 0', 'page 0 1'),
      ],
    },
    interventions: [{ at: '1s', do: 'restart-server', server: 'A' }],
  },
  haproxy: HAPROXY,
};
