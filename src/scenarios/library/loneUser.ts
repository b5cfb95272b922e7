/** One person between two servers: after each login, the next page is asked of the other server. */
import { teachingScenario } from './teaching.ts';

export const loneUser = teachingScenario({ people: { count: 1 }, servers: { count: 2 } });
