/** The part that is shown goes with the playhead, unless the visitor looks elsewhere. */
import { type RefObject, useEffect, useRef } from 'react';
import { usePlayer, usePlayerState } from '../../player/hooks.ts';
import { isInPage, revealed, turned } from '../../player/timeWindow.ts';

/** @param dragging the playhead is in somebody's hand, who sees to it */
export function useFollow(wholeMs: number, dragging: RefObject<boolean>): void {
  const player = usePlayer();
  const nowMs = usePlayerState((s) => s.wantedMs ?? s.view.nowMs);
  const playing = usePlayerState((s) => s.playing);
  const was = useRef({ nowMs, playing });
  useEffect(() => {
    const before = was.current;
    was.current = { nowMs, playing };
    const { window: part, backwards } = player.store.getState();
    if (part === null || dragging.current || nowMs === before.nowMs) return;
    // Whoever paused a run that they did not follow still looks elsewhere.
    if (!playing && before.playing && part.away) return;
    const inPage = playing && isInPage(part, nowMs, backwards);
    if (playing && part.away && !inPage) return;
    const next = playing ? turned(part, wholeMs, nowMs, backwards) : revealed(part, wholeMs, nowMs);
    if (next !== part || part.away) player.store.setState({ window: { ...next, away: false } });
  }, [player, nowMs, playing, wholeMs, dragging]);
}
