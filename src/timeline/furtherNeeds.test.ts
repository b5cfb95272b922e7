/** A page shows runs before the further rules are fetched. It must know which ones it can. */
import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { hasFurther, provideFurther } from '../engine/further.ts';
import { actionNeedsFurther, needsFurther } from '../engine/furtherNeeds.ts';
import * as rules from '../engine/furtherRules.ts';
import { isBasic as isBasicPolicy } from '../engine/policies/policyOf.ts';
import type { Run } from '../engine/simulation.ts';
import { isBasic as isBasicStrategy } from '../engine/strategies/strategyOf.ts';
import { arbitraryRun, RUN_MS } from '../engine/testing/arbitraries.ts';
import { SCENARIOS } from '../scenarios/library/index.ts';
import { createTimeline } from './timeline.ts';

afterEach(() => provideFurther(rules));

/** As much of a run as may do without. */
function basicPart({ scenario, seed, interventions }: Run): Run {
  const { policy } = scenario.balancer;
  const { strategy } = scenario.sessions;
  return {
    scenario: {
      ...scenario,
      balancer: {
        ...scenario.balancer,
        affinity: 'cookie',
        detection: { ...scenario.balancer.detection, maxFails: 0 },
        policy: isBasicPolicy(policy) ? policy : 'round-robin',
      },
      sessions: {
        ...scenario.sessions,
        strategy: isBasicStrategy(strategy) ? strategy : 'memory',
        maxPerServer: null,
      },
      files: { ...scenario.files, perPage: 0 },
      cdn: { ...scenario.cdn, on: false },
      autoscaler: { ...scenario.autoscaler, on: false },
      visitors: { ...scenario.visitors, shape: 'constant' },
      service: { ...scenario.service, contention: 0, coherency: 0 },
      servers: { ...scenario.servers, size: null, vcpus: null, each: [] },
      pageCache: { ...scenario.pageCache, at: 'nowhere' },
    },
    seed,
    interventions: interventions.filter((action) => !actionNeedsFurther(action)),
  };
}

it('runs that are said to need none of the further rules never ask for one', () => {
  let done = 0;
  fc.assert(
    fc.property(arbitraryRun(fc).map(basicPart), (run) => {
      if (needsFurther(run)) return;
      provideFurther(null);
      createTimeline(run).goTo(RUN_MS);
      done++;
    }),
    { seed: 5, numRuns: 60 },
  );
  expect(hasFurther()).toBe(false);
  expect(done).toBeGreaterThan(10);
});

it('a run that needs them says so instead of going wrong', () => {
  provideFurther(null);
  const scenario = SCENARIOS['one-server'];
  const run: Run = {
    scenario: { ...scenario, sessions: { ...scenario.sessions, strategy: 'shared' } },
    seed: 1,
    interventions: [],
  };
  expect(needsFurther(run)).toBe(true);
  expect(() => createTimeline(run)).toThrow('engine/further.ts');
});
