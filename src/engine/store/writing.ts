/** A write that has reached its node: carried out, or answered with an error. */
import type { Sim } from '../sim.ts';
import { StoreError } from '../state/stores.ts';
import { NONE } from '../state/table.ts';
import { countChange, noteChange } from './disk.ts';
import { lacksRoom, makeRoom } from './room.ts';

/** Keeps what a request changed in its session. False when the node answers with an error, which it then noted. */
export function carryOut(sim: Sim, r: number): boolean {
  const { requests, stores } = sim.world;
  const node = requests.storeNode[r];
  stores.writes[node]++;
  const full = lacksRoom(sim, r, node);
  if (full && sim.scenario.store.whenFull === 'refuse') {
    requests.storeError[r] = StoreError.full;
    return false;
  }
  countChange(sim, node);
  noteChange(sim, node, requests.session[r]);
  if (full) makeRoom(sim, node);
  sim.strategy.keep(sim, r);
  noteChange(sim, node, requests.newSession[r], NONE);
  return true;
}
