/** Fetches the words of comparisons in one language: a chunk of their own, for those who compare. */
import type { Locale } from '../locale.ts';
import type { CompareWords } from './types.ts';

const loaders: Readonly<Record<Locale, () => Promise<CompareWords>>> = {
  en: async () => (await import('./en.ts')).compareEn,
  ko: async () => (await import('./ko.ts')).compareKo,
};

/** Rejects only where the words cannot be fetched. */
export function loadCompareWords(locale: Locale): Promise<CompareWords> {
  return loaders[locale]();
}
