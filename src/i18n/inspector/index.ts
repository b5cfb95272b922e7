/** Fetches the words of the inspector in one language. */
import type { Locale } from '../locale.ts';
import type { InspectorWords } from './types.ts';

const loaders: Readonly<Record<Locale, () => Promise<InspectorWords>>> = {
  en: async () => (await import('./en.ts')).inspectorEn,
  ko: async () => (await import('./ko.ts')).inspectorKo,
};

/** Rejects only where the words cannot be fetched. */
export function loadInspectorWords(locale: Locale): Promise<InspectorWords> {
  return loaders[locale]();
}
