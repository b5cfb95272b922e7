/** The address of what is on the screen, for the page or for a frame. */
import { formatLink } from '../player/link/formatLink.ts';
import type { LinkState } from '../player/link/link.ts';

/** A moment of a run, a step of a lesson, from 0, or a comparison, as the parameters that lead to it. */
export type Moment = LinkState | { lesson: string; step: number } | { query: URLSearchParams };

export function addressOf(moment: Moment, locale: string, forEmbed: boolean): string {
  const address = new URL(location.href.split(/[?#]/)[0]);
  const parameters = parametersOf(moment);
  parameters.set('lang', locale);
  if (forEmbed) parameters.set('embed', '1');
  address.search = parameters.toString();
  return address.href;
}

export function parametersOf(moment: Moment): URLSearchParams {
  if ('query' in moment) return new URLSearchParams(moment.query);
  return 'lesson' in moment
    ? new URLSearchParams({ lesson: moment.lesson, step: String(moment.step + 1) })
    : formatLink(moment);
}
