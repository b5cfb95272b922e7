/** What somebody did, in a few characters: for marks on the timeline and for the buttons of runs. */
import type { Intervention } from '../engine/intervention.ts';
import { serverName } from '../engine/state/servers.ts';
import { describeSettingChange } from './describeSetting.ts';
import { type Language, personName, shortPolicyName } from './names.ts';

/** Is it a restart of a server that first finishes what it holds? */
export const isGraceful = (action: Intervention): boolean =>
  action.do === 'restart-server' && action.graceful;

export function shortAction(language: Language, intervention: Intervention): string {
  const { mark } = language.t.timeline;
  switch (intervention.do) {
    case 'set-strategy':
      return mark['set-strategy']({ strategy: language.t.strategy[intervention.strategy].short });
    case 'set-policy':
      return mark['set-policy']({ policy: shortPolicyName(language, intervention.policy) });
    case 'set':
      return mark.set({ setting: describeSettingChange(language, intervention.setting, null).name });
    default: {
      const text = mark[isGraceful(intervention) ? 'restart-gracefully' : intervention.do];
      return typeof text === 'string'
        ? text
        : text({
            server: 'server' in intervention ? serverName(intervention.server) : '',
            person: 'user' in intervention ? personName(language, intervention.user) : '',
          });
    }
  }
}
