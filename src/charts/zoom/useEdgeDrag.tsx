/** Whoever drags the playhead over the edge of the part that is shown takes the part along, faster the further. */
import { type RefObject, useEffect, useRef } from 'react';
import { usePlayer } from '../../player/hooks.ts';
import { panned, widthMs } from '../../player/timeWindow.ts';
import type { Plot } from '../Timeline.tsx';
import { showPart } from './showPart.ts';

/** Of what is shown, in each frame, for each px over the edge; and at most. */
const SHARE_PER_PX = 1 / 4000;
const MOST_PER_FRAME = 1 / 30;

/** Returns whether the playhead is being dragged. */
export function useEdgeDrag(plot: Plot): RefObject<boolean> {
  const player = usePlayer();
  const latest = useRef(plot);
  latest.current = plot;
  const dragging = useRef(false);
  const { root } = plot;
  useEffect(() => {
    const slider = root.current;
    if (slider === null) return;
    let frame = 0;
    /** How far over the edge the pointer is, in px; negative on the left. */
    let overPx = 0;
    const go = () => {
      const { shown, wholeMs } = latest.current;
      if (player.store.getState().window === null) return;
      const share = Math.max(-MOST_PER_FRAME, Math.min(MOST_PER_FRAME, overPx * SHARE_PER_PX));
      const next = panned(shown, wholeMs, share * widthMs(shown));
      player.seek(Math.round(overPx > 0 ? next.toMs : next.fromMs));
      showPart(player, next, wholeMs);
      frame = requestAnimationFrame(go);
    };
    const stop = () => {
      cancelAnimationFrame(frame);
      frame = 0;
    };
    const onDown = (event: PointerEvent) => {
      dragging.current = event.button === 0;
    };
    const onMove = (event: PointerEvent) => {
      if (!dragging.current) return;
      const { leftPx, widthPx } = latest.current;
      const px = event.clientX - slider.getBoundingClientRect().left - leftPx;
      overPx = px < 0 ? px : Math.max(0, px - widthPx);
      if (overPx === 0 || player.store.getState().window === null) stop();
      else if (frame === 0) frame = requestAnimationFrame(go);
    };
    const onEnd = () => {
      dragging.current = false;
      stop();
    };
    slider.addEventListener('pointerdown', onDown);
    slider.addEventListener('pointermove', onMove);
    slider.addEventListener('pointerup', onEnd);
    slider.addEventListener('pointercancel', onEnd);
    return () => {
      stop();
      slider.removeEventListener('pointerdown', onDown);
      slider.removeEventListener('pointermove', onMove);
      slider.removeEventListener('pointerup', onEnd);
      slider.removeEventListener('pointercancel', onEnd);
    };
  }, [root, player]);
  return dragging;
}
