/**
 * The settings of a scenario that a visitor can change while the run goes on. The scenario that holds at a
 * moment follows from the run and from how many of its interventions have happened, so no world stores it.
 */
import { further } from './further.ts';
import type { Intervention } from './intervention.ts';
import type { Distribution } from './random/distributions.ts';
import type { Scenario } from './scenario.ts';

export type SettingValue = number | string | boolean | null | Distribution;

type PathsOf<Part, Before extends string = ''> = {
  [Name in keyof Part & string]: NonNullable<Part[Name]> extends Distribution
    ? `${Before}${Name}`
    : NonNullable<Part[Name]> extends readonly unknown[]
      ? never
      : Part[Name] extends object
        ? PathsOf<Part[Name], `${Before}${Name}.`>
        : `${Before}${Name}`;
}[keyof Part & string];

/** Where a single value stands in a scenario: `balancer.health.fall`. */
export type SettingPath = PathsOf<Scenario>;

/** What only a new run can have, or what has an action of its own. */
const NOT_SETTABLE: readonly SettingPath[] = [
  'people.count',
  'people.think',
  'visitors.perSecond',
  'servers.count',
  'servers.size',
  'servers.vcpus',
  'servers.usdPerHour',
  'balancer.policy',
  'files.count',
  'cdn.nodes',
  'sessions.strategy',
  'store.kind',
  'store.replicas',
  'store.shards',
  'store.sharding',
  'zones.count',
  'zones.leaders',
  'zones.majority',
];

/** Can this setting be changed by a `set` action? */
export function isSettable(path: string): path is SettingPath {
  return !(NOT_SETTABLE as readonly string[]).includes(path);
}

/** The scenario with another value at a path. The one given stays as it is; what is not changed is shared. */
export function withSetting(scenario: Scenario, path: SettingPath, value: SettingValue): Scenario {
  return replaced(scenario, path.split('.'), value) as Scenario;
}

function replaced(part: object, [name, ...rest]: string[], value: SettingValue): object {
  const old = (part as Record<string, unknown>)[name];
  return { ...part, [name]: rest.length === 0 ? value : replaced(old as object, rest, value) };
}

/** The value at a path. */
export function settingOf(scenario: Scenario, path: SettingPath): SettingValue {
  let part: unknown = scenario;
  for (const name of path.split('.')) part = (part as Record<string, unknown>)[name];
  return part as SettingValue;
}

/** The scenario that holds after the first `count` interventions. */
export function scenarioAfter(
  scenario: Scenario,
  interventions: readonly Intervention[],
  count: number,
): Scenario {
  let current = scenario;
  for (let i = 0; i < count; i++) {
    const action = interventions[i];
    if (action.do === 'set') current = further().changed(current, action.setting, action.value) ?? current;
  }
  return current;
}
