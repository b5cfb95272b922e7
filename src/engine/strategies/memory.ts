/** Each server keeps the sessions it made in its own memory, and knows no others. */
import { further } from '../further.ts';
import { keepAt, lookUp } from '../sessionAccess.ts';
import { STRATEGIES } from './index.ts';
import type { SessionStrategy } from './strategy.ts';

export const memory: SessionStrategy = {
  ...STRATEGIES.memory,
  id: 'memory',
  find(sim, r) {
    lookUp(sim, r, sim.world.requests.server[r]);
  },
  storeAnswered(sim, r) {
    lookUp(sim, r, further().placeAsked(sim.world, r));
  },
  keepsInStore: () => false,
  keep(sim, r) {
    const place = sim.world.requests.server[r];
    if (sim.scenario.sessions.maxPerServer !== null) further().makeRoomInMemory(sim, r, place);
    keepAt(sim, r, place);
  },
  takeOver: () => {},
};
