/** Both languages come in one piece with what reads the rest of a link, which is fetched after the first picture. */
import type { Locale } from '../locale.ts';
import type { Widen } from '../types.ts';
import { linkEn } from './en.ts';
import { linkKo } from './ko.ts';

export type LinkWords = Widen<typeof linkEn>;

/** The same in every language, so that a notice changes along with the page. */
export function tellLink(tell: (words: LinkWords) => string): Readonly<Record<Locale, string>> {
  return { en: tell(linkEn), ko: tell(linkKo) };
}
