import { useState } from 'react';
import { usePlayerState } from '../player/hooks.ts';
import { useLook } from './look.tsx';

/**
 * The moment that stories reach up to: where the playhead stands still, or stood last. Whoever goes to an earlier moment
 * from a story keeps all of it.
 */
export function useStandstill(): number {
  const { homeMs, wentMs } = useLook().trip;
  const nowMs = usePlayerState((s) => s.wantedMs ?? s.view.nowMs);
  const playing = usePlayerState((s) => s.playing);
  const [atMs, setAtMs] = useState(nowMs);
  const untilMs = homeMs !== null && nowMs === wentMs ? Math.max(homeMs, nowMs) : nowMs;
  if (!playing && atMs !== untilMs) setAtMs(untilMs);
  return playing ? atMs : untilMs;
}
