/** What a visitor does to the shared store, and to the network between the zones. */
import { further } from '../further.ts';
import type { Action } from '../intervention.ts';
import type { Sim } from '../sim.ts';

export function applyToStore(sim: Sim, action: Action, by: number): boolean {
  further().openStore(sim, by);
  const { stores, zones } = sim.world;
  switch (action.do) {
    case 'kill-store':
    case 'restart-store': {
      const node = action.node ?? 0;
      const up = action.do === 'restart-store' ? 1 : 0;
      if (node >= stores.length || stores.up[node] === up) return false;
      if (up === 1) further().restartNode(sim, node, by);
      else further().killNode(sim, node, by);
      return true;
    }
    case 'partition':
    case 'heal': {
      const cut = action.do === 'partition' ? 1 : 0;
      if (sim.scenario.zones.count === 1 || zones.cut === cut) return false;
      further().setCut(sim, cut, by);
      return true;
    }
    default:
      return false;
  }
}
