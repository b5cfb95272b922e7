import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Action } from '../engine/intervention.ts';
import { SCENARIOS } from '../scenarios/library/index.ts';
import { createTimeline } from '../timeline/timeline.ts';
import { situationOf } from './situation.ts';
import { viewMoment } from './view.ts';

const DEEDS: readonly Action[] = [
  { do: 'add-server' },
  { do: 'kill-server', server: 0 },
  { do: 'set-visitors', perSecond: 300 },
];

it('the sentence counts what the numbers beside it count, at any moment', () => {
  const met = new Map<string, number>();
  fc.assert(
    fc.property(
      fc.constantFrom('one-server', 'two-servers', 'three-servers', 'shared-store', 'busy-crowd' as const),
      fc.array(fc.tuple(fc.integer({ min: 1, max: 15_000 }), fc.constantFrom(...DEEDS)), { maxLength: 3 }),
      fc.integer({ min: 0, max: 20_000 }),
      (id, deeds, atMs) => {
        const interventions = deeds
          .map(([at, deed]) => ({ ...deed, atMs: at }))
          .sort((a, b) => a.atMs - b.atMs);
        const timeline = createTimeline({ scenario: SCENARIOS[id], seed: 1, interventions });
        timeline.goTo(atMs);
        const view = viewMoment(timeline);
        const { refusedPerSecond, failedPerSecond, windowMs } = view.numbers;
        const situation = situationOf(view);
        met.set(situation.is, (met.get(situation.is) ?? 0) + 1);
        const told = (perSecond: number) => (perSecond * windowMs) / 1000;
        if (situation.is === 'refusing') expect(situation.count).toBeCloseTo(told(refusedPerSecond), 8);
        if (situation.is === 'failing') expect(situation.count).toBeCloseTo(told(failedPerSecond), 8);
        if (situation.is === 'fine') expect(refusedPerSecond + failedPerSecond).toBe(0);
      },
    ),
    { seed: 3, numRuns: 150 },
  );
  for (const is of ['refusing', 'failing', 'fine']) expect(met.get(is), is).toBeGreaterThan(10);
});
