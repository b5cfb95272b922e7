/** Where stories lead the playhead, and the way back to where it was before. */
import { useCallback, useRef, useState } from 'react';
import { usePlayer, usePlayerState } from '../player/hooks.ts';
import { momentAt } from '../timeline/moment.ts';

export interface Trip {
  /** Where the playhead was before the story moved it; null when it did not. Simulated milliseconds. */
  homeMs: number | null;
  /** Where the story moved it last; NaN when nowhere. */
  wentMs: number;
}

const NOWHERE: Trip = { homeMs: null, wentMs: Number.NaN };

export function useWayBack() {
  const player = usePlayer();
  const [trip, setTrip] = useState(NOWHERE);
  const pressed = useRef<HTMLElement | null>(null);
  const leaveFor = useCallback(
    (atMs: number) => {
      const { wantedMs, view } = player.store.getState();
      const nowMs = wantedMs ?? view.nowMs;
      // Whoever went on from there by themselves may want to come back to where that was.
      setTrip(({ homeMs, wentMs }) => ({
        homeMs: homeMs !== null && nowMs === wentMs ? homeMs : nowMs,
        wentMs: momentAt(atMs),
      }));
    },
    [player],
  );
  const go = useCallback(
    (atMs: number, from: HTMLElement) => {
      player.pause();
      leaveFor(atMs);
      player.seek(atMs);
      pressed.current = from;
    },
    [player, leaveFor],
  );
  const { homeMs } = trip;
  const isAway = usePlayerState((s) => homeMs !== null && s.view.nowMs !== homeMs);
  /** Returns what led away from there, if it is still there. */
  const goBack = (): HTMLElement | null => {
    if (homeMs !== null) {
      player.pause();
      player.seek(homeMs);
    }
    setTrip(NOWHERE);
    return pressed.current?.isConnected ? pressed.current : null;
  };
  return { trip, isAway, go, leaveFor, goBack };
}
