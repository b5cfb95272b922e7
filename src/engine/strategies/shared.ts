/** One store outside the servers keeps all sessions. Any server will do, at the price of asking. */
import { findRecordAnywhere, moveRecord } from '../shelves.ts';
import { STORE } from '../state/sessions.ts';
import { NONE } from '../state/table.ts';
import type { SessionStrategy } from './strategy.ts';

export const shared: SessionStrategy = {
  id: 'shared',
  affinity: 'none',
  home: () => STORE,
  takeOver(world) {
    if (!world.store.up) return;
    const { users } = world;
    for (let user = 0; user < users.length; user++) {
      if (users.session[user] === NONE) continue;
      const record = findRecordAnywhere(world, users.session[user]);
      if (record !== NONE) moveRecord(world, record, STORE);
    }
  },
};
