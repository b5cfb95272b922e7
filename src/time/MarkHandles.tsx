/** Handles on the marks of the timeline: what one did can be dragged to another time, or moved and removed by keys. */
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import type { Plot } from '../charts/Timeline.tsx';
import { type PlacedMark, useMarks } from '../charts/useMarks.tsx';
import { timeWords } from '../i18n/time/index.ts';
import { useWords } from '../i18n/Words.tsx';
import { idOfChange, idOfMark } from '../player/changeIds.ts';
import { clampToRun } from '../player/createPlayer.ts';
import { describeAction } from '../player/describeAction.ts';
import { useBranching, usePlayer, usePlayerState } from '../player/hooks.ts';
import { keyStepMs, revealed, widthMs } from '../player/timeWindow.ts';
import { moveIntervention, removeIntervention } from './edits.ts';
import css from './time.module.css';

const STEP_MS = 100;
/** Dragging leads to round times, as round as the screen can tell apart. */
const GRAINS_MS = [50, 10, 1];
/** Less than this is a press, not a drag. */
const SLOP_PX = 3;
/** Of a flag, with what it is gripped by, and between two. */
const PADDING_PX = 21;

export function MarkHandles(plot: Plot) {
  const { root: slider, shown, wholeMs, leftPx, topPx, widthPx, heightPx } = plot;
  const words = useWords();
  const t = timeWords[words.locale];
  const player = usePlayer();
  const branching = useBranching();
  const interventions = usePlayerState((s) => s.run.interventions);
  const stores = usePlayerState((s) => s.view.store.nodes.length);
  const root = useRef<HTMLDivElement>(null);
  const marks = useMarks(plot, PADDING_PX);
  const middlePx = leftPx + widthPx / 2;
  const [drag, setDrag] = useState<{ index: number; fromPx: number; toMs: number; moved: boolean } | null>(
    null,
  );

  const msPerPx = widthMs(shown) / widthPx;
  const toPx = (ms: number) => leftPx + (ms - shown.fromMs) / msPerPx;
  const grain = GRAINS_MS.find((ms) => ms <= 3 * msPerPx) ?? 1;
  const toMs = (px: number) => Math.round((shown.fromMs + (px - leftPx) * msPerPx) / grain) * grain;
  const step = Math.min(STEP_MS, keyStepMs(widthMs(shown)));

  const wasDragged = useRef(false);
  const move = (index: number, atMs: number) => {
    const toMs = clampToRun(atMs);
    const moved = moveIntervention(interventions, index, toMs);
    branching.edit(moved);
    const what = describeAction({ ...words, stores }, t, interventions[index]);
    player.store.setState({ said: t.changes.moved({ what, at: toMs }) });
    // It may have passed others; the focus goes with it.
    const now = moved.findIndex((x) => x.atMs === toMs && x.do === interventions[index].do);
    const { window } = player.store.getState();
    if (window) player.store.setState({ window: { ...window, ...revealed(window, wholeMs, toMs) } });
    requestAnimationFrame(() => document.getElementById(idOfMark(now))?.focus());
  };
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const far = event.shiftKey ? 10 * step : step;
    const by = { ArrowLeft: -far, ArrowDown: -far, ArrowRight: far, ArrowUp: far }[event.key];
    if (by !== undefined) move(index, interventions[index].atMs + by);
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      branching.branchOff(removeIntervention(interventions, index), interventions[index].atMs);
      // The scrubber is the next thing of the same kind.
      slider.current?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onPointerMove = (event: PointerEvent) => {
    if (drag === null) return;
    const px = event.clientX - (root.current?.getBoundingClientRect().left ?? 0);
    const moved = drag.moved || Math.abs(px - drag.fromPx) > SLOP_PX;
    setDrag({ ...drag, moved, toMs: clampToRun(toMs(px)) });
  };
  const settle = () => {
    wasDragged.current = drag?.moved ?? false;
    if (drag?.moved) move(drag.index, drag.toMs);
    setDrag(null);
  };
  return (
    <div ref={root} className={css.handles}>
      {marks.map((mark, i) => {
        const { key: index } = mark;
        const intervention = interventions[index];
        const isDragged = drag?.index === index && drag.moved;
        const atMs = isDragged ? drag.toMs : intervention.atMs;
        const x = isDragged ? toPx(atMs) : mark.x;
        const { left, right } = reachOf(marks, i);
        const what = describeAction({ ...words, stores }, t, intervention);
        return (
          <button
            key={index}
            type="button"
            id={idOfMark(index)}
            className={css.handle}
            style={{ left: x - left, width: left + right }}
            title={t.changes.mark({ what, at: atMs })}
            onClick={() => {
              // A press leads to where it can be given a time, or be removed.
              if (!wasDragged.current) document.getElementById(idOfChange(index))?.focus();
              wasDragged.current = false;
            }}
            aria-label={t.changes.mark({ what, at: atMs })}
            data-dragged={isDragged}
            onKeyDown={(event) => onKeyDown(event, index)}
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId);
              const from = root.current?.getBoundingClientRect().left ?? 0;
              setDrag({ index, fromPx: event.clientX - from, toMs: intervention.atMs, moved: false });
            }}
            onPointerMove={onPointerMove}
            onPointerUp={settle}
            onPointerCancel={() => setDrag(null)}
          >
            <i
              className={css.pole}
              style={{ left, top: mark.topPx, height: isDragged ? mark.stemPx + heightPx : mark.stemPx }}
            />
            {mark.text === '' ? (
              <span className={css.knob} style={{ left, top: topPx + 4 }} />
            ) : (
              <span className={css.flag} style={{ left: left + mark.leftPx - mark.x, top: mark.topPx }}>
                {mark.text}
              </span>
            )}
            <span
              className={css.words}
              style={{ top: mark.topPx, ...(x > middlePx ? { right } : { left }) }}
              data-side={x > middlePx ? 'left' : 'right'}
            >
              {words.f.clock(atMs)} {what}
            </span>
          </button>
        );
      })}
    </div>
  );
}

/** What can be grabbed reaches so far on each side of a mark, and no further than half of the way to the next one. */
const REACH_PX = 22;

function reachOf(marks: readonly PlacedMark[], i: number): { left: number; right: number } {
  const half = (gap: number) => Math.min(REACH_PX, gap / 2);
  const { x } = marks[i];
  return {
    left: half(i === 0 ? Number.POSITIVE_INFINITY : x - marks[i - 1].x),
    right: half(i === marks.length - 1 ? Number.POSITIVE_INFINITY : marks[i + 1].x - x),
  };
}
