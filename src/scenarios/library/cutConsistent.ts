/** Two zones and a store that would rather answer with an error than with something old. */
import { teachingScenario } from './teaching.ts';

export const cutConsistent = teachingScenario({
  servers: { count: 4 },
  sessions: { strategy: 'shared' },
  store: { kind: 'cp', replicas: 2 },
  zones: { count: 2 },
});
