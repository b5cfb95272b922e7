import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Run } from '../engine/simulation.ts';
import { SCENARIOS } from '../scenarios/library/index.ts';
import { createCloseup, firstAnswerAfter } from './closeup.ts';
import { BUCKET_MS } from './history.ts';
import { createTimeline } from './timeline.ts';

const eventful: Run = {
  scenario: SCENARIOS['three-servers'],
  seed: 5,
  interventions: [
    { atMs: 3000, do: 'kill-server', server: 0 },
    { atMs: 14_000, do: 'restart-server', server: 0, graceful: false },
  ],
};

const busy: Run = {
  ...eventful,
  interventions: [{ atMs: 0, do: 'set-visitors', perSecond: 900 }],
};

describe('a close-up', () => {
  it('has the answers that the history counts, wherever the playhead is and however it is read', () => {
    const bucket = fc.integer({ min: 0, max: 119 });
    fc.assert(
      fc.property(
        bucket,
        bucket,
        fc.integer({ min: 0, max: 30_000 }),
        fc.integer({ min: 0, max: 30_000 }),
        fc.integer({ min: 1, max: 9 }),
        (a, b, playheadMs, laterMs, slices) => {
          const timeline = createTimeline(eventful);
          timeline.goTo(30_000);
          timeline.goTo(playheadMs);
          const [fromMs, toMs] = [Math.min(a, b) * BUCKET_MS, (Math.max(a, b) + 1) * BUCKET_MS];
          const closeup = createCloseup(timeline, fromMs, toMs);
          // In slices, while the playhead moves.
          let left = slices;
          if (!closeup.go(() => left-- > 0)) timeline.goTo(laterMs);
          while (!closeup.go(() => false));
          expect(closeup.untilMs).toBe(toMs);
          const counted = { ok: 0, refused: 0, failed: 0 };
          for (let i = 0; i < closeup.answers.count; i++) {
            const status = closeup.answers.status[i];
            counted[status < 400 ? 'ok' : status === 401 ? 'refused' : 'failed']++;
            expect(closeup.answers.atMs[i]).toBeGreaterThan(fromMs);
            expect(closeup.answers.atMs[i]).toBeLessThanOrEqual(toMs);
            if (i > 0) expect(closeup.answers.atMs[i]).toBeGreaterThanOrEqual(closeup.answers.atMs[i - 1]);
          }
          const { history } = timeline;
          const sum = (column: Uint32Array) =>
            column.slice(fromMs / BUCKET_MS, toMs / BUCKET_MS).reduce((all, n) => all + n, 0);
          expect(counted).toEqual({
            ok: sum(history.ok),
            refused: sum(history.refused),
            failed: sum(history.failed),
          });
        },
      ),
      { seed: 1, numRuns: 60 },
    );
  });

  it('grows with the run, from what is at hand or from a kept moment', () => {
    const timeline = createTimeline(eventful);
    timeline.goTo(5000);
    const playing = createCloseup(timeline, 4000, 30_000);
    expect(playing.go()).toBe(true);
    expect(playing.untilMs).toBe(5000);
    for (let ms = 5100; ms <= 12_000; ms += 100) {
      timeline.goTo(ms);
      playing.go();
    }
    timeline.goTo(60_000);
    timeline.goTo(1000);
    playing.go();
    expect(playing.untilMs).toBe(30_000);
    const once = createCloseup(timeline, 4000, 30_000);
    once.go();
    const numbers = ({ answers }: typeof once) => [...answers.serial.slice(0, answers.count)];
    expect(numbers(playing)).toEqual(numbers(once));
    expect(numbers(once).length).toBeGreaterThan(50);
  });

  it('does not move the playhead, nor change what happens', () => {
    const timeline = createTimeline(eventful);
    timeline.goTo(30_000);
    timeline.goTo(9000);
    const { world } = timeline;
    createCloseup(timeline, 2000, 28_000).go();
    expect(timeline.world).toBe(world);
    expect(timeline.nowMs).toBe(9000);
  });

  it('of too much is given up', () => {
    const timeline = createTimeline(busy);
    timeline.goTo(40_000);
    const all = createCloseup(timeline, 0, 40_000);
    expect(all.go()).toBe(true);
    expect(all.isTooMuch).toBe(true);
    const second = createCloseup(timeline, 30_000, 31_000);
    expect(second.go()).toBe(true);
    expect(second.isTooMuch).toBe(false);
    expect(second.answers.count).toBeGreaterThan(700);
  });

  it('finds answers by time', () => {
    const timeline = createTimeline(eventful);
    timeline.goTo(20_000);
    const { answers, go } = createCloseup(timeline, 0, 20_000);
    go();
    expect(firstAnswerAfter(answers, 0)).toBe(0);
    expect(firstAnswerAfter(answers, 20_000)).toBe(answers.count);
    for (const at of [3, 10, 40]) {
      const i = firstAnswerAfter(answers, answers.atMs[at]);
      expect(answers.atMs[i]).toBeGreaterThan(answers.atMs[at]);
      expect(answers.atMs[i - 1]).toBe(answers.atMs[at]);
    }
  });
});
