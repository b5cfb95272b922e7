/** Handles on the marks of the timeline: what one did can be dragged to another time, or moved and removed by keys. */
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import type { Plot } from '../charts/Timeline.tsx';
import { timeWords } from '../i18n/time/index.ts';
import { useWords } from '../i18n/Words.tsx';
import { clampToRun } from '../player/createPlayer.ts';
import { describeAction } from '../player/describeAction.ts';
import { useBranching, usePlayer, usePlayerState } from '../player/hooks.ts';
import { holds, keyStepMs, revealed, widthMs } from '../player/timeWindow.ts';
import { idOfChange, moveIntervention, removeIntervention } from './edits.ts';
import css from './time.module.css';

const STEP_MS = 100;
/** Dragging leads to round times, as round as the screen can tell apart. */
const GRAINS_MS = [50, 10, 1];
/** Less than this is a press, not a drag. */
const SLOP_PX = 3;

export function MarkHandles({ root: slider, shown, wholeMs, leftPx, widthPx }: Plot) {
  const words = useWords();
  const t = timeWords[words.locale];
  const player = usePlayer();
  const branching = useBranching();
  const interventions = usePlayerState((s) => s.run.interventions);
  const stores = usePlayerState((s) => s.view.store.nodes.length);
  const root = useRef<HTMLDivElement>(null);
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
    // It may have passed others; the focus goes with it.
    const now = moved.findIndex((x) => x.atMs === toMs && x.do === interventions[index].do);
    const { window } = player.store.getState();
    if (window) player.store.setState({ window: { ...window, ...revealed(window, wholeMs, toMs) } });
    requestAnimationFrame(() => root.current?.querySelector<HTMLElement>(`[data-index="${now}"]`)?.focus());
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
      {interventions.map((intervention, index) => {
        const atMs = drag?.index === index && drag.moved ? drag.toMs : intervention.atMs;
        if (!holds(shown, atMs)) return null;
        const what = describeAction({ ...words, stores }, t, intervention);
        return (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: two may be the same but for their place
            key={index}
            type="button"
            data-index={index}
            className={css.handle}
            style={{ left: toPx(atMs) }}
            title={t.changes.mark({ what, at: atMs })}
            onClick={() => {
              // A press leads to where it can be given a time, or be removed.
              if (!wasDragged.current) document.getElementById(idOfChange(index))?.focus();
              wasDragged.current = false;
            }}
            aria-label={t.changes.mark({ what, at: atMs })}
            data-dragged={drag?.index === index && drag.moved}
            onKeyDown={(event) => onKeyDown(event, index)}
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId);
              const left = root.current?.getBoundingClientRect().left ?? 0;
              setDrag({ index, fromPx: event.clientX - left, toMs: intervention.atMs, moved: false });
            }}
            onPointerMove={onPointerMove}
            onPointerUp={settle}
            onPointerCancel={() => setDrag(null)}
          >
            {drag?.index === index && drag.moved && (
              <span>
                {words.f.clock(atMs)} {what}
              </span>
            )}
          </button>
        );
      })}
    </div>
  );
}
