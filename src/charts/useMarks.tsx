/** The marks of what was done, in the part of the run that is shown, with their labels. */
import { useWords } from '../i18n/Words.tsx';
import { usePlayerState } from '../player/hooks.ts';
import { shortAction } from '../player/shortAction.ts';
import { holds, widthMs } from '../player/timeWindow.ts';
import { type Mark, placeMarks } from './marks.ts';
import type { Plot } from './Timeline.tsx';

/** Height of a row of labels. */
const ROW_PX = 17;

export interface PlacedMark extends Mark {
  /** Top of its label, and how far that is above the plot, in px. */
  topPx: number;
  stemPx: number;
}

/** The key of a mark is the number of its intervention. Places are those in the timeline. */
export function useMarks({ shown, leftPx, topPx, widthPx }: Plot, paddingPx: number): PlacedMark[] {
  const words = useWords();
  const interventions = usePlayerState((s) => s.run.interventions);
  const marks = interventions
    .map((done, key) => ({ done, key }))
    .filter(({ done }) => holds(shown, done.atMs))
    .map(({ done, key }) => ({
      key,
      x: leftPx + ((done.atMs - shown.fromMs) / widthMs(shown)) * widthPx,
      text: shortAction(words, done),
    }));
  return placeMarks(marks, 2 * leftPx + widthPx, paddingPx).map((mark) => {
    const stemPx = ROW_PX * (mark.row + 1);
    return { ...mark, topPx: topPx - stemPx, stemPx };
  });
}
