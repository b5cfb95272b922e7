/** What the page suggests where a hash keeps everybody on one server. */
import { expect, it } from 'vitest';
import type { Intervention } from '../engine/intervention.ts';
import { SCENARIOS } from '../scenarios/library/index.ts';
import { teachingScenario } from '../scenarios/library/teaching.ts';
import { createTimeline } from '../timeline/timeline.ts';
import { situationOf } from './situation.ts';
import { suggestionFor } from './suggest.ts';
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

it('the balancer of a pair, its return, and then what comes next', () => {
  const scenario = SCENARIOS['balancer-pair'];
  const at = (atMs: number, ...interventions: Intervention[]) => {
    const timeline = createTimeline({ scenario, seed: 7, interventions });
    timeline.goTo(atMs);
    const view = viewMoment(timeline);
    return [situationOf(view).is, suggestionFor(view).id];
  };
  const kill: Intervention = { atMs: 8000, do: 'kill-balancer' };
  expect(at(7000)).toEqual(['fine', 'kill-balancer']);
  expect(at(9000, kill)[0]).toBe('no-balancer');
  expect(at(9000, kill, { atMs: 8500, do: 'kill-balancer' })).toEqual(['no-balancer', 'start-balancer']);
  expect(at(18_000, kill)).toEqual(['fine', 'kill']);
});

it('patience while a copy is about to take over: who died would come back empty, and the copies would follow', () => {
  const timeline = createTimeline({
    scenario: SCENARIOS.failover,
    seed: 7,
    interventions: [{ atMs: 8000, do: 'kill-store' }],
  });
  timeline.goTo(12_000);
  const view = viewMoment(timeline);
  const { nextLeaderMs } = view.store;
  expect(situationOf(view)).toEqual({ is: 'store-fails-over', inMs: Number(nextLeaderMs) - 12_000 });
  expect(suggestionFor(view)).toEqual({ id: 'wait-for-copy', untilMs: nextLeaderMs });
  timeline.goTo(Number(nextLeaderMs) - 1);
  expect(viewMoment(timeline).store.up).toBe(false);
  timeline.goTo(Number(nextLeaderMs));
  expect(viewMoment(timeline).store).toMatchObject({ up: true, nextLeaderMs: null });
});

it('a store without copies, which nobody takes over from, is started again', () => {
  const timeline = createTimeline({
    scenario: SCENARIOS['shared-store'],
    seed: 7,
    interventions: [{ atMs: 8000, do: 'kill-store' }],
  });
  timeline.goTo(12_000);
  expect(situationOf(viewMoment(timeline)).is).toBe('store-down');
  expect(suggestionFor(viewMoment(timeline)).id).toBe('restart-store');
});

it('says that people wait, before anything has failed', () => {
  const timeline = createTimeline({
    scenario: SCENARIOS['one-server'],
    seed: 7,
    interventions: [
      { atMs: 8000, do: 'set', setting: 'service.page', value: { kind: 'constant', meanMs: 60_000 } },
    ],
  });
  timeline.goTo(16_000);
  expect(situationOf(viewMoment(timeline))).toEqual({ is: 'waiting', count: 8 });
});
