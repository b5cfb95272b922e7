/** What few runs need, as a script of its own for `loadFurtherScript.ts`. It has its own copy of what this is built on. */
import '../engine/allRules.ts';
import { furtherEn } from '../i18n/further/en.ts';
import { furtherKo } from '../i18n/further/ko.ts';

export * as rules from '../engine/furtherRules.ts';
export const words = { en: furtherEn, ko: furtherKo };
