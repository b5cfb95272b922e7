/** What a visitor did, in words that stand alone. */
import type { Intervention } from '../engine/intervention.ts';
import { placeOfNode } from '../engine/state/sessions.ts';
import type { TimeWords } from '../i18n/time/index.ts';
import { describeSettingChange } from './describeSetting.ts';
import { type Language, personName, policyName, serverLabel, storeName, strategyName } from './names.ts';
import { isGraceful } from './shortAction.ts';

export function describeAction(language: Language, { did }: TimeWords, action: Intervention): string {
  const { f } = language;
  switch (action.do) {
    case 'set-strategy':
      return did['set-strategy']({ value: strategyName(language, action.strategy) });
    case 'set-policy':
      return did['set-policy']({ value: policyName(language, action.policy) });
    case 'set-think-time':
      return did['set-think-time']({ value: f.duration(action.meanMs) });
    case 'set-visitors':
      return did['set-visitors']({ value: f.rate(action.perSecond) });
    case 'set': {
      const { name, value } = describeSettingChange(language, action.setting, action.value);
      return did.set({ setting: name, value });
    }
    case 'kill-store':
    case 'restart-store':
      return did[action.do]({ store: storeName(language, placeOfNode(action.node ?? 0)) });
    default: {
      const text = did[isGraceful(action) ? 'restart-gracefully' : action.do];
      if (typeof text === 'string') return text;
      return text({
        server: 'server' in action ? serverLabel(language, action.server) : '',
        person: 'user' in action ? personName(language, action.user) : '',
      });
    }
  }
}
