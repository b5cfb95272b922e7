/**
 * A hash of who asks says which server. When one is added, people whose server changed with it are logged out: nearly
 * all with a remainder, few with a ring.
 */
import type { RealCase } from '../case.ts';
import { asksEvery, EVENT_LOOP, QUICK } from '../script.ts';

const people = Array.from({ length: 60 }, (_, i) => i).join(' ');

const serverAdded = (name: string, policy: string): RealCase => ({
  name,
  file: {
    ...QUICK,
    servers: { count: 3, ...EVENT_LOOP, start: '1s' },
    people: {
      count: 60,
      script: [
        ...asksEvery(40, 0, `login ${people}`),
        ...asksEvery(40, 2600, `page ${people}`),
        ...asksEvery(40, 6600, `page ${people}`),
      ],
    },
    interventions: [{ at: '5.2s', do: 'add-server' }],
  },
  nginx: { policy },
});

export const hashModulo = serverAdded('hash modulo, a server added', 'hash-modulo');
export const consistentHashing = serverAdded('consistent hashing, a server added', 'consistent-hashing');
export const ipHash = serverAdded('IP hash, a server added', 'ip-hash');
