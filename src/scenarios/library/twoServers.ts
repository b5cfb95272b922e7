/** Two servers that know only their own logins, asked in turn. */
import { teachingScenario } from './teaching.ts';

export const twoServers = teachingScenario({ servers: { count: 2 } });
