import { describe, expect, it } from 'vitest';
import { SCENARIOS } from '../../scenarios/library/index.ts';
import { type Comparison, runsOf, withDone } from './comparison.ts';
import { setting } from './ready/ready.ts';

const base: Comparison['base'] = {
  scenario: 'three-servers',
  start: [setting('people.count', 12)],
  seed: 5,
  interventions: [
    { atMs: 1000, do: 'add-server' },
    { atMs: 2000, do: 'set-strategy', strategy: 'memory' },
    { atMs: 3000, do: 'set', setting: 'balancer.retries', value: 0 },
  ],
};
const variant = { scenario: null, changes: [], interventions: null };

describe('the runs of a comparison', () => {
  it('begin with the base as it is', () => {
    const [first] = runsOf({ base, variants: [variant] });
    expect(first.scenario.people.count).toBe(12);
    expect(first.interventions).toEqual(base.interventions);
  });

  it('keep everything that a variant does not name', () => {
    const [first, second] = runsOf({
      base,
      variants: [{ ...variant, changes: [setting('servers.count', 4)] }],
    });
    expect(second).toEqual({
      ...first,
      scenario: { ...first.scenario, servers: { ...first.scenario.servers, count: 4 } },
    });
  });

  it.each([
    ['set-strategy', setting('sessions.strategy', 'shared')],
    ['set', setting('balancer.retries', 2)],
  ] as const)('keep what a variant names for the whole run, whatever was done by %s', (done, change) => {
    const [, second] = runsOf({ base, variants: [{ ...variant, changes: [change] }] });
    expect(second.interventions).toEqual(base.interventions.filter((i) => i.do !== done));
  });

  it('may be of another scenario, without the settings of the base', () => {
    const [, second] = runsOf({ base, variants: [{ ...variant, scenario: 'sticky-three' }] });
    expect(second.scenario).toEqual(SCENARIOS['sticky-three']);
    expect(second).toMatchObject({ seed: 5, interventions: base.interventions });
  });

  it('may do something else, or nothing', () => {
    const [, second] = runsOf({ base, variants: [{ ...variant, interventions: [] }] });
    expect(second.interventions).toEqual([]);
  });

  it('are told by a comparison again after something was done in them', () => {
    const variants = [
      { ...variant, changes: [setting('sessions.strategy', 'shared')] },
      { ...variant, interventions: [] },
    ];
    const runs = runsOf({ base, variants });
    const kill = { atMs: 4000, do: 'kill-store' } as const;
    const inAll = runs.map((run) => ({ ...run, interventions: [...run.interventions, kill] }));
    expect(runsOf(withDone({ base, variants }, inAll))).toEqual(inAll);
    expect(withDone({ base, variants }, inAll).variants[0].interventions).toBeNull();
    const inOne = runs.map((run, i) => (i === 1 ? inAll[1] : run));
    expect(runsOf(withDone({ base, variants }, inOne))).toEqual(inOne);
  });
});
