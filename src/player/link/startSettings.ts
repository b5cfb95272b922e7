/**
 * Settings that a run begins with in place of the scenario's own, as text in a link:
 * `people.count~24,servers.count~3`.
 */

import type { Scenario } from '../../engine/scenario.ts';
import { type SettingPath, type SettingValue, settingOf, withSetting } from '../../engine/settings.ts';
import { allows, settingAt } from '../../scenarios/settings.ts';
import { formatSettingValue, parseSettingValue } from './settingValue.ts';

export interface StartSetting {
  /** As in a file: `servers.count`. */
  path: string;
  value: SettingValue;
}

/** More than there are settings; a link with more than that was not made by the page. */
const MOST = 300;

export function formatStartSettings(settings: readonly StartSetting[]): string {
  return settings.map(({ path, value }) => `${path}~${formatSettingValue(value)}`).join(',');
}

/** Reads what can be read and gives back what cannot. Never throws. */
export function parseStartSettings(text: string): { settings: StartSetting[]; wrong: string[] } {
  const settings: StartSetting[] = [];
  const wrong: string[] = [];
  for (const part of text.split(',')) {
    if (part === '') continue;
    const [path, valueText, ...rest] = part.split('~');
    const setting = settingAt(path);
    const value =
      setting === undefined || valueText === undefined || rest.length > 0
        ? undefined
        : parseSettingValue(setting.field, valueText);
    if (
      setting === undefined ||
      value === undefined ||
      !allows(setting.field, value) ||
      settings.length >= MOST
    ) {
      wrong.push(part.slice(0, 60));
    } else settings.push({ path, value });
  }
  return { settings, wrong };
}

/** The scenario with these settings instead of its own. */
export function startWith(scenario: Scenario, settings: readonly StartSetting[]): Scenario {
  let current = scenario;
  for (const { path, value } of settings) {
    const enginePath = settingAt(path)?.enginePath;
    if (enginePath !== undefined) current = withSetting(current, enginePath as SettingPath, value);
  }
  return current;
}

/** The settings with another value for one of them; without it when it is the scenario's own. */
export function changeStart(
  settings: readonly StartSetting[],
  path: string,
  value: SettingValue,
  scenario: Scenario,
): StartSetting[] {
  const others = settings.filter((setting) => setting.path !== path);
  const own = settingOf(scenario, settingAt(path)?.enginePath as SettingPath);
  return JSON.stringify(value) === JSON.stringify(own) ? others : [...others, { path, value }];
}
