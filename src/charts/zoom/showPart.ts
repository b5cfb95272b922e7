/** The visitor wants to see a part of the run, or all of it. */
import type { Player } from '../../player/createPlayer.ts';
import { holds, isInPage, isWhole, type TimeSpan, within } from '../../player/timeWindow.ts';

export function showPart(player: Player, span: TimeSpan, wholeMs: number): void {
  const { playing, backwards, view } = player.store.getState();
  const shown = within(span, wholeMs);
  if (isWhole(shown, wholeMs)) {
    showWhole(player);
    return;
  }
  const away = playing ? !isInPage(shown, view.nowMs, backwards) : !holds(shown, view.nowMs);
  player.store.setState({ window: { ...shown, away } });
}

export function showWhole(player: Player): void {
  if (player.store.getState().window !== null) player.store.setState({ window: null });
}
