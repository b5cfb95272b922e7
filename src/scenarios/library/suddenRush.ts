/**
 * Well balanced until many come at once: two servers manage 33 pages a second, and 60 a second come for ten
 * seconds. The queues that are full by then take a while to empty.
 */
import { teachingScenario } from './teaching.ts';

export const suddenRush = teachingScenario({
  visitors: { perSecond: 10, shape: 'spike', peakPerSecond: 60, beginMs: 10_000, lengthMs: 10_000 },
  servers: { count: 2 },
  sessions: { strategy: 'shared' },
});
