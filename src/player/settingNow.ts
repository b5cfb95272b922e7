/** What a setting is at a moment: what has an action of its own is not kept in the scenario. */
import { type SettingPath, type SettingValue, settingOf } from '../engine/settings.ts';
import type { MomentView } from './view.ts';

export function settingNow(view: MomentView, path: SettingPath): SettingValue {
  const { scenario } = view;
  switch (path) {
    case 'sessions.strategy':
      return view.strategy;
    case 'balancer.policy':
      return view.policy;
    case 'visitors.perSecond':
      return view.visitorsPerSecond;
    case 'people.think': {
      const { think } = scenario.people;
      return 'meanMs' in think ? { ...think, meanMs: view.thinkMeanMs } : think;
    }
    default:
      return settingOf(scenario, path);
  }
}
