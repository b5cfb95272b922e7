/**
 * Keys: Space plays and pauses, the arrows step. They work when nothing that has keys of its own is in
 * use, never in the middle of composing Hangul, and take a key only when they act on it.
 */
import { tinykeys } from 'tinykeys';
import type { Player } from '../player/createPlayer.ts';

export interface StepKeys {
  /** False when there is no further step. */
  next(): unknown;
  previous(): unknown;
}

/** @returns a function that takes the keys off again. */
export function listenToKeys(
  target: Window | HTMLElement,
  player: Player,
  steps: StepKeys | null,
): () => void {
  const when = (own: string, act: () => unknown) => (event: KeyboardEvent) => {
    if (event.isComposing || event.defaultPrevented) return;
    if (event.target instanceof Element && event.target.closest(own) !== null) return;
    // A key that led nowhere is left to the page around, which may scroll.
    if (act() !== false) event.preventDefault();
  };
  const playOrPause = () => (player.store.getState().playing ? player.pause() : player.play());
  const next = when(USES_ARROWS, () => (steps ? steps.next() : player.stepForward()));
  const previous = when(USES_ARROWS, () => (steps ? steps.previous() : player.stepBack()));
  return tinykeys(target, {
    Space: when(USES_SPACE, playOrPause),
    ArrowRight: next,
    ArrowLeft: previous,
    ...(steps && { PageDown: next, PageUp: previous }),
    'Alt+KeyK': when('dialog', playOrPause),
  });
}

/** What uses arrows and Page keys itself, and what uses Space. */
const USES_ARROWS = 'input, select, textarea, [role=slider], [role=menu], dialog';
const USES_SPACE = 'input, select, textarea, [role=menu], dialog, button, summary, a';
