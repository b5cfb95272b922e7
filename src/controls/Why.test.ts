import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryRun } from '../engine/testing/arbitraries.ts';
import { situationOf } from '../player/situation.ts';
import { viewMoment } from '../player/view.ts';
import { WINDOW_MS } from '../timeline/numbers.ts';
import { createTimeline } from '../timeline/timeline.ts';
import { answerBehind } from './Why.tsx';

it('leads to an answer of the last moments that makes the sentence what it is, and nowhere when none does', () => {
  const met = new Set<string>();
  fc.assert(
    fc.property(arbitraryRun(fc), fc.integer({ min: 0, max: 20_000 }), (run, atMs) => {
      const timeline = createTimeline(run);
      timeline.goTo(atMs);
      const view = viewMoment(timeline);
      const situation = situationOf(view);
      const answer = answerBehind(situation, view);
      met.add(situation.is);
      if (situation.is === 'refusing') expect(answer?.status).toBe(401);
      else if (situation.is === 'failing') expect([401, undefined]).not.toContain(answer?.status);
      else if (situation.is === 'stale' || situation.is === 'others-page' || situation.is === 'impostor')
        expect(answer?.status).toBeLessThan(400);
      else expect(answer).toBeNull();
      if (answer !== null) expect(view.nowMs - answer.atMs).toBeLessThan(WINDOW_MS);
    }),
    { seed: 5, numRuns: 150 },
  );
  for (const is of ['refusing', 'failing', 'fine']) expect(met).toContain(is);
});
