/** A copy has arrived: at a node of the store, or at a server. */
import { reachServer, serverWasTold } from '../replication.ts';
import type { Sim } from '../sim.ts';
import { isStore, nodeAt } from '../state/sessions.ts';
import { forgetCopy, versionInCopy } from './copies.ts';
import { copyDelivered, reachNode } from './copying.ts';

export function copyArrives(sim: Sim, copy: number): void {
  const { copies } = sim.world;
  const to = copies.to[copy];
  const session = copies.session[copy];
  const version = versionInCopy(sim.world, copy);
  const inStore = isStore(to);
  if (inStore) reachNode(sim, nodeAt(to), session, version);
  else reachServer(sim, to, session, version);
  copies.event[copy] = 0; // it is no longer on its way
  if (inStore) copyDelivered(sim, nodeAt(to), session);
  else serverWasTold(sim, session);
  forgetCopy(sim.world, copy);
}
