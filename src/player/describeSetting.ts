/** Settings and their values in words. */
import { meanMs } from '../engine/random/distributions.ts';
import type { SettingValue } from '../engine/settings.ts';
import type { Format } from '../i18n/format.ts';
import type { SettingText, SettingTexts, SettingWords } from '../i18n/settings/types.ts';

/** A setting and a value of it in words: `Retries`, `none`. */
export function describeSettingChange(
  { f, settings }: { f: Format; settings?: SettingWords | null },
  enginePath: string,
  value: SettingValue,
): { name: string; value: string } {
  // What is a duration tells so by its unit; a file writes the unit with the value.
  const isDuration = enginePath.endsWith('Ms');
  const path = isDuration ? enginePath.slice(0, -2) : enginePath;
  const words = (settings as SettingTexts | null | undefined)?.[path];
  return { name: words?.name ?? path, value: describeValue(f, isDuration, value, words) };
}

/** A value of a setting in words; `words` are those of the setting, for null and for choices. */
export function describeValue(
  f: Format,
  isDuration: boolean,
  value: SettingValue,
  words?: SettingText,
): string {
  if (value === null) return words?.none ?? '–';
  if (typeof value === 'number')
    return isDuration ? f.duration(value) : f.number(value, Number.isInteger(value) ? 0 : 2);
  if (typeof value === 'object') return f.duration(meanMs(value));
  if (typeof value === 'boolean') return value ? '✓' : '–';
  return words?.choices?.[value] ?? value;
}
