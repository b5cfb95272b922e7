/** Three servers, and a balancer that sends everybody back to where they logged in. */
import { teachingScenario } from './teaching.ts';

export const stickyThree = teachingScenario({ servers: { count: 3 }, sessions: { strategy: 'sticky' } });
