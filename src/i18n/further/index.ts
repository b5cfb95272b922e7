/** Fetches the words for further rules in one language. The build for frames puts `embed/furtherWords.ts` in its place. */
import type { Locale } from '../locale.ts';
import type { FurtherMessages } from './types.ts';

const loaders: Readonly<Record<Locale, () => Promise<FurtherMessages>>> = {
  en: async () => (await import('./en.ts')).furtherEn,
  ko: async () => (await import('./ko.ts')).furtherKo,
};

/** Rejects only where the words cannot be fetched. */
export function loadFurtherWords(locale: Locale): Promise<FurtherMessages> {
  return loaders[locale]();
}
