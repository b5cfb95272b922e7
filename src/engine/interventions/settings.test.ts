/** Changing how requests are balanced, where sessions live, and how much traffic there is. */
import { describe, expect, it } from 'vitest';
import type { Action, Intervention } from '../intervention.ts';
import type { Scenario } from '../scenario.ts';
import { record } from '../testing/record.ts';
import { tinyScenario } from '../testing/scenarios.ts';

/** Passing visitors only, on servers that need no time: the order of answers is the order of picks. */
const traffic = (): Scenario =>
  tinyScenario({
    people: { count: 0 },
    visitors: { perSecond: 10 },
    servers: { count: 3 },
    service: { page: { kind: 'constant', meanMs: 0 } },
  });

function picks(interventions: Intervention[], from: number, count: number): string {
  const { answers } = record(traffic(), 60_000, interventions);
  return answers
    .filter((a) => a.bornMs > from)
    .slice(0, count)
    .map((a) => a.server)
    .join('');
}

const setPolicy = (atMs: number, policy: Scenario['balancer']['policy']): Intervention => ({
  atMs,
  do: 'set-policy',
  policy,
});

describe('set-policy', () => {
  it('decides from the next pick on, and begins with an empty memory', () => {
    // Without interventions the first pick after 9.8 s is some server; after two changes of policy it is A.
    const back = [setPolicy(9798, 'weighted-round-robin'), setPolicy(9799, 'round-robin')];
    const untouched = picks([], 9799, 6);
    expect(untouched[0]).not.toBe('A');
    expect(picks(back, 9799, 6)).toBe('ABCABC');
    expect(picks([setPolicy(9799, 'least-connections')], 9799, 6)).toBe('ABCABC');
  });

  it('is ignored when nothing would change', () => {
    const { happenings } = record(traffic(), 2000, [setPolicy(1000, 'round-robin')]);
    expect(happenings).toEqual([{ atMs: 1000, what: 'intervention', index: 0, ignored: true }]);
  });
});

describe('set-strategy', () => {
  it('is ignored when nothing would change', () => {
    const { happenings } = record(traffic(), 2000, [{ atMs: 1000, do: 'set-strategy', strategy: 'memory' }]);
    expect(happenings).toEqual([{ atMs: 1000, what: 'intervention', index: 0, ignored: true }]);
  });
});

describe('who made more traffic', () => {
  it.each<[string, Action[], number]>([
    ['more visitors', [{ do: 'set-visitors', perSecond: 20 }], 0],
    ['fewer visitors', [{ do: 'set-visitors', perSecond: 5 }], -1],
    ['shorter pauses', [{ do: 'set-think-time', meanMs: 500 }], 0],
    ['longer pauses', [{ do: 'set-think-time', meanMs: 2000 }], -1],
    [
      'more, and then a little less',
      [
        { do: 'set-visitors', perSecond: 200 },
        { do: 'set-visitors', perSecond: 150 },
      ],
      0,
    ],
  ])('is remembered: %s', (_, actions, by) => {
    const interventions = actions.map((action, i): Intervention => ({ ...action, atMs: 100 * (i + 1) }));
    const { settings } = record(traffic(), 1000, interventions).simulation.world;
    expect(settings.trafficBy).toBe(by);
  });
});
