/** Eight people among hundreds of passing visitors. 306 requests/s of 120 ms keep 37 of the 48 workers busy. */
import { teachingScenario } from './teaching.ts';

export const busyCrowd = teachingScenario({
  visitors: { perSecond: 300 },
  servers: { count: 6, workers: 8 },
  sessions: { strategy: 'shared' },
});
