/** Finds settings, and the sections that are made of several, by the words that are read there. */
import type { SettingsWords } from '../../i18n/settings/index.ts';
import type { SettingText, SettingTexts } from '../../i18n/settings/types.ts';
import type { Messages } from '../../i18n/types.ts';
import { PRESETS } from '../../scenarios/presets/index.ts';
import { STORE_PRESETS } from '../../scenarios/presets/stores.ts';
import { SETTINGS, type Setting } from '../../scenarios/settings.ts';
import { choiceName } from './choiceName.ts';

export type Section = 'presets' | 'stores' | 'ways';

export interface Found {
  sections: Section[];
  settings: Setting[];
}

/** What has every word of `wanted`: all of it where nothing is wanted. */
export function search(t: Messages, words: SettingsWords, wanted: string): Found {
  const parts = wanted.toLowerCase().split(/\s+/);
  const has = (texts: readonly unknown[]) => {
    const text = texts.flat().join(' ').toLowerCase();
    return parts.every((part) => text.includes(part));
  };
  const sections = sectionTexts(words);
  return {
    sections: (['presets', 'stores', 'ways'] as const).filter((section) => has([section, sections[section]])),
    settings: SETTINGS.filter((setting) => has(settingTexts(t, words, setting))),
  };
}

/** The part of a scenario that a setting belongs to; health checks are a part of their own. */
export function partOf(path: string): string {
  return path.slice(0, path.lastIndexOf('.'));
}

function settingTexts(t: Messages, { settings }: SettingsWords, { path, field }: Setting): unknown[] {
  const texts: SettingTexts = settings;
  const own = texts[path] as SettingText;
  const choices =
    field.kind === 'choice' ? field.choices.map((choice) => choiceName(t, path, choice, own)) : [];
  return [path, own.name, own.help, own.none ?? '', choices, texts[partOf(path)]?.name];
}

function sectionTexts({ panel, settings }: SettingsWords): Readonly<Record<Section, unknown[]>> {
  const kinds: SettingText['choices'] = settings['store.kind'].choices;
  const { title, help, parts, distance, places } = panel.ways;
  return {
    presets: [
      panel.presets.label,
      panel.presets.help,
      PRESETS.map(({ name }) => panel.presets.caption({ product: name })),
    ],
    stores: [panel.stores.label, panel.stores.help, STORE_PRESETS.map(({ kind }) => kinds?.[kind])],
    ways: [title, help, [parts, distance, places].flatMap((texts) => Object.values(texts))],
  };
}
