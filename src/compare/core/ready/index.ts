/** The comparisons that the page offers. A new one is a file, a line here, and its words in `i18n/compare`. */
import { balancerPair } from './balancerPair.ts';
import { cdnOnOrOff } from './cdnOnOrOff.ts';
import { consistentOrAvailable } from './consistentOrAvailable.ts';
import { deploy } from './deploy.ts';
import { moduloOrRingServers } from './moduloOrRingServers.ts';
import { moduloOrRingShards } from './moduloOrRingShards.ts';
import { oneAddress } from './oneAddress.ts';
import type { ReadyComparison } from './ready.ts';
import { slowServer } from './slowServer.ts';
import { storeCopies } from './storeCopies.ts';
import { storeOrToken } from './storeOrToken.ts';
import { suddenRush } from './suddenRush.ts';
import { upOrOut } from './upOrOut.ts';
import { whereSessionsLive } from './whereSessionsLive.ts';

/** In the order of the list. */
const ready = {
  'where-sessions-live': whereSessionsLive,
  'up-or-out': upOrOut,
  'slow-server': slowServer,
  'one-address': oneAddress,
  'cdn-on-or-off': cdnOnOrOff,
  'sudden-rush': suddenRush,
  deploy,
  'store-or-token': storeOrToken,
  'store-copies': storeCopies,
  'consistent-or-available': consistentOrAvailable,
  'modulo-or-ring-servers': moduloOrRingServers,
  'modulo-or-ring-shards': moduloOrRingShards,
  'balancer-pair': balancerPair,
} as const satisfies Record<string, ReadyComparison>;

export type ReadyId = keyof typeof ready;

export const READY: Readonly<Record<ReadyId, ReadyComparison>> = ready;
export const READY_IDS = Object.keys(ready) as ReadyId[];
