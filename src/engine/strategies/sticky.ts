/**
 * Sessions in each server's memory, and a balancer that sends a person back to the same server: it adds
 * a cookie that names the server. When that server is out of rotation the person is balanced anew.
 */
import { findRecordAnywhere } from '../shelves.ts';
import { NONE } from '../state/table.ts';
import type { SessionStrategy } from './strategy.ts';

export const sticky: SessionStrategy = {
  id: 'sticky',
  affinity: 'cookie',
  home: (server) => server,
  takeOver(world) {
    const { users, records } = world;
    for (let user = 0; user < users.length; user++) {
      const record = users.session[user] === NONE ? NONE : findRecordAnywhere(world, users.session[user]);
      users.bound[user] = record !== NONE && records.place[record] >= 0 ? records.place[record] : NONE;
    }
  },
};
