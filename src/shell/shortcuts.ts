/**
 * Keys: Space plays and pauses, the arrows step. They work when nothing that has keys of its own is in
 * use, never in the middle of composing Hangul, and take a key only when they act on it.
 */
import { tinykeys } from 'tinykeys';
import type { Player } from '../player/createPlayer.ts';

export interface StepKeys {
  next(): void;
  previous(): void;
}

/** @returns a function that takes the keys off again. */
export function listenToKeys(
  target: Window | HTMLElement,
  player: Player,
  steps: StepKeys | null,
): () => void {
  const when = (act: () => void) => (event: KeyboardEvent) => {
    if (event.isComposing || event.defaultPrevented || hasKeysOfItsOwn(event.target)) return;
    event.preventDefault();
    act();
  };
  const next = when(() => (steps ? steps.next() : player.stepForward()));
  const previous = when(() => (steps ? steps.previous() : player.stepBack()));
  return tinykeys(target, {
    Space: when(() => (player.store.getState().playing ? player.pause() : player.play())),
    ArrowRight: next,
    ArrowLeft: previous,
    ...(steps && { PageDown: next, PageUp: previous }),
    'Alt+KeyK': when(() => (player.store.getState().playing ? player.pause() : player.play())),
  });
}

/** Fields, lists and buttons use Space and arrows themselves. */
function hasKeysOfItsOwn(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, select, textarea, button, summary, a, [role=slider], [role=menu], dialog') !== null
  );
}
