/** Every field of a scenario, in the order of a file. A new section is a file, a line here, and its words. */
import type { Scenario } from '../engine/scenario.ts';
import { type GroupField, group } from './fields/field.ts';
import { autoscaler } from './sections/autoscaler.ts';
import { balancer } from './sections/balancer.ts';
import { cdn, files, pageCache } from './sections/caches.ts';
import { patience, people, visitors } from './sections/people.ts';
import { servers } from './sections/servers.ts';
import { sessions } from './sections/sessions.ts';
import { store, zones } from './sections/store.ts';
import { hops, service } from './sections/work.ts';

export const SCENARIO_FIELDS = {
  people: group(people),
  visitors: group(visitors),
  patience: group(patience),
  servers: group(servers),
  autoscaler: group(autoscaler),
  balancer: group(balancer),
  sessions: group(sessions),
  store: group(store),
  files: group(files),
  cdn: group(cdn),
  pageCache: group(pageCache),
  zones: group(zones),
  service: group(service),
  hops: group(hops),
} as const satisfies Record<keyof Scenario, GroupField>;
