/** Every balancing policy. A new one is a file, a line here, and its words in each language. */
import { boundedLoadHashing } from './boundedLoadHashing.ts';
import { consistentHashing } from './consistentHashing.ts';
import { hashModulo } from './hashModulo.ts';
import { ipHash } from './ipHash.ts';
import { leastConnections } from './leastConnections.ts';
import { leastConnectionsEnvoy } from './leastConnectionsEnvoy.ts';
import { leastConnectionsHaproxy } from './leastConnectionsHaproxy.ts';
import { leastTime } from './leastTime.ts';
import { maglevHashing } from './maglevHashing.ts';
import { peakEwma } from './peakEwma.ts';
import type { Policy } from './policy.ts';
import { powerOfTwoChoices } from './powerOfTwoChoices.ts';
import { powerOfTwoChoicesEnvoy } from './powerOfTwoChoicesEnvoy.ts';
import { powerOfTwoChoicesHaproxy } from './powerOfTwoChoicesHaproxy.ts';
import { random } from './random.ts';
import { rendezvousHashing } from './rendezvousHashing.ts';
import { roundRobin } from './roundRobin.ts';
import { weightedRoundRobin } from './weightedRoundRobin.ts';
import { weightedRoundRobinHaproxy } from './weightedRoundRobinHaproxy.ts';

export const POLICIES = {
  'round-robin': roundRobin,
  'weighted-round-robin': weightedRoundRobin,
  'weighted-round-robin-haproxy': weightedRoundRobinHaproxy,
  'least-connections': leastConnections,
  'least-connections-haproxy': leastConnectionsHaproxy,
  'least-connections-envoy': leastConnectionsEnvoy,
  'least-time': leastTime,
  random,
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
} as const satisfies Record<string, Policy>;

export type PolicyId = keyof typeof POLICIES;
export const POLICY_IDS = Object.keys(POLICIES) as PolicyId[];
