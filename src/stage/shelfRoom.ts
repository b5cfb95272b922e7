/** How many records of sessions a server's card has room for. Pure arithmetic, of the sizes that the style gives. */
import type { Box, CardSize } from './layoutParts.ts';

/** A record with the gap to the next one, beside and below it. */
export const RECORD_PX = 26;
const ROW_PX = 24;
/** What else there is on the line of the records: frame and shelf; on the lowest cards name and button, too. */
const BESIDE_FULL_PX = 54;
const BESIDE_FULL_STANDING_PX = 32;
const BESIDE_SMALL_PX = 40;
const BESIDE_TINY_PX = 134;
const BESIDE_TINY_LETTER_PX = 70;
/** What else there is above and below the records, numbers on them too. */
const AROUND_SMALL_PX = 40;
const AROUND_FULL_PX = 83;
const AROUND_STANDING_PX = 68;
/** The line that says what is kept. */
export const LABEL_PX = 20;
/** Lower small cards have no line that says what is kept. */
const LABEL_ON_SMALL_FROM_PX = 92;
/** Narrower cards have only the letter of their server. */
const NAME_FROM_PX = 170;
const NAME_ON_FULL_FROM_PX = 150;
/** Where a state is told beside the name, both need room. */
const NAME_AND_STATE_FROM_PX = 230;
const STATE_ON_TINY_PX = 44;

export interface ShelfRoom {
  rows: number;
  perRow: number;
  /** Is there room for the name, or only for the letter? */
  named: boolean;
}

/**
 * @param wide does the stage lie?
 * @param labelled is there a line that says what is kept?
 * @param tells is there a state to be told? Where the stage stands it has a line of its own
 */
export function shelfRoom(
  size: CardSize,
  wide: boolean,
  { w, h }: Pick<Box, 'w' | 'h'>,
  labelled: boolean,
  tells: boolean,
): ShelfRoom {
  const nameFromPx = tells ? NAME_AND_STATE_FROM_PX : NAME_FROM_PX;
  const named = w >= (size === 'full' ? NAME_ON_FULL_FROM_PX : nameFromPx);
  const standing = AROUND_STANDING_PX + (labelled ? LABEL_PX : 0) + (tells ? ROW_PX : 0);
  const [around, beside] = {
    full: wide ? [AROUND_FULL_PX, BESIDE_FULL_PX] : [standing, BESIDE_FULL_STANDING_PX],
    small: [AROUND_SMALL_PX + (labelled ? LABEL_PX : 0), BESIDE_SMALL_PX],
    tiny: [h, (named ? BESIDE_TINY_PX : BESIDE_TINY_LETTER_PX) + (tells ? STATE_ON_TINY_PX : 0)],
  }[size];
  return {
    named,
    rows: Math.max(1, Math.floor((h - around) / ROW_PX)),
    perRow: Math.max(0, Math.floor((w - beside) / RECORD_PX)),
  };
}

/** Does a card that is not full have a line that says what is kept all the same? */
export const hasLabelRoom = (size: CardSize, wide: boolean, { w, h }: Pick<Box, 'w' | 'h'>): boolean =>
  size === 'small' && wide && h >= LABEL_ON_SMALL_FROM_PX && w >= NAME_FROM_PX;

/** Of so many records, those that are drawn where there are so many places; the number of the others takes some of these. */
export const recordsShown = (count: number, places: number): number =>
  count <= places ? count : Math.max(0, places - (count > 99 ? 2 : 1));
