/** The frame's way to fetch the words for further rules; the build puts it in the place of `i18n/further/index.ts`. */
import type { FurtherMessages } from '../i18n/further/types.ts';
import type { Locale } from '../i18n/locale.ts';
import { loadFurtherScript } from './loadFurtherScript.ts';

export async function loadFurtherWords(locale: Locale): Promise<FurtherMessages> {
  return (await loadFurtherScript()).words[locale];
}
