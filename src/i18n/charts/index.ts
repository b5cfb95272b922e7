/** Fetches the words of the charts in one language. */
import type { Locale } from '../locale.ts';
import type { ChartWords } from './types.ts';

const loaders: Readonly<Record<Locale, () => Promise<ChartWords>>> = {
  en: async () => (await import('./en.ts')).chartsEn,
  ko: async () => (await import('./ko.ts')).chartsKo,
};

/** Rejects only where the words cannot be fetched. */
export function loadChartWords(locale: Locale): Promise<ChartWords> {
  return loaders[locale]();
}
