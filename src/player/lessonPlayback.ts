/** Shows the steps of a lesson on a player: each is a moment of a run, reached the same way from anywhere. */
import type { Run } from '../engine/simulation.ts';
import type { Lesson } from '../lessons/lesson.ts';
import { SCENARIOS } from '../scenarios/library/index.ts';
import type { Player } from './createPlayer.ts';

/**
 * @param how `play` shows how the step comes about; `end` goes straight to its moment, as when stepping back,
 * when following a link, and when little shall move.
 */
export function showStep(player: Player, lesson: Lesson, index: number, how: 'play' | 'end'): void {
  const step = lesson.steps[index];
  player.setSpeed(step.speed);
  player.load(stepRun(lesson, index), how === 'play' ? step.fromMs : step.toMs);
  if (how === 'play') player.playUntil(step.toMs);
}

export function stepRun(lesson: Lesson, index: number): Run {
  const { scenario, seed, steps } = lesson;
  return { scenario: SCENARIOS[scenario], seed, interventions: steps[index].interventions };
}
