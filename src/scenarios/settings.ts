/**
 * The single values of a scenario by their path in a file, such as `balancer.health.fall`: which there are,
 * what each may hold, and which can be changed while a run goes on.
 */
import type { Action } from '../engine/intervention.ts';
import { type Distribution, meanMs } from '../engine/random/distributions.ts';
import { isSettable, type SettingValue } from '../engine/settings.ts';
import { engineName, type Field, type GroupField, type SingleField } from './fields/field.ts';
import { LEAST_CV, LONGEST_MS, MOST_CV } from './limits.ts';
import { SCENARIO_FIELDS } from './scenarioFields.ts';

export interface Setting {
  /** In a file, in links, and for the words: `balancer.connectTimeout`. */
  path: string;
  /** In the engine: `balancer.connectTimeoutMs`. */
  enginePath: string;
  field: SingleField;
  /** False for what only a new run can have, such as the number of people. */
  live: boolean;
}

/** Every single value of a scenario, in the order of a file. Lists are not among them. */
export const SETTINGS: readonly Setting[] = settingsOf(SCENARIO_FIELDS, '', '');

/** The setting at a path of a file, or undefined when there is none. */
export function settingAt(path: string): Setting | undefined {
  return SETTINGS.find((setting) => setting.path === path);
}

/** The setting at a path of the engine. */
export function settingAtEnginePath(enginePath: string): Setting | undefined {
  return SETTINGS.find((setting) => setting.enginePath === enginePath);
}

/** The action that gives a setting another value; null for a setting that cannot be changed in a run. */
export function changeSetting(path: string, value: SettingValue): Extract<Action, { do: 'set' }> | null {
  const enginePath = settingAt(path)?.enginePath;
  if (enginePath === undefined || !isSettable(enginePath)) return null;
  return { do: 'set', setting: enginePath, value };
}

/** May the setting have this value? Both are as the engine has them. */
export function allows(field: SingleField, value: SettingValue): boolean {
  switch (field.kind) {
    case 'duration':
      return value === null ? field.orNull : isBetween(value, field.leastMs, field.mostMs);
    case 'whole':
      return value === null
        ? field.orNull
        : Number.isInteger(value) && isBetween(value, field.least, field.most);
    case 'decimal':
      return value === null ? field.orNull : isBetween(value, field.least, field.most);
    case 'choice':
      return value === null ? field.orNull : typeof value === 'string' && field.choices.includes(value);
    case 'yes-or-no':
      return typeof value === 'boolean';
    case 'distribution':
      return typeof value === 'object' && value !== null && isDistribution(value, field.leastMeanMs);
  }
}

function isDistribution(d: Distribution, leastMeanMs: number): boolean {
  if (!isBetween(meanMs(d), leastMeanMs, LONGEST_MS)) return false;
  switch (d.kind) {
    case 'uniform':
      return d.minMs >= 0 && d.minMs <= d.maxMs && d.maxMs <= LONGEST_MS;
    case 'lognormal':
      return isBetween(d.cv, LEAST_CV, MOST_CV);
    case 'hyperexponential':
      return isBetween(d.cv, 1, MOST_CV);
    default:
      return true;
  }
}

const isBetween = (value: SettingValue, least: number, most: number): boolean =>
  typeof value === 'number' && value >= least && value <= most;

function settingsOf(fields: GroupField['fields'], path: string, enginePath: string): Setting[] {
  return Object.entries<Field>(fields).flatMap(([name, field]): Setting[] => {
    const here = path + name;
    const inEngine = enginePath + engineName(name, field);
    if (field.kind === 'group') return settingsOf(field.fields, `${here}.`, `${inEngine}.`);
    if (field.kind === 'list') return [];
    return [{ path: here, enginePath: inEngine, field, live: isSettable(inEngine) }];
  });
}
