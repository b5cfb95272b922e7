/**
 * Settings that a run begins with in place of the scenario's own, as text in a link:
 * `people.count~24,servers.count~3`.
 */
import type { SettingPath } from '../../engine/settings.ts';
import { allows, settingAt } from '../../scenarios/settings.ts';
import { formatSettingValue, parseSettingValue } from './settingValue.ts';
import type { StartSetting } from './startSettings.ts';

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
    } else settings.push({ path, enginePath: setting.enginePath as SettingPath, value });
  }
  return { settings, wrong };
}
