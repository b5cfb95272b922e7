import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Action } from '../engine/intervention.ts';
import { arbitraryRun } from '../engine/testing/arbitraries.ts';
import { situationOf } from '../player/situation.ts';
import { viewMoment } from '../player/view.ts';
import { SCENARIOS, type ScenarioId } from '../scenarios/library/index.ts';
import { outcomeOf } from '../timeline/history.ts';
import { WINDOW_MS } from '../timeline/numbers.ts';
import { createTimeline, type Timeline } from '../timeline/timeline.ts';
import { subjectBehind } from './Why.tsx';

function behind(timeline: Timeline) {
  const view = viewMoment(timeline);
  const situation = situationOf(view);
  return { situation, subject: subjectBehind(situation, view, timeline) };
}

it('leads to the last answer of the kind that the sentence counts, where it counts answers, and to something wherever all is not well', () => {
  const met = new Set<string>();
  fc.assert(
    fc.property(arbitraryRun(fc), fc.integer({ min: 0, max: 20_000 }), (run, atMs) => {
      const timeline = createTimeline(run);
      timeline.goTo(atMs);
      const { situation, subject } = behind(timeline);
      met.add(situation.is);
      if (situation.is === 'fine') {
        expect(subject).toBeNull();
        return;
      }
      if (situation.is === 'no-server' && timeline.world.servers.length === 0) return;
      expect(subject, situation.is).not.toBeNull();
      if (situation.is !== 'refusing' && situation.is !== 'failing') return;
      if (subject?.what !== 'request') throw new Error('It should lead to an answer.');
      const { answers, notices } = timeline.recent;
      const outcome = situation.is === 'refusing' ? 'refused' : 'failed';
      const last = notices.findLast(
        (n) => n.what === 'answer' && n.atMs <= atMs && outcomeOf(n.status) === outcome,
      );
      if (last?.what === 'answer') {
        expect(subject.serial, 'the one that the stage explains').toBe(last.serial);
        return;
      }
      const row = answers.serial.indexOf(subject.serial);
      expect(outcomeOf(answers.status[row])).toBe(outcome);
      expect(atMs - answers.atMs[row]).toBeLessThan(WINDOW_MS);
      expect(answers.atMs[row]).toBeLessThanOrEqual(atMs);
    }),
    { seed: 5, numRuns: 150 },
  );
  for (const is of ['refusing', 'failing', 'fine']) expect(met).toContain(is);
});

it.each<[string, ScenarioId, Action, number, string, string]>([
  ['a server that died', 'two-servers', { do: 'kill-server', server: 0 }, 1, 'unnoticed', 'server'],
  ['the only server', 'one-server', { do: 'kill-server', server: 0 }, 1, 'no-server', 'server'],
  [
    'the only server, a while ago',
    'one-server',
    { do: 'kill-server', server: 0 },
    3000,
    'no-server',
    'request',
  ],
  ['the store', 'shared-store', { do: 'kill-store' }, 1, 'store-down', 'stretch'],
  ['the store, a while ago', 'shared-store', { do: 'kill-store' }, 6000, 'store-down', 'request'],
  ['the balancer', 'two-servers', { do: 'kill-balancer' }, 1, 'no-balancer', 'stretch'],
  ['the balancer, a while ago', 'two-servers', { do: 'kill-balancer' }, 3000, 'no-balancer', 'request'],
])('leads on from %s', (_, id, action, laterMs, is, what) => {
  const run = { scenario: SCENARIOS[id], seed: 1, interventions: [{ ...action, atMs: 12_300 }] };
  const timeline = createTimeline(run);
  timeline.goTo(12_300 + laterMs);
  const { situation, subject } = behind(timeline);
  expect([situation.is, subject?.what]).toEqual([is, what]);
  // The second in which it began.
  if (subject?.what === 'stretch') expect(subject).toMatchObject({ fromMs: 12_000, toMs: 13_000 });
});
