/**
 * Sessions in each server's memory, and a balancer that sends a person back to the same server: it adds
 * a cookie that names the server. When that server is out of rotation the person is balanced anew.
 */
import { isStore, type Place } from '../state/sessions.ts';
import { NONE } from '../state/table.ts';
import type { World } from '../state/world.ts';
import { STRATEGIES } from './index.ts';
import { memory } from './memory.ts';
import type { SessionStrategy } from './strategy.ts';

export const sticky: SessionStrategy = {
  ...memory,
  ...STRATEGIES.sticky,
  id: 'sticky',
  takeOver({ world }) {
    const { users, requests } = world;
    for (let user = 0; user < users.length; user++) {
      users.bound[user] = serverWithRecord(world, users.session[user]);
    }
    // Those on their way get the cookie too, as if they had set out with it.
    for (let r = 0; r < requests.length; r++) {
      if (requests.serial[r] !== 0 && requests.user[r] !== NONE) {
        requests.bound[r] = users.bound[requests.user[r]];
      }
    }
  },
};

/** The server that keeps a record of the session, or NONE. */
function serverWithRecord({ sessions, records }: World, session: number): Place {
  let record = session === NONE ? NONE : sessions.firstRecord[session];
  while (record !== NONE && isStore(records.place[record])) record = records.next[record];
  return record === NONE ? NONE : records.place[record];
}
