/** Every balancing policy. A new one is a file, a line here and in `further.ts`, and its words in each language. */
import type { Family } from './policy.ts';

export const POLICIES = {
  'round-robin': { family: 'turns' },
  'weighted-round-robin': { family: 'turns' },
  'weighted-round-robin-haproxy': { family: 'turns' },
  'least-connections': { family: 'load' },
  'least-connections-haproxy': { family: 'load' },
  'least-connections-envoy': { family: 'load' },
  'least-time': { family: 'load' },
  random: { family: 'chance' },
  'power-of-two-choices': { family: 'chance' },
  'power-of-two-choices-haproxy': { family: 'chance' },
  'power-of-two-choices-envoy': { family: 'chance' },
  'peak-ewma': { family: 'chance' },
  'ip-hash': { family: 'hash' },
  'hash-modulo': { family: 'hash' },
  'consistent-hashing': { family: 'hash' },
  'bounded-load-hashing': { family: 'hash' },
  'rendezvous-hashing': { family: 'hash' },
  'maglev-hashing': { family: 'hash' },
} as const satisfies Record<string, { family: Family }>;

export type PolicyId = keyof typeof POLICIES;
export const POLICY_IDS = Object.keys(POLICIES) as PolicyId[];
