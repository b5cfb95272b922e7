/** Every lesson, and where its words are. A new one is a folder and a line here. */
import type { Lesson, LessonWords } from './lesson.ts';
import { whereDidMyLoginGo } from './whereDidMyLoginGo/steps.ts';

export const LESSONS: Readonly<Record<string, Lesson>> = { [whereDidMyLoginGo.id]: whereDidMyLoginGo };

/** The words of a lesson; each language is fetched only when it is read. */
export function loadLessonWords(id: string, locale: 'en' | 'ko'): Promise<LessonWords> {
  const words = WORDS[id];
  return words[locale]();
}

const WORDS: Readonly<Record<string, Record<'en' | 'ko', () => Promise<LessonWords>>>> = {
  [whereDidMyLoginGo.id]: {
    en: async () => (await import('./whereDidMyLoginGo/en.ts')).en,
    ko: async () => (await import('./whereDidMyLoginGo/ko.ts')).ko,
  },
};
