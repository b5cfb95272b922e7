/** A store of three shards, where a ring of hashes says which: one more logs out one of four. */
import { teachingScenario } from './teaching.ts';

export const shardedRing = teachingScenario({
  servers: { count: 3 },
  sessions: { strategy: 'shared' },
  store: { shards: 3, sharding: 'consistent' },
});
