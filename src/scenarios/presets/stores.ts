/** Stores as they are commonly built: settings that only make sense together, and that a run begins with. */
import type { Scenario } from '../../engine/scenario.ts';
import type { StoreKindId } from '../../engine/store/kinds.ts';

export interface StorePreset {
  kind: StoreKindId;
  replicas: number;
  shards: number;
}

export const STORE_PRESETS: readonly StorePreset[] = [
  { kind: 'redis', replicas: 0, shards: 1 },
  // One copy is the least that can take over.
  { kind: 'redis-sentinel', replicas: 1, shards: 1 },
  // Redis asks for at least three leaders, and advises a copy of each.
  { kind: 'redis-cluster', replicas: 1, shards: 3 },
  // Three nodes are the least of which one may die.
  { kind: 'cp', replicas: 2, shards: 1 },
  { kind: 'ap', replicas: 1, shards: 1 },
];

/** The preset that a scenario's store is like, or undefined. */
export function storePresetOf({ store }: Scenario): StorePreset | undefined {
  return STORE_PRESETS.find(
    ({ kind, replicas, shards }) =>
      kind === store.kind && replicas === store.replicas && shards === store.shards,
  );
}
