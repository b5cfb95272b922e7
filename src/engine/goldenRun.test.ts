import { describe, expect, it } from 'vitest';
import { ACTION_KINDS } from './interventions/index.ts';
import { POLICY_IDS } from './policies/index.ts';
import { createSimulation } from './simulation.ts';
import { REASONS } from './state/requests.ts';
import { STRATEGY_IDS } from './strategies/index.ts';
import { GOLDEN_FINGERPRINT, GOLDEN_TOTALS } from './testing/golden.ts';
import { GOLDEN_RUN, goldenRun } from './testing/goldenRun.ts';

describe('the golden run', () => {
  it('ends with the same numbers as ever', () => {
    // If this was meant to change, say so in the change: kept links will show other runs than before.
    expect(goldenRun().totals).toEqual(GOLDEN_TOTALS);
  });

  it('ends with the same bytes as ever', () => {
    expect(goldenRun().fingerprint).toBe(GOLDEN_FINGERPRINT);
  });

  it('leaves nothing out: every action, policy and strategy, and every answer there is', () => {
    const { scenario, interventions } = GOLDEN_RUN;
    const times = interventions.map((i) => i.atMs);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(new Set(interventions.map((i) => i.do))).toEqual(new Set(ACTION_KINDS));
    const policies = interventions.flatMap((i) => (i.do === 'set-policy' ? [i.policy] : []));
    expect(new Set([scenario.balancer.policy, ...policies])).toEqual(new Set(POLICY_IDS));
    const strategies = interventions.flatMap((i) => (i.do === 'set-strategy' ? [i.strategy] : []));
    expect(new Set([scenario.sessions.strategy, ...strategies])).toEqual(new Set(STRATEGY_IDS));

    const simulation = createSimulation(GOLDEN_RUN);
    const reasons = new Set<string>();
    const ignored: number[] = [];
    simulation.observe({
      decided: ({ requests }, r) => reasons.add(REASONS[requests.reason[r]]),
      finished: ({ requests }, r) => reasons.add(REASONS[requests.reason[r]]),
      happened: (_, h) => {
        if (h.what !== 'intervention' || !h.ignored) return;
        // Some of those who are to log out just happen to be out.
        if (interventions[h.index].do !== 'log-out') ignored.push(h.index);
      },
    });
    simulation.runUntil(60_000);
    expect(ignored).toEqual([]);
    // Nobody asks for a page without a cookie, and some server is always in rotation.
    const never = ['none', 'noCookie', 'noServer'];
    expect(reasons).toEqual(new Set(REASONS.filter((reason) => !never.includes(reason))));
  });

  it('has numbers in every column, and nothing else', () => {
    const simulation = createSimulation(GOLDEN_RUN);
    simulation.runUntil(60_000);
    const wrong: string[] = [];
    const visit = (value: unknown, path: string): void => {
      if (typeof value === 'number' && Number.isNaN(value)) wrong.push(path);
      if (ArrayBuffer.isView(value)) {
        if ((value as Float64Array).some(Number.isNaN)) wrong.push(path);
      } else if (typeof value === 'object' && value !== null) {
        for (const [name, part] of Object.entries(value)) visit(part, `${path}.${name}`);
      }
    };
    visit(simulation.world, 'world');
    expect(wrong).toEqual([]);
  });
});
