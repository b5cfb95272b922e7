/** What changes a setting while the run goes on: its own action where it has one, else `set`. */
import type { Action } from '../engine/intervention.ts';
import type { PolicyId } from '../engine/policies/index.ts';
import { type Distribution, meanMs } from '../engine/random/distributions.ts';
import type { SettingValue } from '../engine/settings.ts';
import type { StrategyId } from '../engine/strategies/index.ts';
import { changeSetting, type Setting } from '../scenarios/settings.ts';

/** The action that changes a setting from what it is now; null for what only a new run can have. */
export function actionFor({ path }: Setting, value: SettingValue, now: SettingValue): Action | null {
  switch (path) {
    case 'sessions.strategy':
      return { do: 'set-strategy', strategy: value as StrategyId };
    case 'balancer.policy':
      return { do: 'set-policy', policy: value as PolicyId };
    case 'visitors.perSecond':
      return { do: 'set-visitors', perSecond: value as number };
    case 'people.think':
      return thinkTime(value as Distribution, now as Distribution);
    default:
      return changeSetting(path, value);
  }
}

/** How long people think can change during a run, how it spreads cannot. */
function thinkTime(value: Distribution, now: Distribution): Action | null {
  const scaled = 'meanMs' in value && 'meanMs' in now && value.kind === now.kind;
  const cv = (d: Distribution) => ('cv' in d ? d.cv : 0);
  return scaled && cv(value) === cv(now) ? { do: 'set-think-time', meanMs: meanMs(value) } : null;
}
