/** Both languages come in one piece with the parts that need them, which are fetched after the first picture. */
import type { Locale } from '../locale.ts';
import type { Widen } from '../types.ts';
import { timeEn } from './en.ts';
import { timeKo } from './ko.ts';

export type TimeWords = Widen<typeof timeEn>;

export const timeWords: Readonly<Record<Locale, TimeWords>> = { en: timeEn, ko: timeKo };
