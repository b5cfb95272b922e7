/** The words of comparisons in the language of the page; null until they are there. */
import { useEffect, useState } from 'react';
import { loadCompareWords } from '../i18n/compare/index.ts';
import type { CompareWords } from '../i18n/compare/types.ts';
import { useWords } from '../i18n/Words.tsx';

export function useCompareWords(): CompareWords | null {
  const { locale } = useWords();
  const [words, setWords] = useState<CompareWords | null>(null);
  useEffect(() => {
    let current = true;
    loadCompareWords(locale).then(
      (loaded) => current && setWords(loaded),
      () => {}, // they cannot be fetched now: the words that are shown stay
    );
    return () => {
      current = false;
    };
  }, [locale]);
  return words;
}
