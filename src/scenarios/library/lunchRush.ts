/**
 * More requests than two servers can work on: 46/s arrive, and four workers manage 33/s at 120 ms each.
 * The store is shared, so that every failure is one of overload.
 */
import { teachingScenario } from './teaching.ts';

export const lunchRush = teachingScenario({
  visitors: { perSecond: 40 },
  servers: { count: 2 },
  sessions: { strategy: 'shared' },
});
