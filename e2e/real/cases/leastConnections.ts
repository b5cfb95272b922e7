/** One server is slow: requests pile up there, so the others get more. */
import type { RealCase } from '../case.ts';
import { asksEvery, EVENT_LOOP, QUICK } from '../script.ts';

export const leastConnections: RealCase = {
  name: 'least connections, one server slow',
  file: {
    ...QUICK,
    service: { login: '500ms', page: '500ms', refusal: '500ms' },
    servers: { count: 3, ...EVENT_LOOP, each: [{ speed: 0.1 }] },
    people: {
      count: 24,
      // A takes 5 s for what the others do in 0.5 s.
      script: asksEvery(200, 0, `login ${Array.from({ length: 24 }, (_, i) => i).join(' ')}`),
    },
  },
  nginx: { policy: 'least-connections' },
  haproxy: { policy: 'least-connections-haproxy' },
};
