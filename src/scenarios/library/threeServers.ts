/** Three servers that know only their own logins, asked in turn. */
import { teachingScenario } from './teaching.ts';

export const threeServers = teachingScenario({ servers: { count: 3 } });
