/** Pages with three pictures each, and a CDN that has most of them near those who ask. */
import { teachingScenario } from './teaching.ts';

export const pictures = teachingScenario({
  files: { perPage: 3, count: 12 },
  cdn: { on: true },
  servers: { count: 2 },
  sessions: { strategy: 'shared' },
});
