/** Two fingers on the timeline hold two times and take them along; one finger drags the playhead as ever. */
import { useEffect, useRef } from 'react';
import { usePlayer } from '../../player/hooks.ts';
import { pinched, widthMs } from '../../player/timeWindow.ts';
import type { Plot } from '../Timeline.tsx';
import { showPart } from './showPart.ts';

interface Finger {
  id: number;
  px: number;
  /** The time it holds. */
  ms: number;
}

export function usePinch(plot: Plot): void {
  const player = usePlayer();
  const latest = useRef(plot);
  latest.current = plot;
  const { root } = plot;
  useEffect(() => {
    const slider = root.current;
    const room = slider?.parentElement;
    if (!slider || !room) return;
    let fingers: Finger[] = [];
    /** From the second finger until the last one is lifted. */
    let pinching = false;
    const pxOf = (event: PointerEvent) =>
      event.clientX - room.getBoundingClientRect().left - latest.current.leftPx;
    const hold = (finger: Finger) => {
      const { shown, widthPx } = latest.current;
      finger.ms = shown.fromMs + (finger.px / widthPx) * widthMs(shown);
    };

    const onDown = (event: PointerEvent) => {
      if (event.pointerType !== 'touch') return;
      fingers = [
        ...fingers.filter((f) => f.id !== event.pointerId),
        { id: event.pointerId, px: pxOf(event), ms: 0 },
      ];
      if (fingers.length !== 2 && !pinching) return;
      event.stopPropagation();
      if (!pinching) slider.dispatchEvent(new PointerEvent('pointercancel', { bubbles: true }));
      pinching = true;
      for (const finger of fingers) hold(finger);
    };
    const onMove = (event: PointerEvent) => {
      const finger = fingers.find((f) => f.id === event.pointerId);
      if (!finger) return;
      finger.px = pxOf(event);
      if (!pinching) return;
      event.stopPropagation();
      if (fingers.length !== 2) return;
      const { widthPx, wholeMs } = latest.current;
      const [a, b] = fingers;
      showPart(player, pinched([a.ms, b.ms], [a.px, b.px], widthPx, wholeMs), wholeMs);
    };
    const onEnd = (event: PointerEvent) => {
      if (!fingers.some((f) => f.id === event.pointerId)) return;
      fingers = fingers.filter((f) => f.id !== event.pointerId);
      if (!pinching) return;
      event.stopPropagation();
      pinching = fingers.length > 0;
    };
    /** Two fingers never scroll the page from here. */
    const onTouch = (event: TouchEvent) => {
      if (event.touches.length > 1) event.preventDefault();
    };
    // Before anything in the timeline hears of it.
    const early = { capture: true };
    room.addEventListener('pointerdown', onDown, early);
    room.addEventListener('pointermove', onMove, early);
    room.addEventListener('pointerup', onEnd, early);
    room.addEventListener('pointercancel', onEnd, early);
    room.addEventListener('touchmove', onTouch, { passive: false });
    return () => {
      room.removeEventListener('pointerdown', onDown, early);
      room.removeEventListener('pointermove', onMove, early);
      room.removeEventListener('pointerup', onEnd, early);
      room.removeEventListener('pointercancel', onEnd, early);
      room.removeEventListener('touchmove', onTouch);
    };
  }, [root, player]);
}
