/**
 * What is open in a comparison, as parameters of its link: the part of the runs that is shown, and `look` with the number
 * of the run before what is looked at closely in it, `2~request~160~24594`.
 */
import type { Player } from '../player/createPlayer.ts';
import type { LinkProblem } from '../player/link/link.ts';
import { addOpened } from '../player/link/openedText.ts';
import { SUBJECT_EXAMPLES } from '../player/link/subjectText.ts';
import type { Subject } from '../player/subject.ts';
import { restoreOpened } from '../time/restoreOpened.ts';

/** @param run the one in which something is looked at closely; null for none */
export function addOpenedIn(query: URLSearchParams, players: readonly Player[], run: number | null): void {
  const closer = run === null ? null : players[run].store.getState().closer;
  addOpened(query, { closer, open: [], window: players[0].store.getState().window });
  if (run !== null && closer !== null) query.set('look', `${run + 1}~${closer.subject}`);
}

/** Opens it again, as far as it is there; returns what is not. */
export async function restoreOpenedIn(
  players: readonly Player[],
  inspect: (run: number, subject: Subject) => void,
  query: URLSearchParams,
): Promise<LinkProblem[]> {
  // The part that is shown is that of all of them, which the first one keeps.
  const problems = await restoreOpened(players[0], () => {}, only(query, 'zoom'));
  const text = query.get('look');
  const [, number = '1', look = ''] = /^(\d)~(.*)$/.exec(text ?? '') ?? [];
  const run = Number(number) - 1;
  if (text !== null && (look === '' || players[run] === undefined)) {
    const value = text.slice(0, 60);
    const expected = `1~${SUBJECT_EXAMPLES.split(', ')[0]}`;
    return [...problems, { code: 'bad-value', name: 'look', value, expected }];
  }
  const opened = new URLSearchParams(look === '' ? {} : { look });
  return [...problems, ...(await restoreOpened(players[run], (subject) => inspect(run, subject), opened))];
}

function only(query: URLSearchParams, name: string): URLSearchParams {
  const value = query.get(name);
  return new URLSearchParams(value === null ? {} : { [name]: value });
}
