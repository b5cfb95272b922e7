/** What a visitor does to the shared store, and to the network between the zones. */
import type { Action } from '../intervention.ts';
import type { Sim } from '../sim.ts';
import { addOneShard } from '../store/addingShard.ts';
import { killNode, restartNode, setCut } from '../store/nodeLife.ts';
import { MOST_SHARDS } from '../store/shardings.ts';
import { openStore } from '../store/topology.ts';

export function applyToStore(sim: Sim, action: Action, by: number): boolean {
  openStore(sim, by);
  const { stores, shards, zones } = sim.world;
  switch (action.do) {
    case 'kill-store':
    case 'restart-store': {
      const node = action.node ?? 0;
      const up = action.do === 'restart-store' ? 1 : 0;
      if (node >= stores.length || stores.up[node] === up) return false;
      if (up === 1) restartNode(sim, node, by);
      else killNode(sim, node, by);
      return true;
    }
    case 'add-shard':
      if (shards.length >= MOST_SHARDS) return false;
      addOneShard(sim, by);
      return true;
    case 'partition':
    case 'heal': {
      const cut = action.do === 'partition' ? 1 : 0;
      if (sim.scenario.zones.count === 1 || zones.cut === cut) return false;
      setCut(sim, cut, by);
      return true;
    }
    default:
      return false;
  }
}
