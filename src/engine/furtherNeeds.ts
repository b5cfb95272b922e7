/** Which runs need the rules of `furtherRules.ts`. */
import type { Action } from './intervention.ts';
import { isBasic as isBasicPolicy } from './policies/policyOf.ts';
import type { Scenario } from './scenario.ts';
import type { Run } from './simulation.ts';
import { isBasic as isBasicStrategy } from './strategies/strategyOf.ts';

/** Must the further rules be there before this run begins? */
export function needsFurther({ scenario, interventions }: Run): boolean {
  return scenarioNeedsFurther(scenario) || interventions.some(actionNeedsFurther);
}

function scenarioNeedsFurther({ balancer, sessions, files, cdn, pageCache, autoscaler }: Scenario): boolean {
  const hasCaches = files.perPage > 0 || cdn.on || pageCache.at !== 'nowhere';
  return (
    hasCaches ||
    autoscaler.on ||
    balancer.detection.maxFails > 0 ||
    !isBasicPolicy(balancer.policy) ||
    !isBasicStrategy(sessions.strategy)
  );
}

/** The parts of a scenario whose settings are about further rules. */
const FURTHER_PARTS = ['store', 'files', 'cdn', 'pageCache', 'autoscaler'];

/** Must they be there before this is done, in a run that did without so far? */
export function actionNeedsFurther(action: Action): boolean {
  switch (action.do) {
    case 'set-policy':
      return !isBasicPolicy(action.policy);
    case 'set-strategy':
      return !isBasicStrategy(action.strategy);
    case 'kill-store':
    case 'restart-store':
    case 'purge-cache':
      return true;
    case 'set':
      if (action.setting === 'balancer.detection.maxFails') return true;
      return FURTHER_PARTS.includes(action.setting.split('.')[0]);
    default:
      return false;
  }
}
