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

it('a server, and not the store, once sessions have moved there: nothing has died yet', () => {
  const scenario = teachingScenario({ servers: { count: 3 }, sessions: { strategy: 'sticky' } });
  const interventions: Intervention[] = [{ atMs: 6000, do: 'set-strategy', strategy: 'shared' }];
  const timeline = createTimeline({ scenario, seed: 7, interventions });
  timeline.goTo(8000);
  const view = viewMoment(timeline);
  expect(view.store.nodes.map((n) => n.hasDied)).toEqual([false]);
  expect(suggestionFor(view).id).toBe('kill');
});

it('a node of the store, once it has grown', () => {
  const scenario = teachingScenario({
    servers: { count: 3 },
    sessions: { strategy: 'shared' },
    store: { shards: 3 },
  });
  const timeline = createTimeline({ scenario, seed: 7, interventions: [{ atMs: 6000, do: 'add-shard' }] });
  timeline.goTo(5000);
  expect(suggestionFor(viewMoment(timeline)).id).toBe('shard');
  timeline.goTo(8000);
  expect(suggestionFor(viewMoment(timeline)).id).toBe('kill-store');
});
