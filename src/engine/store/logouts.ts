/** Logouts that a store confirmed and then lost: the session is valid again, for whoever still has its cookie. */
import { firstOnShelf } from '../shelves.ts';
import { type Sim, tell } from '../sim.ts';
import { placeOfNode } from '../state/sessions.ts';
import { NONE } from '../state/table.ts';

/** Tells of the sessions on a node that had been logged out, each once. */
export function noteUndoneLogouts(sim: Sim, node: number, by: number): void {
  const { world } = sim;
  const { records } = world;
  const place = placeOfNode(node);
  let count = 0;
  for (let record = firstOnShelf(world, place); record !== NONE; record = records.shelfNext[record]) {
    if (records.loggedIn[record] === 1 && isUndone(sim, records.session[record])) count++;
  }
  if (count > 0) tell(sim, { what: 'logouts-undone', place, count, by });
}

/** The same for one session that a node has a record of. */
export function noteUndoneLogout(sim: Sim, node: number, session: number): void {
  if (isUndone(sim, session)) {
    tell(sim, { what: 'logouts-undone', place: placeOfNode(node), count: 1, by: sim.world.zones.by });
  }
}

function isUndone({ world }: Sim, session: number): boolean {
  if (world.sessions.loggedOut[session] === 0) return false;
  world.sessions.loggedOut[session] = 0;
  world.totals.logoutsUndone++;
  return true;
}
