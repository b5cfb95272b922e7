/** What makes sense to do with a person now, in the order of the menu. */
import type { PersonView } from '../player/view.ts';

export type PersonChoice = 'log-out' | 'replay-cookie';

export function personChoices({ canLogOut, session, hasOldCookie }: PersonView): PersonChoice[] {
  const choices: PersonChoice[] = [];
  if (canLogOut) choices.push('log-out');
  if (hasOldCookie || session !== 'none') choices.push('replay-cookie');
  return choices;
}
