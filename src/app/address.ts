/** The address of what is on the screen, for the page or for a frame. */
import { formatLink } from '../player/link/formatLink.ts';
import type { LinkState } from '../player/link/link.ts';
import { addOpened, type Opened } from '../player/link/openedText.ts';

/** A moment of a run, a step of a lesson, from 0, or a comparison, as the parameters that lead to it. */
export type Moment = LinkState | { lesson: string; step: number } | { query: URLSearchParams };

/** @param opened what is open besides; null for a frame, which has nothing that opens */
export function addressOf(moment: Moment, locale: string, opened: Opened | null): string {
  const address = new URL(location.href.split(/[?#]/)[0]);
  const parameters = parametersOf(moment, opened);
  parameters.set('lang', locale);
  if (opened === null) parameters.set('embed', '1');
  return `${address.href}?${readable(parameters)}`;
}

export function parametersOf(moment: Moment, opened: Opened | null): URLSearchParams {
  // What is open around a run is not there in a comparison.
  if ('query' in moment) return new URLSearchParams(moment.query);
  const parameters =
    'lesson' in moment
      ? new URLSearchParams({ lesson: moment.lesson, step: String(moment.step + 1) })
      : formatLink(moment);
  if (opened !== null) addOpened(parameters, opened);
  return parameters;
}

/** Do the other ways that the run went belong to it? Not to a lesson, nor to a comparison that brings its own run. */
export const hasBranches = (moment: Moment): boolean =>
  'query' in moment ? moment.query.has('scenario') : !('lesson' in moment);

/** As text for an address. What may stand there as it is does, so that it can be read: a third as long, too. */
export function readable(parameters: URLSearchParams): string {
  return parameters.toString().replace(/%(7E|2C|3B|3A)/g, (code) => decodeURIComponent(code));
}
