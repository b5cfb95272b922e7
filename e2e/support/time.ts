/** The words of going about in time, as the page has them. */
export type { Locale } from '../../src/i18n/locale.ts';
export { timeWords } from '../../src/i18n/time/index.ts';
