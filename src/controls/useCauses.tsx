/** What tells chains of causes, fetched when somebody asks for the first time. */
import { useCallback, useEffect, useState } from 'react';
import { useWords } from '../i18n/Words.tsx';
import { loadCauses, type TellCauses } from '../player/loadCauses.ts';

/** Null before anybody asked, and for the moment until it is there. */
export type Told = TellCauses | 'failed' | null;

/** The second of the pair asks for it, or asks again after a failure. */
export function useCauses(): [Told, () => void] {
  const { locale } = useWords();
  const [asked, setAsked] = useState(0);
  const [told, setTold] = useState<Told>(null);
  useEffect(() => {
    if (asked === 0) return;
    let current = true;
    loadCauses(locale).then(
      (tell) => current && setTold(() => tell),
      () => current && setTold('failed'),
    );
    return () => {
      current = false;
    };
  }, [asked, locale]);
  const there = typeof told === 'function';
  const ask = useCallback(() => {
    if (!there) setAsked((times) => times + 1);
  }, [there]);
  return [told, ask];
}
