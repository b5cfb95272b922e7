/** Settings that a run begins with in place of the scenario's own. */
import type { Scenario } from '../../engine/scenario.ts';
import { type SettingPath, type SettingValue, settingOf, withSetting } from '../../engine/settings.ts';

export interface StartSetting {
  /** As in a file: `balancer.drain`. */
  path: string;
  /** As the engine calls it: `balancer.drainMs`. */
  enginePath: SettingPath;
  value: SettingValue;
}

/** The scenario with these settings instead of its own. */
export function startWith(scenario: Scenario, settings: readonly StartSetting[]): Scenario {
  return settings.reduce(
    (current, { enginePath, value }) => withSetting(current, enginePath, value),
    scenario,
  );
}

/** The settings with other values for some of them; without those that are the scenario's own. */
export function changeStart(
  settings: readonly StartSetting[],
  changes: readonly StartSetting[],
  scenario: Scenario,
): StartSetting[] {
  const others = settings.filter(({ path }) => !changes.some((change) => change.path === path));
  const differing = changes.filter(
    ({ enginePath, value }) => JSON.stringify(value) !== JSON.stringify(settingOf(scenario, enginePath)),
  );
  return [...others, ...differing];
}
