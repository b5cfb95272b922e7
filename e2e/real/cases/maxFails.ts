/**
 * nginx's passive checks: after a failure a server is left alone for a while, and then one request tells whether it is
 * back. nginx counts whole seconds of a clock that the script does not know, so the script keeps a second's distance.
 */
import type { RealCase } from '../case.ts';
import { asks, EVENT_LOOP, NGINX, QUICK } from '../script.ts';

export const maxFails: RealCase = {
  name: 'a dead server, left alone for a while',
  file: {
    ...QUICK,
    servers: { count: 2, ...EVENT_LOOP, restart: '500ms' },
    balancer: { health: { interval: '1h' }, detection: { checks: 'off', maxFails: 1, failTimeout: '2s' } },
    people: {
      count: 1,
      script: [
        ...asks(0, 'login 0 0'),
        ...asks(1500, 'login 0 0 0 0'), // the second fails at B; then B is left alone
        ...asks(6000, 'login 0 0 0 0'), // B has one turn, and fails again
        ...asks(10_500, 'login 0 0 0 0 0 0'), // B has one turn, and is back
      ],
    },
    interventions: [
      { at: '1s', do: 'kill-server', server: 'B' },
      { at: '7.5s', do: 'restart-server', server: 'B' },
    ],
  },
  nginx: NGINX,
};
