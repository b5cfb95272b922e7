/** The language of the page: chosen by address, memory or browser, changed at run time without losing anything. */
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { createFormat } from '../i18n/format.ts';
import { loadFurtherWords } from '../i18n/further/index.ts';
import type { FurtherMessages } from '../i18n/further/types.ts';
import type { Locale } from '../i18n/locale.ts';
import { mergeMessages } from '../i18n/mergeMessages.ts';
import { loadMessages } from '../i18n/messages.ts';
import { parseStringTest, pseudoMessages } from '../i18n/pseudo.ts';
import type { SettingsWords } from '../i18n/settings/index.ts';
import type { BasicMessages, Messages } from '../i18n/types.ts';
import { type Words, WordsProvider } from '../i18n/Words.tsx';

interface Chosen {
  locale: Locale;
  messages: BasicMessages;
  /** Words for further rules; null until a run needs some. */
  further: FurtherMessages | null;
}

interface Props {
  initial: Chosen;
  query: URLSearchParams;
  /** Fetches the words of single settings; null where they would be too much: a setting is told by its path there. */
  loadSettings: ((locale: Locale) => Promise<SettingsWords>) | null;
  onChange(locale: Locale): void;
  children: ReactNode;
}

export function Language({ initial, query, loadSettings, onChange, children }: Props) {
  const [chosen, setChosen] = useState(initial);
  const needsFurther = useRef(initial.further !== null);
  const [needed, setNeeded] = useState(false);
  const [settings, setSettings] = useState<SettingsWords | null>(null);
  const needSettings = useCallback(() => setNeeded(true), []);
  useEffect(() => {
    if (!needed || loadSettings === null) return;
    let current = true;
    loadSettings(chosen.locale).then(
      (loaded) => current && setSettings(loaded),
      () => {}, // they cannot be fetched now: settings are told by their paths
    );
    return () => {
      current = false;
    };
  }, [needed, chosen.locale, loadSettings]);
  const { locale } = chosen;
  const needFurther = useCallback(async () => {
    needsFurther.current = true;
    const further = await loadFurtherWords(locale);
    // They must be there before anything is shown that is told in them.
    flushSync(() => setChosen((now) => (now.locale === locale ? { ...now, further } : now)));
  }, [locale]);
  const words = useMemo<Words>(() => {
    const test = parseStringTest(query.get('stringTest'));
    const messages = allOf(chosen);
    return {
      locale: chosen.locale,
      t: test === null ? messages : pseudoMessages(messages, test),
      f: createFormat(chosen.locale),
      setLocale(next) {
        load(next, () => needsFurther.current).then(
          (loaded) => {
            setChosen(loaded);
            onChange(next);
          },
          () => {}, // the words cannot be fetched now: the page stays in the language it has
        );
      },
      partName: (title) => title,
      settingsWords: settings,
      settings: settings?.settings ?? null,
      needSettings,
      needFurther,
    };
  }, [chosen, query, onChange, settings, needSettings, needFurther]);
  useEffect(() => {
    document.documentElement.lang = chosen.locale;
    document.title = `${chosen.messages.app.title}: ${chosen.messages.app.question}`;
  }, [chosen]);
  return <WordsProvider value={words}>{children}</WordsProvider>;
}

/** A language with its words, those for further rules if these are needed by the time when the others are there. */
async function load(locale: Locale, needsFurther: () => boolean): Promise<Chosen> {
  const messages = await loadMessages(locale);
  return { locale, messages, further: needsFurther() ? await loadFurtherWords(locale) : null };
}

function allOf({ messages, further }: Chosen): Messages {
  return mergeMessages(messages, further ?? NOT_NEEDED);
}

/** Stands for words that nothing shown is told in. */
const NOT_NEEDED = {} as FurtherMessages;
