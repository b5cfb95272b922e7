/** Two zones and a store that would rather answer with something old than with an error. */
import { teachingScenario } from './teaching.ts';

export const cutAvailable = teachingScenario({
  servers: { count: 4 },
  sessions: { strategy: 'shared' },
  store: { kind: 'ap', replicas: 1 },
  zones: { count: 2 },
});
