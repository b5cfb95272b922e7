/**
 * Two stable states under one load. 90 pages a second for visitors and as many for 200 people keep 11 of the 16
 * workers busy, and all is well. Once the queues are longer than the three seconds that anybody waits, servers work
 * for those who gave up, who ask again meanwhile: a rush or an outage of the store that is over leaves it that way.
 */
import { DEFAULT_SCENARIO } from '../defaults.ts';
import { teachingScenario } from './teaching.ts';

export const metastable = teachingScenario({
  people: { count: 200, think: { kind: 'exponential', meanMs: 2000 } },
  visitors: { perSecond: 90 },
  patience: { waitMs: 3000, retries: 3, delayMs: 500 },
  service: {
    page: { kind: 'exponential', meanMs: 60 },
    login: { kind: 'constant', meanMs: 300 },
    refusalMs: 5,
  },
  // No limit: short queues would be the cure.
  servers: { count: 4, workers: 4, queueLimit: null },
  balancer: { ...DEFAULT_SCENARIO.balancer, answerTimeoutMs: 10_000 },
  sessions: { strategy: 'shared' },
});
