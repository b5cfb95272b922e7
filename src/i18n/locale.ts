/**
 * Which languages there are, and which one a visitor gets. Reads only what it is given: never the
 * address, the browser or storage.
 */

export type Locale = 'en' | 'ko';

export const locales: readonly Locale[] = ['en', 'ko'];

/** Each language in its own words, for the language menu, which reads the same in every language. */
export const localeNames: Readonly<Record<Locale, string>> = { en: 'English', ko: '한국어' };

const FALLBACK: Locale = 'en';

/** In the order in which they count when an address has several. */
const PARAMETERS = ['lang', 'locale', 'hl'];

/** Enough to recognize what one typed, short enough for a notice. */
const LONGEST_SHOWN = 35;

export interface LocaleSources {
  /** The address's parameters; a `URLSearchParams` fits. */
  readonly query: Iterable<readonly [name: string, value: string]>;
  /** What the visitor chose last time, if that is known. */
  readonly stored?: string | null | undefined;
  /** The browser's wishes, best first: `navigator.languages`. */
  readonly languages?: readonly string[] | undefined;
}

/** The address asked for a language we don't have. */
interface UnknownLanguage {
  readonly kind: 'unknown-language';
  /** The parameter as the address wrote it. */
  readonly parameter: string;
  /** The value as the address wrote it, shortened; text from outside, to be shown as text only. */
  readonly value: string;
  /** What could have been asked for. */
  readonly expected: readonly Locale[];
}

export interface PickedLocale {
  readonly locale: Locale;
  /** Something to tell the visitor, or null. */
  readonly notice: UnknownLanguage | null;
}

/** The address first, then the last choice, then the browser's languages, then English. */
export function pickLocale({ query, stored, languages }: LocaleSources): PickedLocale {
  const wishes = wishesIn(query);
  const asked = firstKnown(wishes.map((wish) => wish.value));
  if (asked) return { locale: asked, notice: null };

  const locale = firstKnown([stored ?? '', ...(languages ?? [])]) ?? FALLBACK;
  const [wish] = wishes;
  return { locale, notice: wish ? unknownLanguage(wish) : null };
}

/** The locale a language tag means: ko, KO, ko-KR and ko_KR are all Korean. */
export function matchLocale(tag: string): Locale | undefined {
  const language = tag.trim().toLowerCase().split(/[-_]/)[0];
  return locales.find((locale) => locale === language);
}

function firstKnown(tags: readonly string[]): Locale | undefined {
  for (const tag of tags) {
    const locale = matchLocale(tag);
    if (locale) return locale;
  }
  return undefined;
}

interface Wish {
  readonly parameter: string;
  readonly value: string;
}

/** `?lang=` with nothing after it asks for nothing. */
function wishesIn(query: LocaleSources['query']): Wish[] {
  const given = Array.from(query, ([parameter, value]) => ({ parameter, value })).filter(
    ({ value }) => value.trim() !== '',
  );
  return PARAMETERS.flatMap((name) => given.filter(({ parameter }) => parameter.toLowerCase() === name));
}

function unknownLanguage({ parameter, value }: Wish): UnknownLanguage {
  const characters = Array.from(value.trim());
  const shown =
    characters.length > LONGEST_SHOWN
      ? `${characters.slice(0, LONGEST_SHOWN).join('')}…`
      : characters.join('');
  return { kind: 'unknown-language', parameter, value: shown, expected: locales };
}
