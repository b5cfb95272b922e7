/** What is open on the page besides the moment, as parameters of a link: `look` and `show`. */
import type { PlayerState } from '../createPlayer.ts';
import { formatOpen, parseOpen } from './openParts.ts';
import { type NamedSubject, parseSubject } from './subjectText.ts';

export type Opened = Pick<PlayerState, 'closer' | 'open'>;

export interface ReadOpened {
  look: NamedSubject | null;
  open: string[];
  /** What could not be read. */
  wrong: { name: 'look' | 'show'; value: string }[];
}

/** Adds to the parameters what is open. Who is followed because of a story is not followed by the link. */
export function addOpened(query: URLSearchParams, { closer, open }: Opened): void {
  const shown = formatOpen(open);
  if (shown !== '') query.set('show', shown);
  if (closer === null) return;
  query.set('look', closer.subject);
  if (closer.followed < 0) query.delete('follow');
  else query.set('follow', String(closer.followed + 1));
}

/** Whether it is there is for others to say. Never throws. */
export function parseOpened(query: URLSearchParams): ReadOpened {
  const text = query.get('look') ?? '';
  const look = parseSubject(text);
  const { open, wrong } = parseOpen(query.get('show') ?? '');
  return {
    look,
    open,
    wrong: [
      ...(text !== '' && look === null ? [{ name: 'look' as const, value: text.slice(0, 60) }] : []),
      ...wrong.map((value) => ({ name: 'show' as const, value })),
    ],
  };
}
