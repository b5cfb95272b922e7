import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryRun, RUN_MS } from '../engine/testing/arbitraries.ts';
import { tinyScenario } from '../engine/testing/scenarios.ts';
import { createTimeline } from '../timeline/timeline.ts';
import { causeTimes } from './causeTimes.ts';
import { requestStory } from './requestStory.ts';

it('tells when each thing happened, in a world with exact times', () => {
  // The login at 1 s goes to A. The first page, at 2 s and a bit, goes to B, which was added in between.
  const timeline = createTimeline({
    scenario: tinyScenario({ hops: { userMs: 20, serverMs: 1, edgeMs: 0, originMs: 0 } }),
    seed: 1,
    interventions: [{ atMs: 1500, do: 'add-server' }],
  });
  timeline.goTo(10_000);
  const refusal = timeline.recent.notices.find((n) => n.what === 'answer' && n.status === 401);
  if (refusal?.what !== 'answer') throw new Error('Somebody should be refused.');
  const telling = requestStory(timeline, refusal.serial, refusal.atMs);
  telling.go();
  const { story } = telling;
  if (story === null) throw new Error('The request should be found.');
  const times = causeTimes(story);
  const at = (code: string) => times[story.causes.findIndex((c) => c.code === code)] - story.bornMs;
  // On its way for 20 ms, then 1 ms to the server, which works for 10 ms.
  expect(at('routed')).toBe(20);
  expect(at('cookie-valid')).toBe(21);
  expect(at('looked-in')).toBe(21);
  expect(at('answered')).toBe((story.decidedMs ?? 0) - story.bornMs);
  expect(at('server-added')).toBe(1500 - story.bornMs);
  expect(at('record-made')).toBeLessThan(0);
});

it('gives every link of any chain a time of the run, up to the answer; its own, where it has one', () => {
  let seen = 0;
  let earlier = 0;
  fc.assert(
    fc.property(arbitraryRun(fc), (run) => {
      const timeline = createTimeline(run);
      timeline.goTo(RUN_MS);
      for (const notice of timeline.recent.notices.slice(-10)) {
        if (notice.what !== 'answer') continue;
        const telling = requestStory(timeline, notice.serial, notice.atMs);
        telling.go();
        const { story } = telling;
        if (story === null) continue;
        causeTimes(story).forEach((ms, i) => {
          const cause = story.causes[i];
          seen++;
          expect(ms, cause.code).toBeGreaterThanOrEqual(0);
          if ('atMs' in cause) expect(ms).toBe(cause.atMs);
          else expect(ms, cause.code).toBeLessThanOrEqual(story.decidedMs ?? Number.NaN);
          if (ms < (story.decidedMs ?? 0)) earlier++;
        });
      }
    }),
    { seed: 2, numRuns: 60 },
  );
  expect(seen).toBeGreaterThan(100);
  expect(earlier).toBeGreaterThan(seen / 3);
});
