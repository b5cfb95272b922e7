/** The rule behind a policy's name. */
import { further } from '../further.ts';
import { BASIC_POLICIES } from './basic.ts';
import type { PolicyId } from './index.ts';
import type { Policy } from './policy.ts';

export function policyOf(id: PolicyId): Policy {
  return isBasic(id) ? BASIC_POLICIES[id] : further().FURTHER_POLICIES[id];
}

/** Is it one that every run has at hand? */
export const isBasic = (id: PolicyId): id is keyof typeof BASIC_POLICIES => id in BASIC_POLICIES;
