import { describe, expect, it } from 'vitest';
import type { Run } from '../../engine/simulation.ts';
import { SCENARIOS } from '../../scenarios/library/index.ts';
import { createCloseup } from '../../timeline/closeup.ts';
import { createTimeline } from '../../timeline/timeline.ts';
import { reachOf, type SingleAnswer, singleAnswers } from './single.ts';

const run: Run = { scenario: SCENARIOS['three-servers'], seed: 5, interventions: [] };
const timeline = createTimeline(run);
timeline.goTo(20_000);
const closeup = createCloseup(timeline, 0, 30_000);
closeup.go();

describe('single answers', () => {
  it('are those of what is shown, at their places', () => {
    const span = { fromMs: 10_000, toMs: 12_000 };
    const singles = singleAnswers(closeup, span, 800, 20_000) ?? [];
    expect(singles.length).toBeGreaterThan(3);
    for (const { atMs, px } of singles) {
      expect(atMs).toBeGreaterThanOrEqual(10_000);
      expect(atMs).toBeLessThanOrEqual(12_000);
      expect(px).toBeCloseTo((atMs - 10_000) * 0.4, 6);
    }
    const { ok, refused, failed } = timeline.history;
    const counted = [ok, refused, failed].reduce(
      (all, column) => all + column.slice(40, 48).reduce((sum, n) => sum + n, 0),
      0,
    );
    expect(singles.length).toBe(counted);
  });

  it('are not shown where they are too many, or not all known', () => {
    expect(singleAnswers(closeup, { fromMs: 0, toMs: 20_000 }, 100, 20_000)).toBeNull();
    const part = createCloseup(timeline, 11_000, 30_000);
    part.go();
    expect(singleAnswers(part, { fromMs: 10_000, toMs: 12_000 }, 800, 20_000)).toBeNull();
    // What is not known of the run cannot be missed.
    expect(singleAnswers(part, { fromMs: 19_000, toMs: 22_000 }, 800, 20_000)).not.toBeNull();
  });

  it('can be pressed between each other', () => {
    const at = (px: number): SingleAnswer => ({
      px,
      atMs: 0,
      responseMs: 0,
      user: 0,
      request: 0,
      status: 200,
      serial: 0,
      kind: 'ok',
    });
    const row = [at(100), at(110), at(300)];
    expect(reachOf(row, 0)).toEqual({ left: 12, right: 5 });
    expect(reachOf(row, 1)).toEqual({ left: 5, right: 12 });
    // However close, something is left to press.
    expect(reachOf([at(100), at(100.5)], 0)).toEqual({ left: 12, right: 3 });
  });
});
