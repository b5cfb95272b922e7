/**
 * A server is dead, and nobody has checked. HAProxy asks it again, a second later each time, and goes elsewhere only
 * when it is told to: at once where any server would do, with the last attempt where a cookie names this one.
 */
import type { RealCase } from '../case.ts';
import { asks, EVENT_LOOP, HAPROXY, QUICK } from '../script.ts';

const world = (retryTo: string, strategy: string, later: string) => ({
  ...QUICK,
  servers: { count: 3, ...EVENT_LOOP },
  balancer: { health: { interval: '1h' }, retries: 3, retryTo, retryDelay: '1s', connectTimeout: '5s' },
  sessions: { strategy },
  people: {
    count: 3,
    script: [...asks(0, 'login 0 1 2'), ...asks(1500, `${later} 0 1 2`), ...asks(6000, `${later} 0 2`)],
  },
  interventions: [{ at: '1.2s', do: 'kill-server', server: 'B' }],
});

export const askedAgain: RealCase = {
  name: 'a dead server, asked again',
  file: world('same', 'memory', 'login'),
  haproxy: HAPROXY,
};

export const redispatched: RealCase = {
  name: 'a dead server, redispatched',
  file: world('redispatch', 'memory', 'login'),
  haproxy: HAPROXY,
};

export const redispatchedFromCookie: RealCase = {
  name: 'a dead server, named by a cookie, redispatched',
  file: world('redispatch', 'sticky', 'login'),
  haproxy: HAPROXY,
};
