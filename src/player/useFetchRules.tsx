/** The way to the further rules for a page: they come with the words in its language. */
import { useCallback, useEffect, useRef } from 'react';
import { useWords } from '../i18n/Words.tsx';
import { fetchRules } from './fetchRules.ts';

/** Always the same function, whatever the language is. */
export function useFetchRules(): () => Promise<void> {
  const { needFurther } = useWords();
  const words = useRef(needFurther);
  useEffect(() => {
    words.current = needFurther;
  }, [needFurther]);
  return useCallback(() => fetchRules(words.current()), []);
}
