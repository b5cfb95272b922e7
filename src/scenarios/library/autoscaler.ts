/**
 * Traffic in waves, and servers that come with them and go, along with the sessions in their memory. It begins with more
 * servers than it takes, so that the first thing to see is the price: who is bound to one that goes must log in again.
 */
import { teachingScenario } from './teaching.ts';

export const autoscaler = teachingScenario({
  visitors: { perSecond: 4, shape: 'wave', peakPerSecond: 45, beginMs: 14_000, lengthMs: 25_000 },
  servers: { count: 3 },
  autoscaler: { on: true, least: 1, most: 6, targetPercent: 60 },
  sessions: { strategy: 'sticky' },
});
