/** The words of a choice: those of the page where it has some, else the setting's own. */
import type { SettingText } from '../../i18n/settings/types.ts';
import type { Messages } from '../../i18n/types.ts';

export function choiceName(t: Messages, path: string, choice: string, words: SettingText): string {
  if (path === 'balancer.policy') return t.policy[choice as keyof typeof t.policy & 'random']?.name ?? choice;
  if (path === 'sessions.strategy')
    return t.strategy[choice as keyof typeof t.strategy & 'memory']?.name ?? choice;
  return words.choices?.[choice] ?? choice;
}
