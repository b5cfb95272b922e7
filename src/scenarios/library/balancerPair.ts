/** Two balancers that share an address: every way leads through one of them, and the other stands by. */
import { teachingScenario } from './teaching.ts';

export const balancerPair = teachingScenario({
  servers: { count: 3 },
  sessions: { strategy: 'shared' },
  balancer: { count: 2 },
});
