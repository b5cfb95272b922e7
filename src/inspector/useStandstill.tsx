import { useState } from 'react';
import { usePlayerState } from '../player/hooks.ts';

/** The moment that stories reach up to: where the playhead stands still, or stood last. */
export function useStandstill(): number {
  const nowMs = usePlayerState((s) => s.view.nowMs);
  const playing = usePlayerState((s) => s.playing);
  const [atMs, setAtMs] = useState(nowMs);
  if (!playing && atMs !== nowMs) setAtMs(nowMs);
  return playing ? atMs : nowMs;
}
