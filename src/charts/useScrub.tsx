/** A chart over time is a slider as well: press or drag to move the playhead, or use the keys. */
import { type HTMLAttributes, type KeyboardEvent, type PointerEvent, type RefObject, useRef } from 'react';
import { usePlayer } from '../player/hooks.ts';
import type { TimeSpan } from '../player/timeWindow.ts';

/** A finger that moved further sideways than this drags the playhead. */
const TOUCH_SLOP_PX = 8;

export interface TimeScale {
  shown: TimeSpan;
  /** From the edge of the element to where what is shown begins, and how wide that is. */
  leftPx: number;
  widthPx: number;
  nowMs: number;
  frontierMs: number;
}

/** What a slider over time listens to. */
export function useScrub(
  root: RefObject<HTMLElement | null>,
  { shown: { fromMs, toMs }, leftPx, widthPx, nowMs, frontierMs }: TimeScale,
): HTMLAttributes<HTMLElement> {
  const player = usePlayer();
  /** A finger on the chart: it may only want to scroll the page, until it moves sideways or is lifted. */
  const touch = useRef<{ x: number; dragging: boolean } | null>(null);

  const seekTo = (event: PointerEvent) => {
    const left = (root.current?.getBoundingClientRect().left ?? 0) + leftPx;
    const ms = fromMs + ((event.clientX - left) / widthPx) * (toMs - fromMs);
    player.seek(Math.round(Math.max(fromMs, Math.min(toMs, ms))));
  };
  return {
    onKeyDown(event: KeyboardEvent) {
      const step = event.shiftKey ? 10_000 : 1000;
      // Where the playhead is going, if it takes a while to get there.
      const hereMs = player.store.getState().wantedMs ?? nowMs;
      const to = {
        ArrowRight: hereMs + step,
        ArrowUp: hereMs + step,
        ArrowLeft: hereMs - step,
        ArrowDown: hereMs - step,
        PageUp: hereMs + 10_000,
        PageDown: hereMs - 10_000,
        Home: 0,
        End: frontierMs,
      }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      player.seek(to);
    },
    onPointerDown(event) {
      touch.current = event.pointerType === 'touch' ? { x: event.clientX, dragging: false } : null;
      if (touch.current !== null) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      seekTo(event);
    },
    onPointerMove(event) {
      const finger = touch.current;
      if (finger !== null && Math.abs(event.clientX - finger.x) > TOUCH_SLOP_PX) finger.dragging = true;
      if (finger?.dragging || event.currentTarget.hasPointerCapture(event.pointerId)) seekTo(event);
    },
    onPointerUp(event) {
      if (touch.current !== null && !touch.current.dragging) seekTo(event);
      touch.current = null;
    },
    onPointerCancel() {
      touch.current = null;
    },
  };
}
