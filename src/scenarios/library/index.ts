/** The starting points that the page and the command line offer by name. A new one is a file and a line here. */
import type { Scenario } from '../../engine/scenario.ts';
import { autoscaler } from './autoscaler.ts';
import { balancerPair } from './balancerPair.ts';
import { busyCrowd } from './busyCrowd.ts';
import { cutAvailable } from './cutAvailable.ts';
import { cutConsistent } from './cutConsistent.ts';
import { failover } from './failover.ts';
import { leakyCdn } from './leakyCdn.ts';
import { loneUser } from './loneUser.ts';
import { lunchRush } from './lunchRush.ts';
import { metastable } from './metastable.ts';
import { oneServer } from './oneServer.ts';
import { oneSlowServer } from './oneSlowServer.ts';
import { pictures } from './pictures.ts';
import { shardedModulo } from './shardedModulo.ts';
import { shardedRing } from './shardedRing.ts';
import { sharedStore } from './sharedStore.ts';
import { stickyThree } from './stickyThree.ts';
import { suddenRush } from './suddenRush.ts';
import { threeServers } from './threeServers.ts';
import { twoServers } from './twoServers.ts';

const library = {
  'one-server': oneServer,
  'two-servers': twoServers,
  'three-servers': threeServers,
  'sticky-three': stickyThree,
  'shared-store': sharedStore,
  'lone-user': loneUser,
  'busy-crowd': busyCrowd,
  'lunch-rush': lunchRush,
  'sudden-rush': suddenRush,
  metastable,
  autoscaler,
  'balancer-pair': balancerPair,
  'one-slow-server': oneSlowServer,
  failover,
  'cut-consistent': cutConsistent,
  'cut-available': cutAvailable,
  'sharded-modulo': shardedModulo,
  'sharded-ring': shardedRing,
  pictures,
  'leaky-cdn': leakyCdn,
} as const satisfies Record<string, Scenario>;

export type ScenarioId = keyof typeof library;
export const SCENARIOS: Readonly<Record<ScenarioId, Scenario>> = library;
export const SCENARIO_IDS = Object.keys(library) as ScenarioId[];
