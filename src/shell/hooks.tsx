/** What the full page and the frame share: colours, motion, the words of a lesson. */
import { useEffect, useState } from 'react';
import type { Locale } from '../i18n/locale.ts';
import { loadLessonWords } from '../lessons/index.ts';
import type { LessonWords } from '../lessons/lesson.ts';
import type { Player } from '../player/createPlayer.ts';
import { applyTheme, resolveTheme, type Theme, type ThemeChoice } from './theme.ts';

/** Applies the chosen colours and follows the system while it decides. */
export function useTheme(choice: ThemeChoice): Theme {
  const [resolved, setResolved] = useState(() => resolveTheme(choice));
  useEffect(() => {
    const update = () => {
      const next = resolveTheme(choice);
      applyTheme(next);
      setResolved(next);
    };
    update();
    const system = matchMedia('(prefers-color-scheme: dark)');
    system.addEventListener('change', update);
    return () => system.removeEventListener('change', update);
  }, [choice]);
  return resolved;
}

/** The words of a lesson in the language of the page; null until they are there. */
export function useLessonWords(id: string | null, locale: Locale): LessonWords | null {
  const [words, setWords] = useState<LessonWords | null>(null);
  useEffect(() => {
    if (id === null) return;
    let current = true;
    loadLessonWords(id, locale).then(
      (loaded) => current && setWords(loaded),
      () => {}, // they cannot be fetched now: the words that are shown stay
    );
    return () => {
      current = false;
    };
  }, [id, locale]);
  return words;
}

/** Keeps the player calm while the address or else the system wants little motion. */
export function useCalm(player: Player, query: URLSearchParams): void {
  useEffect(() => watchMotion((calm) => player.setCalm(calm), query), [player, query]);
}

/** Tells whether little shall move: the address says so, or else the system. */
function watchMotion(tell: (calm: boolean) => void, query: URLSearchParams): () => void {
  const wish = query.get('motion');
  if (wish === 'reduce' || wish === 'full') {
    tell(wish === 'reduce');
    return () => {};
  }
  const system = matchMedia('(prefers-reduced-motion: reduce)');
  const update = () => tell(system.matches);
  update();
  system.addEventListener('change', update);
  return () => system.removeEventListener('change', update);
}
