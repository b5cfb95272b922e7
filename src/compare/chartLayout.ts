/** Where the bands, names and scales of the timeline of all runs are, in CSS px, for a size. Pure arithmetic. */

export interface ChartLayout {
  /** Are the names of the bands beside them? Else they are above. */
  wide: boolean;
  /** From the edge to the first word, and to where the bands begin. */
  sidePx: number;
  leftPx: number;
  innerW: number;
  /** The top of each band, how high they are, and where the last one ends. */
  bandsPx: [number, number];
  bandH: number;
  bottomPx: number;
  /** The foot of the lowest row of names of what was done, and how far the next one is above it. */
  marksPx: number;
  markRowPx: number;
}

const WIDE_FROM_PX = 620;
const SIDE_PX = 12;
/** Room for names and scale on the left, and for the numbers of runs on the right. */
const NAMES_PX = 156;
const NUMBERS_PX = 40;
/** Rows for what was done, for the name of a band above it, and for times. */
const MARKS_PX = 17;
const MARK_ROW_PX = 11;
const NAME_PX = 14;
const TIMES_PX = 22;
const LEAST_BAND_PX = 14;

/** @param markRows rows of names of what was done */
export function layoutChart(widthPx: number, heightPx: number, markRows: number): ChartLayout {
  const wide = widthPx >= WIDE_FROM_PX;
  const leftPx = leftOf(widthPx);
  const marksPx = MARKS_PX + (markRows - 1) * MARK_ROW_PX;
  const top = marksPx + (wide ? 0 : NAME_PX);
  const gap = wide ? 10 : NAME_PX + 3;
  const bandH = Math.max(LEAST_BAND_PX, (heightPx - top - gap - TIMES_PX) / 2);
  return {
    wide,
    sidePx: SIDE_PX,
    leftPx,
    innerW: innerWidth(widthPx),
    bandsPx: [top, top + bandH + gap],
    bandH,
    bottomPx: top + 2 * bandH + gap,
    marksPx: marksPx - 6,
    markRowPx: MARK_ROW_PX,
  };
}

/** How wide the bands are. */
export const innerWidth = (widthPx: number): number => Math.max(60, widthPx - leftOf(widthPx) - NUMBERS_PX);

const leftOf = (widthPx: number): number => (widthPx >= WIDE_FROM_PX ? NAMES_PX : SIDE_PX);
