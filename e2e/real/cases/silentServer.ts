/**
 * A machine falls silent: connections to it are neither accepted nor refused. Until the balancer knows, whoever is
 * sent there waits.
 */
import type { RealCase } from '../case.ts';
import { asks, asksEvery, EVENT_LOOP, HAPROXY, NGINX_BY_KEY, QUICK, QUICK_CHECKS } from '../script.ts';

const servers = { count: 3, ...EVENT_LOOP, restart: '1s' };

/** nginx waits for the connection, and then tries the next server. */
export const silentServer: RealCase = {
  name: 'a silent server, not known to be',
  file: {
    ...QUICK,
    servers,
    balancer: { connectTimeout: '500ms', health: { interval: '1h' } },
    people: {
      count: 3,
      script: [
        ...asks(0, 'login 0 1 2'),
        ...asksEvery(1000, 1000, 'login 0 1 2 0 1 2'),
        ...asks(9500, 'login 0 1 2'),
      ],
    },
    interventions: [
      { at: '800ms', do: 'hang-server', server: 'A' },
      { at: '7.5s', do: 'restart-server', server: 'A' },
    ],
  },
  nginx: NGINX_BY_KEY,
};

/** Checks that get no answer take longer to fail than checks that are refused. */
export const silentServerChecked: RealCase = {
  name: 'a silent server, found by checks',
  file: {
    ...QUICK,
    servers,
    balancer: { connectTimeout: '500ms', health: QUICK_CHECKS },
    sessions: { strategy: 'sticky' },
    people: {
      count: 3,
      script: [
        ...asks(0, 'login 0 1 2'),
        ...asks(2600, 'page 2', 'login 2', 'page 0 1 2'),
        ...asks(5500, 'page 0 1 2'),
      ],
    },
    interventions: [
      { at: '800ms', do: 'hang-server', server: 'C' },
      { at: '3.5s', do: 'restart-server', server: 'C' },
    ],
  },
  haproxy: HAPROXY,
};
