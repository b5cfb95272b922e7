/** Both languages come in one piece with the dialog that needs them. */
import type { Locale } from '../locale.ts';
import type { Widen } from '../types.ts';
import { takeAlongEn } from './en.ts';
import { takeAlongKo } from './ko.ts';

export const takeAlongWords: Readonly<Record<Locale, Widen<typeof takeAlongEn>>> = {
  en: takeAlongEn,
  ko: takeAlongKo,
};
