/** What becomes of a scenario when one of its settings is changed. */
import { conflictIn } from './conflicts.ts';
import type { Scenario } from './scenario.ts';
import { type SettingPath, type SettingValue, settingOf, withSetting } from './settings.ts';

/** The scenario after a change of a setting; null when the change makes no sense and is ignored. */
export function changed(scenario: Scenario, path: SettingPath, value: SettingValue): Scenario | null {
  if (same(settingOf(scenario, path), value)) return null;
  const next = withSetting(scenario, path, value);
  return conflictIn(next) === null ? next : null;
}

/** Values are numbers, words, or small objects that are written the same way when they are the same. */
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
