import { type Player, SPEEDS } from './createPlayer.ts';

/** Wall time in which one can follow a few hops. */
const SEEN_WALL_MS = 2500;

/**
 * Plays a short stretch so slowly that it can be seen, and not faster than before; afterwards the speed is what it was,
 * unless somebody chose another meanwhile. Simulated milliseconds.
 */
export function playSlowly(player: Player, fromMs: number, toMs: number): void {
  const { store } = player;
  const usual = store.getState().speed;
  const slow = SPEEDS.findLast((s) => s <= usual && (toMs - fromMs) / s >= SEEN_WALL_MS) ?? SPEEDS[0];
  player.setSpeed(slow);
  player.seek(fromMs);
  player.playUntil(toMs);
  const stop = store.subscribe(({ playing, speed }) => {
    if (playing && speed === slow) return;
    stop();
    if (speed === slow) player.setSpeed(usual);
  });
}
