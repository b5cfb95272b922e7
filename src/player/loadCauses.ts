/** Fetches what it takes to tell chains of causes: the code and one language's words. */
import type { Cause } from '../engine/causes.ts';
import { loadCauseWords } from '../i18n/causes/index.ts';
import type { Locale } from '../i18n/locale.ts';
import type { Language } from './describe.ts';

/** One sentence per link of a chain. */
export type TellCauses = (language: Language, causes: readonly Cause[]) => string[];

/** Rejects only where they cannot be fetched. */
export async function loadCauses(locale: Locale): Promise<TellCauses> {
  const [{ describeCauses }, words] = await Promise.all([
    import('./describeCauses.ts'),
    loadCauseWords(locale),
  ]);
  return (language, causes) => describeCauses(language, words, causes);
}
