/** What the page suggests where a hash keeps everybody on one server. */
import { expect, it } from 'vitest';
import type { Intervention } from '../engine/intervention.ts';
import { teachingScenario } from '../scenarios/library/teaching.ts';
import { createTimeline } from '../timeline/timeline.ts';
import { situationOf, suggestionFor } from './suggest.ts';
import { viewMoment } from './view.ts';

function viewAt(atMs: number, interventions: Intervention[] = []) {
  const scenario = teachingScenario({
    servers: { count: 3 },
    balancer: { policy: 'hash-modulo' },
  });
  const timeline = createTimeline({ scenario, seed: 7, interventions });
  timeline.goTo(atMs);
  return viewMoment(timeline);
}

it('a server more, because nobody is refused before', () => {
  const view = viewAt(6000);
  expect(situationOf(view).is).toBe('fine');
  expect(suggestionFor(view).id).toBe('add');
});

it('the cure, once that has moved people to servers that do not know them', () => {
  const view = viewAt(9500, [{ atMs: 6000, do: 'add-server' }]);
  expect(situationOf(view).is).toBe('refusing');
  expect(suggestionFor(view).id).toBe('sticky');
});
