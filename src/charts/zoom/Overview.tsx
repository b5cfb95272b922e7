/** The whole run, thin, below the part that is shown; a window on it can be dragged, widened and moved by keys. */
import { type KeyboardEvent, type PointerEvent, useMemo, useRef } from 'react';
import { timeWords } from '../../i18n/time/index.ts';
import { useWords } from '../../i18n/Words.tsx';
import { usePlayer, usePlayerState } from '../../player/hooks.ts';
import { centred, holds, panned, stretched, type TimeSpan, widthMs } from '../../player/timeWindow.ts';
import chartCss from '../charts.module.css';
import { outcomePaths, outcomesUntil } from '../outcomes.ts';
import type { Plot } from '../Timeline.tsx';
import { useSize } from '../useSize.tsx';
import { showPart } from './showPart.ts';
import { useZoomBy, zoomKey } from './useZoomKeys.tsx';
import css from './zoom.module.css';

const HEIGHT_PX = 24;
/** The window is never drawn narrower, however close one looks. */
const LEAST_PX = 8;
/** Only a wider one has edges to take hold of. */
const EDGES_FROM_PX = 36;

export function Overview({ shown, wholeMs }: Plot) {
  const words = useWords();
  const t = timeWords[words.locale].zoom;
  const player = usePlayer();
  const room = useRef<HTMLDivElement>(null);
  const { widthPx } = useSize(room);
  const nowMs = usePlayerState((s) => s.view.nowMs);
  const frontierMs = usePlayerState((s) => s.view.frontierMs);
  const revision = usePlayerState((s) => s.revision);
  const interventions = usePlayerState((s) => s.run.interventions);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `revision` says when the past has changed
  const paths = useMemo(
    () =>
      outcomePaths(outcomesUntil(player.timeline.history, wholeMs, frontierMs), wholeMs, widthPx, HEIGHT_PX),
    [player, wholeMs, widthPx, frontierMs, revision],
  );
  const x = (ms: number) => (ms / wholeMs) * widthPx;
  const zoomBy = useZoomBy(shown, wholeMs);
  const drag = useDrag({ shown, wholeMs, widthPx });

  const onKeyDown = (event: KeyboardEvent) => {
    const width = widthMs(shown);
    const byMs = {
      ArrowRight: width / 10,
      ArrowUp: width / 10,
      ArrowLeft: -width / 10,
      ArrowDown: -width / 10,
      PageUp: width,
      PageDown: -width,
      Home: -wholeMs,
      End: wholeMs,
    }[event.key];
    const by = zoomKey(event);
    if (by !== null) zoomBy(by);
    else if (byMs !== undefined) showPart(player, panned(shown, wholeMs, byMs), wholeMs);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const leftOf = x(shown.fromMs);
  const brushPx = Math.max(LEAST_PX, x(shown.toMs) - leftOf);
  const value = t.part({ from: shown.fromMs, to: shown.toMs });
  return (
    <div
      ref={room}
      className={css.overview}
      style={{ height: HEIGHT_PX }}
      data-pans
      onPointerDown={(event) => drag.begin(event, 'outside')}
      onPointerMove={drag.move}
      onPointerUp={drag.end}
      onPointerCancel={drag.end}
    >
      <svg width={widthPx} height={HEIGHT_PX} aria-hidden="true">
        <path className={chartCss.ok} d={paths.ok} />
        <path className={chartCss.refused} d={paths.refused} />
        <path className={chartCss.failed} d={paths.failed} />
        <path
          className={css.overviewMarks}
          d={interventions.map((i) => `M${Math.round(x(i.atMs))} 0V${HEIGHT_PX}`).join('')}
        />
        <path className={css.overviewNow} d={`M${x(nowMs)} 0V${HEIGHT_PX}`} />
      </svg>
      <div
        className={css.brush}
        style={{ left: Math.min(leftOf, widthPx - brushPx), width: brushPx }}
        role="slider"
        tabIndex={0}
        aria-label={t.visible}
        aria-description={t.visibleHelp}
        aria-valuemin={0}
        aria-valuemax={Math.round(wholeMs - widthMs(shown))}
        aria-valuenow={Math.round(shown.fromMs)}
        aria-valuetext={holds(shown, nowMs) ? value : `${value}, ${t.withoutPlayhead}`}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => drag.begin(event, 'window')}
      >
        {brushPx >= EDGES_FROM_PX && (
          <>
            <span data-edge="from" onPointerDown={(event) => drag.begin(event, 'fromMs')} />
            <span data-edge="to" onPointerDown={(event) => drag.begin(event, 'toMs')} />
          </>
        )}
      </div>
    </div>
  );
}

type Held = 'outside' | 'window' | keyof TimeSpan;

function useDrag({ shown, wholeMs, widthPx }: { shown: TimeSpan; wholeMs: number; widthPx: number }) {
  const player = usePlayer();
  /** What was taken hold of, and how it was then: a drag that comes back changes nothing. */
  const held = useRef<{ what: Held; px: number; shown: TimeSpan } | null>(null);
  return {
    begin(event: PointerEvent<HTMLElement>, what: Held) {
      if (event.button !== 0) return;
      event.stopPropagation();
      const room = event.currentTarget.closest<HTMLElement>('[data-pans]');
      if (room === null) return;
      room.setPointerCapture(event.pointerId);
      let from = shown;
      if (what === 'outside') {
        const px = event.clientX - room.getBoundingClientRect().left;
        from = centred(shown, wholeMs, (px / widthPx) * wholeMs);
        showPart(player, from, wholeMs);
      }
      held.current = { what: what === 'outside' ? 'window' : what, px: event.clientX, shown: from };
    },
    move(event: PointerEvent) {
      if (held.current === null) return;
      const { what, px, shown: from } = held.current;
      const byMs = ((event.clientX - px) / widthPx) * wholeMs;
      const next =
        what === 'fromMs' || what === 'toMs'
          ? stretched(from, wholeMs, what, from[what] + byMs)
          : panned(from, wholeMs, byMs);
      showPart(player, next, wholeMs);
    },
    end() {
      held.current = null;
    },
  };
}
