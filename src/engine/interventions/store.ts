/** What a visitor does to the shared store. */
import { further } from '../further.ts';
import type { Action } from '../intervention.ts';
import { type Sim, tell } from '../sim.ts';
import { RequestPhase } from '../state/requests.ts';
import { ServerState } from '../state/servers.ts';
import { STORE } from '../state/sessions.ts';

export function applyToStore(sim: Sim, action: Action, by: number): boolean {
  const { world } = sim;
  const { stores } = world;
  const node = 0;
  const up = action.do === 'restart-store' ? 1 : 0;
  if (stores.up[node] === up) return false;
  stores.up[node] = up;
  stores.sinceMs[node] = world.nowMs;
  stores.by[node] = by;
  const count = stores.shelfCount[node];
  const wanted = up ? 0 : further().crash(sim, node, by);
  const records = stores.shelfCount[node];
  stores.freeMs[node] = 0;
  tell(sim, { what: 'store-state', place: STORE, up: up === 1, records, by });
  if (records < count) tell(sim, { what: 'sessions-lost', place: STORE, count: count - records, wanted, by });
  askAgain(sim);
  return true;
}

/**
 * Commands under way are lost with the connection and wait for a store that may come back; commands that
 * waited are sent as soon as it is there again. Either way the command begins anew.
 */
function askAgain(sim: Sim): void {
  const { requests } = sim.world;
  for (let r = 0; r < requests.length; r++) {
    const phase = requests.phase[r] as RequestPhase;
    if (requests.serial[r] === 0 || requests.working[r] === 0) continue;
    // Those on a silent server are out of reach; they end when the balancer's patience does.
    if (sim.world.servers.state[requests.server[r]] === ServerState.hung) continue;
    if (phase === RequestPhase.readingStore || phase === RequestPhase.writingStore)
      further().askStore(sim, r, phase);
  }
}
