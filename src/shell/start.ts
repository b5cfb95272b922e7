/** What the page starts with, read from its address, the browser and what was kept. */
import { type Locale, type PickedLocale, pickLocale } from '../i18n/locale.ts';
import { LESSONS } from '../lessons/index.ts';
import { createStorage, type SafeStorage } from '../platform/storage.ts';
import { type LinkProblem, type LinkState, parseLink } from '../player/link/link.ts';
import { MOMENTS } from '../player/link/moments.ts';
import { readThemeChoice, type ThemeChoice } from './theme.ts';

export interface Start {
  query: URLSearchParams;
  storage: SafeStorage;
  locale: Locale;
  languageNotice: PickedLocale['notice'];
  link: LinkState;
  problems: LinkProblem[];
  themeChoice: ThemeChoice;
  /** Step of the story to begin with, from 0; null for exploring. */
  step: number | null;
  /** Little shall move. */
  calm: boolean;
  /** Play at once. A link to a moment shows that moment, and whoever wants little motion starts it. */
  autoplay: boolean;
  embedded: boolean;
}

export function readStart(): Start {
  const query = new URLSearchParams(location.search);
  const storage = createStorage(() => window.localStorage);
  const picked = pickLocale({ query, stored: storage.get('lang'), languages: navigator.languages });
  const embedded = isOn(query, 'embed');
  const moment = query.get('moment');
  const named =
    moment !== null && Object.hasOwn(MOMENTS, moment) ? new URLSearchParams(MOMENTS[moment]) : null;
  const { state, problems } = parseLink(named ?? query);
  if (moment !== null && named === null) {
    problems.push({
      code: 'bad-value',
      name: 'moment',
      value: moment.slice(0, 60),
      expected: Object.keys(MOMENTS).join(', '),
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
    step: readStep(query, problems),
    calm,
    autoplay: !calm && !embedded && named === null && !query.has('t') && query.get('autoplay') !== '0',
    embedded,
  };
}

function readStep(query: URLSearchParams, problems: LinkProblem[]): number | null {
  const id = query.get('lesson');
  if (id === null) return null;
  const ids = Object.keys(LESSONS);
  const lesson = Object.hasOwn(LESSONS, id) ? LESSONS[id] : LESSONS[ids[0]];
  if (!Object.hasOwn(LESSONS, id)) {
    problems.push({ code: 'bad-value', name: 'lesson', value: id.slice(0, 60), expected: ids.join(', ') });
  }
  const text = query.get('step') ?? '1';
  const step = Number(text);
  if (Number.isInteger(step) && step >= 1 && step <= lesson.steps.length) return step - 1;
  problems.push({
    code: 'bad-value',
    name: 'step',
    value: text.slice(0, 60),
    expected: `1 … ${lesson.steps.length}`,
  });
  return 0;
}

/** Any value but these means yes, as in other players' addresses. */
function isOn(query: URLSearchParams, name: string): boolean {
  const value = query.get(name);
  return value !== null && !['0', 'false', 'no', 'off'].includes(value.toLowerCase());
}
