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

function scenarioNeedsFurther(scenario: Scenario): boolean {
  const { balancer, sessions, files, cdn, pageCache, autoscaler, visitors, service, servers } = scenario;
  return (
    !isBasicPolicy(balancer.policy) ||
    !isBasicStrategy(sessions.strategy) ||
    sessions.maxPerServer !== null ||
    balancer.affinity === 'address' ||
    balancer.slowStartMs > 0 ||
    balancer.count > 1 ||
    balancer.detection.maxFails > 0 ||
    autoscaler.on ||
    visitors.shape !== 'constant' ||
    files.perPage > 0 ||
    cdn.on ||
    pageCache.at !== 'nowhere' ||
    // Workers may get in each other's way.
    service.contention > 0 ||
    service.coherency > 0 ||
    [servers, ...(servers.each ?? [])].some(({ size, vcpus }) => (size ?? vcpus ?? null) !== null)
  );
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
    case 'add-shard':
    case 'kill-balancer':
    case 'restart-balancer':
    case 'partition':
    case 'heal':
    case 'rotate-keys':
    case 'purge-cache':
    case 'set':
      return true;
    default:
      return false;
  }
}
