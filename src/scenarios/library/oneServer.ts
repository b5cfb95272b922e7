/** One server that keeps the sessions in its own memory: nothing can go to the wrong place. */
import { teachingScenario } from './teaching.ts';

export const oneServer = teachingScenario({ servers: { count: 1 } });
