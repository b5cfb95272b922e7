/** Zooming and panning by wheel, and by two fingers on a pad that is one. */
import { useEffect, useRef } from 'react';
import { usePlayer } from '../../player/hooks.ts';
import { panned, widthMs, zoomed } from '../../player/timeWindow.ts';
import type { Plot } from '../Timeline.tsx';
import { showPart } from './showPart.ts';

/** A line and a page of wheels that do not count in px. */
const UNIT_PX = [1, 16, 400];
/** So many px of the wheel are twice as close. A pad sends many small steps, a wheel few large ones. */
const DOUBLE_PX = 60;
/** One step of a wheel is no more than half of that. */
const MOST_AT_ONCE = 0.5;

export function useWheel(plot: Plot): void {
  const player = usePlayer();
  const latest = useRef(plot);
  latest.current = plot;
  const { root } = plot;
  useEffect(() => {
    const room = root.current?.parentElement;
    if (!room) return;
    const onWheel = (event: WheelEvent) => {
      const { leftPx, widthPx, shown, wholeMs } = latest.current;
      const inOverview = event.target instanceof Element && event.target.closest('[data-pans]') !== null;
      const unit = UNIT_PX[event.deltaMode] ?? 1;
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        const doublings = (-event.deltaY * unit) / DOUBLE_PX;
        const factor = 2 ** Math.max(-MOST_AT_ONCE, Math.min(MOST_AT_ONCE, doublings));
        const px = event.clientX - room.getBoundingClientRect().left - leftPx;
        // On the overview no time of the window is under the pointer.
        const share = inOverview ? 0.5 : Math.max(0, Math.min(1, px / widthPx));
        const aroundMs = shown.fromMs + share * widthMs(shown);
        showPart(player, zoomed(shown, wholeMs, factor, aroundMs), wholeMs);
        return;
      }
      if (player.store.getState().window === null) return;
      // The overview pans by any wheel, the timeline by a sideways one: the page around must scroll as ever.
      const { deltaX, deltaY } = event;
      const sideways = event.shiftKey || Math.abs(deltaX) > Math.abs(deltaY);
      if (!sideways && !inOverview) return;
      event.preventDefault();
      const px = (Math.abs(deltaX) > Math.abs(deltaY) ? deltaX : deltaY) * unit;
      showPart(player, panned(shown, wholeMs, (px / widthPx) * widthMs(shown)), wholeMs);
    };
    // Not passive: what zooms here must not zoom the page.
    room.addEventListener('wheel', onWheel, { passive: false });
    return () => room.removeEventListener('wheel', onWheel);
  }, [root, player]);
}
