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

function scenarioNeedsFurther({ balancer, sessions }: Scenario): boolean {
  return !(isBasicPolicy(balancer.policy) && isBasicStrategy(sessions.strategy));
}

/** Must they be there before this is done, in a run that did without so far? */
export function actionNeedsFurther(action: Action): boolean {
  switch (action.do) {
    case 'set-policy':
      return !isBasicPolicy(action.policy);
    case 'set-strategy':
      return !isBasicStrategy(action.strategy);
    case 'kill-store':
    case 'restart-store':
      return true;
    case 'set':
      return action.setting.startsWith('store.');
    default:
      return false;
  }
}
