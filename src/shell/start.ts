/** What the page starts with, read from its address, the browser and what was kept. */
import { type Locale, type PickedLocale, pickLocale } from '../i18n/locale.ts';
import { LESSONS } from '../lessons/index.ts';
import type { Lesson } from '../lessons/lesson.ts';
import { createStorage, type SafeStorage } from '../platform/storage.ts';
import { type LinkDetails, type LinkProblem, type LinkState, parseLink } from '../player/link/link.ts';
import { readThemeChoice, type ThemeChoice } from './theme.ts';

export interface Start {
  query: URLSearchParams;
  storage: SafeStorage;
  locale: Locale;
  languageNotice: PickedLocale['notice'];
  link: LinkState;
  problems: LinkProblem[];
  themeChoice: ThemeChoice;
  /** The lesson the page tells; the first one unless the address names another. */
  lesson: Lesson;
  /** Step of the lesson to begin with, from 0; null for exploring. */
  step: number | null;
  /** Little shall move. */
  calm: boolean;
  /** Play at once. A link to a moment shows that moment, and whoever wants little motion starts it. */
  autoplay: boolean;
  embedded: boolean;
}

/**
 * @param moments the moments that an address may name; they are fetched only when it names one
 * @param details what reads the rest of an address, where there is more of it
 */
export function readStart(
  query: URLSearchParams,
  moments: Readonly<Record<string, string>>,
  details: LinkDetails | null,
): Start {
  const storage = createStorage(() => window.localStorage);
  const picked = pickLocale({ query, stored: storage.get('lang'), languages: navigator.languages });
  const embedded = isOn(query, 'embed');
  const moment = query.get('moment');
  const named =
    moment !== null && Object.hasOwn(moments, moment) ? new URLSearchParams(moments[moment]) : null;
  const { state, problems } = parseLink(named ?? query, details);
  if (moment !== null && named === null) {
    problems.push({
      code: 'bad-value',
      name: 'moment',
      value: moment.slice(0, 60),
      expected: Object.keys(moments).join(', '),
    });
  }
  const calm =
    query.get('motion') === 'reduce' ||
    (query.get('motion') !== 'full' && matchMedia('(prefers-reduced-motion: reduce)').matches);
  return {
    query,
    storage,
    locale: picked.locale,
    languageNotice: picked.notice,
    link: state,
    problems,
    themeChoice: readThemeChoice(query, storage),
    ...readLesson(query, problems),
    calm,
    autoplay: !calm && !embedded && named === null && !query.has('t') && query.get('autoplay') !== '0',
    embedded,
  };
}

function readLesson(query: URLSearchParams, problems: LinkProblem[]): Pick<Start, 'lesson' | 'step'> {
  const id = query.get('lesson');
  const ids = Object.keys(LESSONS);
  if (id === null) return { lesson: LESSONS[ids[0]], step: null };
  const known = Object.hasOwn(LESSONS, id);
  if (!known)
    problems.push({ code: 'bad-value', name: 'lesson', value: id.slice(0, 60), expected: ids.join(', ') });
  const lesson = LESSONS[known ? id : ids[0]];
  const text = query.get('step') ?? '1';
  const step = Number(text);
  if (Number.isInteger(step) && step >= 1 && step <= lesson.steps.length) return { lesson, step: step - 1 };
  problems.push({
    code: 'bad-value',
    name: 'step',
    value: text.slice(0, 60),
    expected: `1 … ${lesson.steps.length}`,
  });
  return { lesson, step: 0 };
}

/** Any value but these means yes, as in other players' addresses. */
function isOn(query: URLSearchParams, name: string): boolean {
  const value = query.get(name);
  return value !== null && !['0', 'false', 'no', 'off'].includes(value.toLowerCase());
}
