/** Three servers, one of them four times as slow as the others; turn by turn it gets as much as they do. */
import { teachingScenario } from './teaching.ts';

export const oneSlowServer = teachingScenario({
  visitors: { perSecond: 10 },
  servers: { count: 3, each: [{}, {}, { speed: 0.25 }] },
  sessions: { strategy: 'shared' },
});
