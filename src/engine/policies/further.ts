/** The policies that are fetched when a run first needs one of them. */
import type { BASIC_POLICIES } from './basic.ts';
import { boundedLoadHashing } from './boundedLoadHashing.ts';
import { consistentHashing } from './consistentHashing.ts';
import { hashModulo } from './hashModulo.ts';
import type { PolicyId } from './index.ts';
import { ipHash } from './ipHash.ts';
import { leastConnectionsEnvoy } from './leastConnectionsEnvoy.ts';
import { leastConnectionsHaproxy } from './leastConnectionsHaproxy.ts';
import { leastTime } from './leastTime.ts';
import { maglevHashing } from './maglevHashing.ts';
import { peakEwma } from './peakEwma.ts';
import type { Policy } from './policy.ts';
import { powerOfTwoChoices } from './powerOfTwoChoices.ts';
import { powerOfTwoChoicesEnvoy } from './powerOfTwoChoicesEnvoy.ts';
import { powerOfTwoChoicesHaproxy } from './powerOfTwoChoicesHaproxy.ts';
import { rendezvousHashing } from './rendezvousHashing.ts';
import { weightedRoundRobin } from './weightedRoundRobin.ts';
import { weightedRoundRobinHaproxy } from './weightedRoundRobinHaproxy.ts';

export const FURTHER_POLICIES = {
  'weighted-round-robin': weightedRoundRobin,
  'weighted-round-robin-haproxy': weightedRoundRobinHaproxy,
  'least-connections-haproxy': leastConnectionsHaproxy,
  'least-connections-envoy': leastConnectionsEnvoy,
  'least-time': leastTime,
  'power-of-two-choices': powerOfTwoChoices,
  'power-of-two-choices-haproxy': powerOfTwoChoicesHaproxy,
  'power-of-two-choices-envoy': powerOfTwoChoicesEnvoy,
  'peak-ewma': peakEwma,
  'ip-hash': ipHash,
  'hash-modulo': hashModulo,
  'consistent-hashing': consistentHashing,
  'bounded-load-hashing': boundedLoadHashing,
  'rendezvous-hashing': rendezvousHashing,
  'maglev-hashing': maglevHashing,
} as const satisfies Record<Exclude<PolicyId, keyof typeof BASIC_POLICIES>, Policy>;
