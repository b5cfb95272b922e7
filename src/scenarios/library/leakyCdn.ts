/** A CDN that keeps every page, those of the logged-in as well: people see each other's carts. */
import { teachingScenario } from './teaching.ts';

export const leakyCdn = teachingScenario({
  people: { cartShare: 0.4 },
  cdn: { on: true, keeps: 'all-pages', ttlMs: 2000, nodes: 1 },
  servers: { count: 2 },
  sessions: { strategy: 'shared' },
});
