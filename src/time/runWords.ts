/** What a run is called: by the name that the visitor gave, or by its number. */
import type { TimeWords } from '../i18n/time/index.ts';
import type { Branch } from '../player/branches.ts';

type Words = TimeWords['runs'];

export const runName = (words: Words, { id, name }: Pick<Branch, 'id' | 'name'>): string =>
  name === '' ? words.name({ number: id }) : name;
