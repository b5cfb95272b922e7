/** Labels on the marks of the timeline, where what was done is not to be moved. */
import css from './charts.module.css';
import type { Plot } from './Timeline.tsx';
import { useMarks } from './useMarks.tsx';

/** Of a label, and between two. */
const PADDING_PX = 12;

export function MarkLabels(plot: Plot) {
  return (
    <div className={css.marks} aria-hidden="true">
      {useMarks(plot, PADDING_PX).map(
        ({ key, x, leftPx, topPx, stemPx, text }) =>
          text && (
            <span key={key} className={css.label} style={{ left: leftPx, top: topPx }}>
              <i style={{ left: x - leftPx, height: stemPx }} />
              <b>{text}</b>
            </span>
          ),
      )}
    </div>
  );
}
