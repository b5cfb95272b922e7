/** A store whose master has two copies, and Sentinel that lets one of them take over: half a minute later, as it comes. */
import { teachingScenario } from './teaching.ts';

export const failover = teachingScenario({
  servers: { count: 3 },
  sessions: { strategy: 'shared' },
  store: { kind: 'redis-sentinel', replicas: 2 },
});
