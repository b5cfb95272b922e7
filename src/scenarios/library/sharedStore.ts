/** Three servers that keep all sessions in one store. */
import { teachingScenario } from './teaching.ts';

export const sharedStore = teachingScenario({ servers: { count: 3 }, sessions: { strategy: 'shared' } });
