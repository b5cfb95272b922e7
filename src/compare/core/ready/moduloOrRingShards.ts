/** A key says which shard of the store, and there is one shard more. */
import { base, butWith, type ReadyComparison, setting } from './ready.ts';

export const moduloOrRingShards: ReadyComparison = {
  base: base(
    'sharded-modulo',
    7,
    [{ atMs: 15_000, do: 'add-shard' }],
    [setting('people.count', 40), setting('servers.workers', 8)],
  ),
  variants: [
    butWith([setting('store.sharding', 'consistent')]),
    butWith([setting('store.kind', 'redis-cluster')]),
  ],
  fromMs: 13_000,
  tellingMs: 18_000,
  untilMs: 40_000,
  speed: 1,
};
