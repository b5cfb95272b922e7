/** Each server keeps the sessions it made in its own memory, and knows no others. */
import { keepAt, lookUp } from '../sessionAccess.ts';
import { placeAsked } from '../store/commands.ts';
import type { SessionStrategy } from './strategy.ts';

export const memory: SessionStrategy = {
  id: 'memory',
  keeper: 'memory',
  affinity: 'none',
  find(sim, r) {
    lookUp(sim, r, sim.world.requests.server[r]);
  },
  storeAnswered(sim, r) {
    lookUp(sim, r, placeAsked(sim.world, r));
  },
  keepsInStore: () => false,
  keep(sim, r) {
    keepAt(sim, r, sim.world.requests.server[r]);
  },
  takeOver: () => {},
};
