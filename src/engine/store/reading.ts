/** A read that has reached its node and comes back with what is there. */
import type { Sim } from '../sim.ts';
import { noteChange } from './disk.ts';
import { tellIfExpired } from './writing.ts';

/** The store has answered a request's question for its session. */
export function readFromStore(sim: Sim, r: number): void {
  const { requests, stores } = sim.world;
  const node = requests.storeNode[r];
  stores.reads[node]++;
  noteChange(sim, node, requests.session[r]); // a record that is found is renewed
  sim.strategy.storeAnswered(sim, r);
  tellIfExpired(sim, r);
}
