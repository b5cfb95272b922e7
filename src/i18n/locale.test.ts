import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LocaleSources, localeNames, locales, matchLocale, pickLocale } from './locale.ts';

const pick = (query: string, rest: Omit<LocaleSources, 'query'> = {}) =>
  pickLocale({ query: new URLSearchParams(query), ...rest });

describe('pickLocale', () => {
  it('takes the address before the last choice, that before the browser, and English last', () => {
    expect(pick('?lang=ko', { stored: 'en', languages: ['en'] }).locale).toBe('ko');
    expect(pick('', { stored: 'ko', languages: ['en'] }).locale).toBe('ko');
    expect(pick('', { stored: null, languages: ['ko-KR', 'en'] }).locale).toBe('ko');
    expect(pick('').locale).toBe('en');
  });

  it.each(['lang=ko', 'locale=ko', 'hl=ko', 'LANG=KO', 'Hl=ko-KR', 'lang=ko_KR', 'lang=%20ko%20'])(
    'understands ?%s',
    (query) => {
      expect(pick(query, { languages: ['en'] })).toEqual({ locale: 'ko', notice: null });
    },
  );

  it('prefers lang to its aliases, and an alias it knows to a value it does not', () => {
    expect(pick('hl=en&lang=ko').locale).toBe('ko');
    expect(pick('lang=fr&hl=ko')).toEqual({ locale: 'ko', notice: null });
  });

  it('skips the browser languages it does not have', () => {
    expect(pick('', { languages: ['fr-FR', 'de', 'ko', 'en'] }).locale).toBe('ko');
  });

  it('passes over a last choice it does not know in silence', () => {
    expect(pick('', { stored: 'tlh', languages: ['ko'] })).toEqual({ locale: 'ko', notice: null });
  });

  it('says so when the address asks for a language it does not have, and goes on looking', () => {
    expect(pick('?hl=fr-FR', { stored: 'ko' })).toEqual({
      locale: 'ko',
      notice: { kind: 'unknown-language', parameter: 'hl', value: 'fr-FR', expected: ['en', 'ko'] },
    });
  });

  it('shortens a long value between characters', () => {
    const notice = pick(`?lang=${'🙂'.repeat(100)}`).notice;
    expect(notice?.value).toBe(`${'🙂'.repeat(35)}…`);
  });

  it('takes an empty parameter as none', () => {
    expect(pick('?lang=&hl=ko').locale).toBe('ko');
    expect(pick('?lang=', { languages: ['ko'] })).toEqual({ locale: 'ko', notice: null });
  });

  it('always gives a language, and a notice only where none that was asked for is known', () => {
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.constantFrom('lang', 'HL', 'locale', 'seed'), fc.oneof(text, fc.constant('ko'))),
        ),
        fc.option(text),
        fc.array(text),
        (query, stored, languages) => {
          const { locale, notice } = pickLocale({ query, stored, languages });
          expect(locales).toContain(locale);
          const asked = query.filter(([name]) => name !== 'seed').map(([, value]) => value);
          if (notice) expect(asked).not.toContain('ko');
          if (asked.includes('ko')) expect(notice).toBeNull();
        },
      ),
    );
  });
});

describe('languages', () => {
  it('has a name for each', () => {
    expect(Object.keys(localeNames)).toEqual([...locales]);
  });

  it('does not take a longer word for a language', () => {
    expect(matchLocale('kok')).toBeUndefined();
    expect(matchLocale('english')).toBeUndefined();
  });
});
