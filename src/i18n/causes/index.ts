/** Fetches the sentences of chains of causes in one language. */
import type { Locale } from '../locale.ts';
import type { CauseWords } from './types.ts';

const loaders: Readonly<Record<Locale, () => Promise<CauseWords>>> = {
  en: async () => (await import('./en.ts')).causesEn,
  ko: async () => (await import('./ko.ts')).causesKo,
};

/** Rejects only where the words cannot be fetched. */
export function loadCauseWords(locale: Locale): Promise<CauseWords> {
  return loaders[locale]();
}
