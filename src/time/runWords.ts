/** What runs are called where they stand in a list: by the name that the visitor gave, or by their number. */
import type { TimeWords } from '../i18n/time/index.ts';
import type { Branch } from '../player/branches.ts';

type Words = TimeWords['runs'];

export const runName = (words: Words, { id, name }: Pick<Branch, 'id' | 'name'>): string =>
  name === '' ? words.name({ number: id }) : name;

/** With the run that it left, and when. */
export function runWithOrigin(words: Words, run: Branch, list: readonly Branch[]): string {
  const { id, left, name } = run;
  if (left === null) return runName(words, run);
  const from = list.find((b) => b.id === left.id) ?? { id: left.id, name: '' };
  return name === '' && from.name === ''
    ? words.left({ number: id, from: left.id, at: left.atMs })
    : words.leftNamed({ name: runName(words, run), from: runName(words, from), at: left.atMs });
}
