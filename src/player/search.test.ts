import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Run } from '../engine/simulation.ts';
import { SCENARIOS } from '../scenarios/library/index.ts';
import { momentAt } from '../timeline/moment.ts';
import { createTimeline, type Timeline } from '../timeline/timeline.ts';
import { type Search, searchNext, searchPrevious, type Wanted } from './search.ts';

const run: Run = {
  scenario: SCENARIOS['two-servers'],
  seed: 7,
  interventions: [
    { atMs: 6000, do: 'set-strategy', strategy: 'sticky' },
    { atMs: 15_000, do: 'kill-server', server: 0 },
  ],
};
const END_MS = 24_000;

function at(timeMs: number): Timeline {
  const timeline = createTimeline(run);
  timeline.goTo(timeMs);
  return timeline;
}

/** In as many pieces as it takes. */
function finish(search: Search): number | null {
  for (;;) {
    const found = search.go(() => false) ? search.foundMs : undefined;
    if (found !== undefined) return found;
  }
}

/** All moments at which it happened, by watching the whole run. */
function times(wanted: Wanted): number[] {
  const found = new Set<number>();
  const simulation = at(0).apart(0);
  simulation.observe({
    decided: ({ nowMs, requests }, r) =>
      wanted.what === 'refusal' && requests.status[r] >= 400 && found.add(momentAt(nowMs)),
    moved: ({ nowMs, requests }, r) =>
      wanted.what === 'request' &&
      requests.user[r] === wanted.user &&
      requests.bornMs[r] === nowMs &&
      found.add(momentAt(nowMs)),
  });
  simulation.runUntil(END_MS);
  return [...found].sort((a, b) => a - b);
}

describe('looking for a moment', () => {
  for (const wanted of [{ what: 'refusal' }, { what: 'request', user: 3 }] as const) {
    const all = times(wanted);

    it(`finds the next and the last ${wanted.what} from anywhere, known or not`, () => {
      expect(all.length).toBeGreaterThan(5);
      fc.assert(
        fc.property(
          fc.oneof(fc.integer({ min: 0, max: END_MS }), fc.constantFrom(...all)),
          fc.boolean(),
          (timeMs, isKnown) => {
            const timeline = at(isKnown ? END_MS : timeMs);
            timeline.goTo(timeMs);
            expect(finish(searchNext(timeline, wanted, END_MS))).toBe(all.find((t) => t > timeMs) ?? null);
            expect(finish(searchPrevious(timeline, wanted))).toBe(all.findLast((t) => t < timeMs) ?? null);
            expect(timeline.nowMs).toBe(timeMs);
          },
        ),
        { seed: 8, numRuns: 40 },
      );
    });
  }

  it('gives up after a while when nothing comes', () => {
    const timeline = createTimeline({ scenario: SCENARIOS['one-server'], seed: 7, interventions: [] });
    expect(finish(searchNext(timeline, { what: 'refusal' }, 3_600_000))).toBeNull();
    expect(finish(searchPrevious(timeline, { what: 'refusal' }))).toBeNull();
  });
});
