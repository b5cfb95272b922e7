/** Whatever moves and follows the part of the run that is shown: wheel, fingers, keys and the playhead. */
import { type RefObject, useEffect } from 'react';
import { usePlayer, usePlayerState } from '../../player/hooks.ts';
import type { Plot } from '../Timeline.tsx';
import { showPart } from './showPart.ts';
import { useFollow } from './useFollow.tsx';
import { usePinch } from './usePinch.tsx';
import { useWheel } from './useWheel.tsx';
import { useZoomKeys } from './useZoomKeys.tsx';

/** @param dragging the playhead is in somebody's hand, who sees to it that it is shown */
export function useZoom(plot: Plot, dragging: RefObject<boolean>): void {
  const player = usePlayer();
  const part = usePlayerState((s) => s.window);
  const { wholeMs } = plot;
  useEffect(() => {
    // Another future may be known less far. By more than a rounding.
    if (part !== null && part.toMs > wholeMs + 1) showPart(player, part, wholeMs);
  }, [player, part, wholeMs]);
  useWheel(plot);
  usePinch(plot);
  useZoomKeys(plot);
  useFollow(wholeMs, dragging);
}
