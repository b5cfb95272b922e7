/** What a run is called: by the name that the visitor gave, or by its number; and what makes it differ from others. */
import type { Intervention } from '../engine/intervention.ts';
import { type TimeWords, timeWords } from '../i18n/time/index.ts';
import type { Words as AllWords } from '../i18n/Words.tsx';
import type { Branch } from '../player/branches.ts';
import { describeAction } from '../player/describeAction.ts';
import type { Language } from '../player/names.ts';
import { shortAction } from '../player/shortAction.ts';

type Words = TimeWords['runs'];
type Telling = Language & Pick<AllWords, 'locale'>;

export const runName = (words: Words, { id, name }: Pick<Branch, 'id' | 'name'>): string =>
  name === '' ? words.name({ number: id }) : name;

/**
 * In a few words, what a run has that not all have, or, of two, what only the other one has.
 * @param own what each of the runs has that not all have
 */
export function tellOwn(language: Telling, own: readonly (readonly Intervention[])[], run: number): string {
  const t = timeWords[language.locale].runs;
  const withMore = (text: string, more: number) => (more > 0 ? `${text} ${t.others({ count: more })}` : text);
  const [first, ...more] = own[run];
  if (first) return withMore(t.own({ what: shortAction(language, first), at: first.atMs }), more.length);
  const [missing, ...others] = own.length === 2 ? own[1 - run] : [];
  return missing ? withMore(t.lacks({ what: shortAction(language, missing) }), others.length) : t.nothing;
}

/** The same in whole words, to be read out; empty without any. */
export function tellOwnInFull(language: Telling, own: readonly Intervention[]): string {
  const t = timeWords[language.locale];
  return own.map((done) => t.runs.own({ what: describeAction(language, t, done), at: done.atMs })).join(', ');
}
