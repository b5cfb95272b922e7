/** A store of three shards, where the remainder of a hash says which: one more logs out three of four. */
import { teachingScenario } from './teaching.ts';

export const shardedModulo = teachingScenario({
  servers: { count: 3 },
  sessions: { strategy: 'shared' },
  store: { shards: 3, sharding: 'modulo' },
});
