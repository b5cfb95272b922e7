/** Keys of those who zoom, on the timeline and on the overview: + closer, − further, 0 the whole run. */
import { useEffect } from 'react';
import { timeWords } from '../../i18n/time/index.ts';
import { useWords } from '../../i18n/Words.tsx';
import { useInspect, usePlayer } from '../../player/hooks.ts';
import { holds, keyStepMs, type TimeSpan, widthMs, ZOOM_STEP, zoomed } from '../../player/timeWindow.ts';
import { stretchAt } from '../stretchAt.ts';
import type { Plot } from '../Timeline.tsx';
import { showPart, showWhole } from './showPart.ts';

export type ZoomBy = 'in' | 'out' | 'whole';

/** Zooms around the playhead, or, when that is out of sight, around the middle, and says what is shown then. */
export function useZoomBy(shown: TimeSpan, wholeMs: number): (by: ZoomBy) => void {
  const player = usePlayer();
  const t = timeWords[useWords().locale].zoom;
  return (by) => {
    if (by === 'whole') showWhole(player);
    else {
      const { nowMs } = player.timeline;
      const aroundMs = holds(shown, nowMs) ? nowMs : (shown.fromMs + shown.toMs) / 2;
      showPart(player, zoomed(shown, wholeMs, by === 'in' ? ZOOM_STEP : 1 / ZOOM_STEP, aroundMs), wholeMs);
    }
    const { window } = player.store.getState();
    player.store.setState({ said: window ? t.part({ from: window.fromMs, to: window.toMs }) : t.whole });
  };
}

/** What a key asks for; null when it is not about zooming. */
export function zoomKey({
  key,
  ctrlKey,
  metaKey,
  altKey,
}: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): ZoomBy | null {
  // With those the browser makes everything larger.
  if (ctrlKey || metaKey || altKey) return null;
  const by: Record<string, ZoomBy> = { '+': 'in', '=': 'in', '-': 'out', _: 'out', '−': 'out', '0': 'whole' };
  return by[key] ?? null;
}

export function useZoomKeys({ root, shown, wholeMs }: Plot): void {
  const player = usePlayer();
  const inspect = useInspect();
  const zoomBy = useZoomBy(shown, wholeMs);
  useEffect(() => {
    const slider = root.current;
    if (slider === null) return;
    /** Before the slider's own keys, which know of seconds only. */
    const onKeyDown = (event: KeyboardEvent) => {
      const by = zoomKey(event);
      const { window, wantedMs } = player.store.getState();
      const hereMs = wantedMs ?? player.timeline.nowMs;
      if (by !== null) zoomBy(by);
      else if (event.key === 'Enter' && inspect) inspect(stretchAt(player.timeline, hereMs));
      else if (window !== null && !event.ctrlKey && !event.metaKey && !event.altKey) {
        const step = keyStepMs(widthMs(shown)) * (event.shiftKey ? 10 : 1);
        const far = 10 * keyStepMs(widthMs(shown));
        const byMs = {
          ArrowRight: step,
          ArrowUp: step,
          ArrowLeft: -step,
          ArrowDown: -step,
          PageUp: far,
          PageDown: -far,
        }[event.key];
        if (byMs === undefined) return;
        player.seek(Math.round(hereMs + byMs));
      } else return;
      event.preventDefault();
      event.stopPropagation();
    };
    slider.addEventListener('keydown', onKeyDown);
    return () => slider.removeEventListener('keydown', onKeyDown);
  });
}
