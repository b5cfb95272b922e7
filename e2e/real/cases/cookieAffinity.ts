/** Each person is bound to a server by a cookie. One server is killed; later it comes back. */
import type { RealCase } from '../case.ts';
import { asks, EVENT_LOOP, HAPROXY, QUICK, QUICK_CHECKS } from '../script.ts';

export const cookieAffinity: RealCase = {
  name: 'cookie affinity, a kill and a return',
  file: {
    ...QUICK,
    servers: { count: 3, ...EVENT_LOOP, restart: '2s' },
    balancer: { health: QUICK_CHECKS },
    sessions: { strategy: 'sticky' },
    people: {
      count: 6,
      script: [
        ...asks(0, 'login 0 1 2 3 4 5', 'page 5 4 3 2 1 0'),
        // B is dead and known to be: its people are refused elsewhere, and log in there.
        ...asks(3000, 'page 0 1 2 3 4 5', 'login 1 4', 'page 0 1 2 3 4 5'),
        // B is back: nobody returns, and only newcomers could.
        ...asks(7500, 'page 0 1 2 3 4 5', 'page 5 4 3 2 1 0'),
      ],
    },
    interventions: [
      { at: '1.5s', do: 'kill-server', server: 'B' },
      { at: '4.6s', do: 'restart-server', server: 'B' },
    ],
  },
  haproxy: HAPROXY,
};
