/**
 * Settings that make no sense together. A scenario file with such a combination is refused with the reason, and a
 * change of a setting that would lead to one is ignored. Reads the scenario and nothing else.
 */
import type { Scenario } from './scenario.ts';
import { type SettingPath, type SettingValue, withSetting } from './settings.ts';

interface Conflict {
  /** The settings that do not go together; the first is the one to name. */
  readonly settings: readonly SettingPath[];
  broken(scenario: Scenario): boolean;
}

export const CONFLICTS = {
  'no-rates': {
    settings: ['visitors.shape'],
    broken: ({ visitors }) => visitors.shape === 'rates' && visitors.rates === null,
  },
  'no-arrivals': {
    settings: ['visitors.shape'],
    broken: ({ visitors }) => visitors.shape === 'arrivals' && visitors.arrivals === null,
  },
  'least-above-most': {
    settings: ['autoscaler.least', 'autoscaler.most'],
    broken: ({ autoscaler }) => autoscaler.least > autoscaler.most,
  },
  'nobody-takes-over': {
    settings: ['store.kind', 'store.replicas'],
    broken: ({ store }) => store.kind === 'redis-sentinel' && store.replicas === 0,
  },
  'no-majority': {
    settings: ['store.kind', 'store.replicas'],
    broken: ({ store }) => store.kind === 'cp' && store.replicas !== 2,
  },
  'no-peer': {
    settings: ['store.kind', 'store.replicas'],
    broken: ({ store }) => store.kind === 'ap' && store.replicas === 0,
  },
  'too-many-followers': {
    settings: ['store.minReplicas', 'store.replicas'],
    broken: ({ store }) => store.minReplicas > store.replicas,
  },
} as const satisfies Record<string, Conflict>;

export type ConflictId = keyof typeof CONFLICTS;
const CONFLICT_IDS = Object.keys(CONFLICTS) as ConflictId[];

/** The first combination of a scenario that makes no sense, or null. */
export function conflictIn(scenario: Scenario): ConflictId | null {
  return CONFLICT_IDS.find((id) => CONFLICTS[id].broken(scenario)) ?? null;
}

/** What would make no sense if a setting had another value; null if the change is possible, or if it changes nothing. */
export function conflictWith(scenario: Scenario, path: SettingPath, value: SettingValue): ConflictId | null {
  return conflictIn(withSetting(scenario, path, value));
}
