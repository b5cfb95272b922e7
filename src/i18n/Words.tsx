/** Gives components the words of the chosen language, and a way to choose another one. */
import { createContext, useContext } from 'react';
import type { Format } from './format.ts';
import type { Locale } from './locale.ts';
import type { SettingsWords } from './settings/index.ts';
import type { SettingWords } from './settings/types.ts';
import type { Messages } from './types.ts';

export interface Words {
  locale: Locale;
  t: Messages;
  f: Format;
  setLocale(locale: Locale): void;
  /** The name of a part of a stage for those who hear it: where there are several stages, it says of which one. */
  partName(title: string): string;
  /** In a comparison that is ready, what belongs to it is nothing that the visitor did. */
  yours?(by: number): boolean;
  /** Words of single settings and of their panel; null until somebody needed them and they are there. */
  settingsWords: SettingsWords | null;
  settings: SettingWords | null;
  needSettings(): void;
  /** Adds the words for further rules to `t`. Rejects where they cannot be fetched now. */
  needFurther(): Promise<void>;
}

const WordsContext = createContext<Words | null>(null);
export const WordsProvider = WordsContext.Provider;

export function useWords(): Words {
  const words = useContext(WordsContext);
  if (words === null) throw new Error('useWords needs a WordsProvider above it');
  return words;
}
