/**
 * Where did my login go? One run from one server to a shared store. Times are chosen so that each step
 * shows what its words say; `steps.test.ts` checks every claim with this seed.
 */
import type { Intervention } from '../../engine/intervention.ts';
import type { Lesson, Step } from '../lesson.ts';

const A = 0;
const B = 1;

/** Everything done in the story, in order. */
const STORY: readonly Intervention[] = [
  { atMs: 6000, do: 'restart-server', server: A, graceful: false },
  { atMs: 15_000, do: 'add-server' },
  { atMs: 21_000, do: 'set-strategy', strategy: 'sticky' },
  { atMs: 30_000, do: 'kill-server', server: A },
  { atMs: 40_000, do: 'restart-server', server: A, graceful: false },
  { atMs: 46_000, do: 'set-strategy', strategy: 'shared' },
  { atMs: 50_000, do: 'kill-server', server: B },
];

function step(id: string, fromMs: number, toMs: number, speed: number): Step {
  return { id, fromMs, toMs, speed, interventions: STORY.filter((i) => i.atMs <= toMs) };
}

export const whereDidMyLoginGo: Lesson = {
  id: 'where-did-my-login-go',
  scenario: 'one-server',
  seed: 7,
  steps: [
    step('oneServer', 0, 5900, 1 / 2),
    step('restart', 5900, 14_000, 1 / 2),
    step('twoServers', 14_000, 16_600, 1 / 4),
    step('refusal', 16_600, 20_900, 1 / 4),
    step('sticky', 20_900, 29_900, 1 / 2),
    step('death', 29_900, 36_000, 1 / 2),
    step('sharedStore', 45_900, 56_000, 1 / 2),
  ],
};
