/** What is worth trying with the session store. */
import type { Action } from '../engine/intervention.ts';
import type { StoreNodeView, StoreView } from './viewStore.ts';

export type StoreSuggestion =
  | { id: 'wait-for-copy'; untilMs: number }
  | { id: 'kill-store'; node: number; action: Action }
  | { id: 'restart-store'; node: number; action: Action }
  | { id: 'cut'; action: Action }
  | { id: 'heal'; action: Action }
  | { id: 'shard'; action: Action };

const onNode = (id: 'kill-store' | 'restart-store', { node }: StoreNodeView): StoreSuggestion => ({
  id,
  node,
  action: node === 0 ? { do: id } : { do: id, node },
});

/**
 * The way out when servers wait for the store in vain, or when it is cut in two; null when there is nothing to mend.
 * A copy that is about to take over must not be forestalled: the node that died would come back first, empty, and the
 * copies would follow it.
 */
export function mendStore({ used, up, nextLeaderMs, nodes, cut }: StoreView): StoreSuggestion | null {
  if (!used || (up && !cut)) return null;
  if (nextLeaderMs !== null) return { id: 'wait-for-copy', untilMs: nextLeaderMs };
  const dead = nodes.find((n) => !n.up);
  if (dead && !up) return onNode('restart-store', dead);
  return cut ? { id: 'heal', action: { do: 'heal' } } : null;
}

/** What it costs to depend on it: the network between its parts, or the node that leads; null once that was seen. */
export function breakStore({
  nodes,
  zones,
  hasBeenCut,
  shards,
  hasGrown,
}: StoreView): StoreSuggestion | null {
  if (zones === 2 && !hasBeenCut) return { id: 'cut', action: { do: 'partition' } };
  if (shards > 1 && !hasGrown) return { id: 'shard', action: { do: 'add-shard' } };
  const leader = nodes.find((n) => n.up && n.role !== 'follows');
  return leader && !nodes.some((n) => n.hasDied) ? onNode('kill-store', leader) : null;
}
