/** One store outside the servers keeps all sessions. Any server will do, at the price of asking. */
import { keepAt, lookUp } from '../sessionAccess.ts';
import { RequestPhase } from '../state/requests.ts';
import { NONE } from '../state/table.ts';
import { carryIntoStore, unsealIntoStore } from '../store/carrying.ts';
import { askStore, placeAsked } from '../store/commands.ts';
import { openStore } from '../store/topology.ts';
import { dropToken } from '../tokens.ts';
import { STRATEGIES } from './index.ts';
import type { SessionStrategy } from './strategy.ts';

export const shared: SessionStrategy = {
  ...STRATEGIES.shared,
  id: 'shared',
  open: (sim) => openStore(sim, NONE),
  find(sim, r) {
    askStore(sim, r, RequestPhase.readingStore);
  },
  storeAnswered(sim, r) {
    lookUp(sim, r, placeAsked(sim.world, r));
  },
  keepsInStore: () => true,
  keep(sim, r) {
    keepAt(sim, r, placeAsked(sim.world, r));
  },
  takeOver(sim) {
    const { world } = sim;
    const { users, requests } = world;
    openStore(sim, world.settings.strategyBy);
    for (let user = 0; user < users.length; user++) {
      carryIntoStore(sim, users.session[user]);
      if (unsealIntoStore(sim, users.token[user])) {
        dropToken(world, users.token[user]);
        users.token[user] = NONE;
      }
    }
    // What is still on its way to its owner.
    for (let r = 0; r < requests.length; r++) {
      if (requests.serial[r] === 0) continue;
      carryIntoStore(sim, requests.newSession[r]);
      unsealIntoStore(sim, requests.newToken[r]);
    }
  },
};
