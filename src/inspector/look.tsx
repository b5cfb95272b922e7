/** What every part of the inspector has at hand: its words, and the ways to other stories and moments. */
import { createContext, useContext, useEffect, useState } from 'react';
import { loadInspectorWords } from '../i18n/inspector/index.ts';
import type { InspectorWords } from '../i18n/inspector/types.ts';
import type { Locale } from '../i18n/locale.ts';
import type { Language } from '../player/describe.ts';
import { loadCauses, type TellCauses } from '../player/loadCauses.ts';
import type { Subject } from '../player/subject.ts';
import type { Trip } from './useWayBack.tsx';

export interface Look {
  words: InspectorWords;
  tellCauses: TellCauses;
  language: Language;
  /** Shows another story, from which there is a way back. */
  open(subject: Subject): void;
  /** Shows another story in place of this one. */
  turnTo(subject: Subject): void;
  /** Lets a person stand out on the stage; NONE for nobody. */
  follow(user: number): void;
  /** Where stories moved the playhead, and from where. */
  trip: Trip;
  /** Shows a moment on the stage. The visitor can go back to where they were, and to what they pressed. */
  go(atMs: number, from: HTMLElement): void;
  /** Notes that the playhead is about to be moved to a time, from where the visitor may want it back. */
  leaveFor(atMs: number): void;
  /** Makes sure that every strategy can be run. Rejects when the rules cannot be fetched. */
  fetchRules(): Promise<void>;
  /** May the visitor change what was done? */
  mayChange: boolean;
  /** Tells what has just been done, and puts the focus at the beginning of the story. */
  say(text: string): void;
}

const LookContext = createContext<Look | null>(null);
export const LookProvider = LookContext.Provider;

export function useLook(): Look {
  const look = useContext(LookContext);
  if (look === null) throw new Error('useLook needs a LookProvider above it');
  return look;
}

type Fetched = Pick<Look, 'words' | 'tellCauses'>;

/** The words in the language of the page; null until they are there. */
export function useFetchedWords(locale: Locale): Fetched | 'failed' | null {
  const [fetched, setFetched] = useState<Fetched | 'failed' | null>(null);
  useEffect(() => {
    let current = true;
    Promise.all([loadInspectorWords(locale), loadCauses(locale)]).then(
      ([words, tellCauses]) => current && setFetched({ words, tellCauses }),
      () => current && setFetched('failed'),
    );
    return () => {
      current = false;
    };
  }, [locale]);
  return fetched;
}
