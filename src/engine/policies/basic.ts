/** The policies that every run has at hand. */
import type { PolicyId } from './index.ts';
import { leastConnections } from './leastConnections.ts';
import type { Policy } from './policy.ts';
import { random } from './random.ts';
import { roundRobin } from './roundRobin.ts';

export const BASIC_POLICIES = {
  'round-robin': roundRobin,
  'least-connections': leastConnections,
  random,
} as const satisfies Partial<Record<PolicyId, Policy>>;
