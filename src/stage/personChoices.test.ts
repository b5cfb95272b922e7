import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSimulation, type Run } from '../engine/simulation.ts';
import { arbitraryRun } from '../engine/testing/arbitraries.ts';
import { viewMoment } from '../player/view.ts';
import { createTimeline } from '../timeline/timeline.ts';
import { type PersonChoice, personChoices } from './personChoices.ts';

/** Does an action at a moment change anything? */
function isIgnored(run: Run, kind: PersonChoice, user: number, atMs: number): boolean {
  const before = run.interventions.filter((i) => i.atMs <= atMs);
  const simulation = createSimulation({ ...run, interventions: [...before, { do: kind, user, atMs }] });
  let ignored = false;
  simulation.observe({
    happened(_, happening) {
      if (happening.what === 'intervention' && happening.index === before.length) ignored = happening.ignored;
    },
  });
  simulation.runUntil(atMs);
  return ignored;
}

describe('the menu of a person', () => {
  it('offers what does something at that moment, and nothing else', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(arbitraryRun(fc), fc.integer({ min: 0, max: 15_000 }), (run, atMs) => {
        const timeline = createTimeline(run);
        timeline.goTo(atMs);
        for (const person of viewMoment(timeline).people.slice(0, 3)) {
          const choices = personChoices(person);
          for (const kind of ['log-out', 'replay-cookie'] as const) {
            const offered = choices.includes(kind);
            seen.add(`${kind} ${offered}`);
            expect(isIgnored(run, kind, person.index, atMs), `${kind} of ${person.index}`).toBe(!offered);
          }
        }
      }),
      { seed: 3, numRuns: 25 },
    );
    expect(seen.size).toBe(4);
  });
});
