/** The language of the page: chosen by address, memory or browser, changed at run time without losing anything. */
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { createFormat } from '../i18n/format.ts';
import type { Locale } from '../i18n/locale.ts';
import { loadMessages } from '../i18n/messages.ts';
import { parseStringTest, pseudoMessages } from '../i18n/pseudo.ts';
import type { SettingsWords } from '../i18n/settings/index.ts';
import type { Messages } from '../i18n/types.ts';
import { type Words, WordsProvider } from '../i18n/Words.tsx';

interface Props {
  initial: Locale;
  messages: Messages;
  query: URLSearchParams;
  /** Fetches the words of single settings; null where they would be too much: a setting is told by its path there. */
  loadSettings: ((locale: Locale) => Promise<SettingsWords>) | null;
  onChange(locale: Locale): void;
  children: ReactNode;
}

export function Language({ initial, messages, query, loadSettings, onChange, children }: Props) {
  const [chosen, setChosen] = useState({ locale: initial, messages });
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
  const words = useMemo<Words>(() => {
    const test = parseStringTest(query.get('stringTest'));
    return {
      locale: chosen.locale,
      t: test === null ? chosen.messages : pseudoMessages(chosen.messages, test),
      f: createFormat(chosen.locale),
      setLocale(locale) {
        loadMessages(locale).then(
          (next) => {
            setChosen({ locale, messages: next });
            onChange(locale);
          },
          () => {}, // the words cannot be fetched now: the page stays in the language it has
        );
      },
      settingsWords: settings,
      settings: settings?.settings ?? null,
      needSettings,
    };
  }, [chosen, query, onChange, settings, needSettings]);
  useEffect(() => {
    document.documentElement.lang = chosen.locale;
    document.title = `${chosen.messages.app.title}: ${chosen.messages.app.question}`;
  }, [chosen]);
  return <WordsProvider value={words}>{children}</WordsProvider>;
}
