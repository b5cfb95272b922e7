/** Handles on the marks of the timeline: what one did can be dragged to another time, or moved and removed by keys. */
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import type { MarkHandlesProps } from '../charts/Timeline.tsx';
import { timeWords } from '../i18n/time/index.ts';
import { useWords } from '../i18n/Words.tsx';
import { clampToRun } from '../player/createPlayer.ts';
import { describeAction } from '../player/describeAction.ts';
import { useBranching, usePlayerState } from '../player/hooks.ts';
import { idOfChange, moveIntervention, removeIntervention } from './edits.ts';
import css from './time.module.css';

const STEP_MS = 100;
const LONG_STEP_MS = 1000;
/** Dragging leads to round times. */
const GRAIN_MS = 50;
/** Less than this is a press, not a drag. */
const SLOP_PX = 3;

export function MarkHandles({ interventions, toPx, toMs }: MarkHandlesProps) {
  const words = useWords();
  const t = timeWords[words.locale];
  const branching = useBranching();
  const stores = usePlayerState((s) => s.view.store.nodes.length);
  const root = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<{ index: number; fromPx: number; toMs: number; moved: boolean } | null>(
    null,
  );

  const wasDragged = useRef(false);
  const move = (index: number, atMs: number) => {
    const toMs = clampToRun(atMs);
    const moved = moveIntervention(interventions, index, toMs);
    branching.edit(moved);
    // It may have passed others; the focus goes with it.
    const now = moved.findIndex((x) => x.atMs === toMs && x.do === interventions[index].do);
    requestAnimationFrame(() => root.current?.querySelectorAll('button')[now]?.focus());
  };
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const step = event.shiftKey ? LONG_STEP_MS : STEP_MS;
    const by = { ArrowLeft: -step, ArrowDown: -step, ArrowRight: step, ArrowUp: step }[event.key];
    if (by !== undefined) move(index, interventions[index].atMs + by);
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      branching.branchOff(removeIntervention(interventions, index), interventions[index].atMs);
      // The scrubber is the next thing of the same kind.
      (root.current?.previousElementSibling as HTMLElement | null)?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onPointerMove = (event: PointerEvent) => {
    if (drag === null) return;
    const px = event.clientX - (root.current?.getBoundingClientRect().left ?? 0);
    const moved = drag.moved || Math.abs(px - drag.fromPx) > SLOP_PX;
    setDrag({ ...drag, moved, toMs: clampToRun(Math.round(toMs(px) / GRAIN_MS) * GRAIN_MS) });
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
        const what = describeAction({ ...words, stores }, t, intervention);
        return (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: two may be the same but for their place
            key={index}
            type="button"
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
