/**
 * What is open on the page besides the moment, as parameters of a link: `look`, `show`, and `zoom`, the part
 * of the run that the timeline shows: `8000~12000`, in ms.
 */
import { LONGEST_RUN_MS, type PlayerState } from '../createPlayer.ts';
import { NARROWEST_MS, type TimeSpan } from '../timeWindow.ts';
import { formatOpen, parseOpen } from './openParts.ts';
import { type NamedSubject, parseSubject } from './subjectText.ts';

export type Opened = Pick<PlayerState, 'closer' | 'open' | 'window'>;

export interface ReadOpened {
  look: NamedSubject | null;
  open: string[];
  /** What could not be read. */
  zoom: TimeSpan | null;
  wrong: { name: 'look' | 'show' | 'zoom'; value: string }[];
}

/** Adds to the parameters what is open. Who is followed because of a story is not followed by the link. */
export function addOpened(query: URLSearchParams, { closer, open, window }: Opened): void {
  const shown = formatOpen(open);
  if (shown !== '') query.set('show', shown);
  if (window !== null) query.set('zoom', `${Math.floor(window.fromMs)}~${Math.ceil(window.toMs)}`);
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
  const zoomText = query.get('zoom') ?? '';
  const zoom = parseSpan(zoomText);
  return {
    look,
    open,
    zoom,
    wrong: [
      ...(text !== '' && look === null ? [{ name: 'look' as const, value: text.slice(0, 60) }] : []),
      ...(zoomText !== '' && zoom === null ? [{ name: 'zoom' as const, value: zoomText.slice(0, 60) }] : []),
      ...wrong.map((value) => ({ name: 'show' as const, value })),
    ],
  };
}

function parseSpan(text: string): TimeSpan | null {
  const [, from, to] = /^(\d{1,7})~(\d{1,7})$/.exec(text) ?? [];
  const span = { fromMs: Number(from), toMs: Number(to) };
  return span.toMs - span.fromMs >= NARROWEST_MS && span.toMs <= LONGEST_RUN_MS ? span : null;
}
