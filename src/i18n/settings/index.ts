/** Fetches the words of the settings in one language: a chunk of their own, for those who need them. */
import type { Locale } from '../locale.ts';
import type { Widen } from '../types.ts';
import type { panelEn } from './panel.en.ts';
import type { SettingWords } from './types.ts';

export interface SettingsWords {
  /** Of single settings, by their path. */
  settings: SettingWords;
  panel: Widen<typeof panelEn>;
}

const loaders: Readonly<Record<Locale, () => Promise<SettingsWords>>> = {
  en: async () => {
    const [{ en }, { panelEn }] = await Promise.all([import('./en.ts'), import('./panel.en.ts')]);
    return { settings: en, panel: panelEn };
  },
  ko: async () => {
    const [{ ko }, { panelKo }] = await Promise.all([import('./ko.ts'), import('./panel.ko.ts')]);
    return { settings: ko, panel: panelKo };
  },
};

/** Rejects only where the words cannot be fetched. */
export function loadSettingsWords(locale: Locale): Promise<SettingsWords> {
  return loaders[locale]();
}
