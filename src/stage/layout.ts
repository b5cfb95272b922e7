/**
 * Where everything on the stage is, in CSS px, for a size and a number of things to show. Pure
 * arithmetic: it reads neither the page nor the moment.
 */
import type { Cast, StageLayout } from './layoutParts.ts';
import { layoutTall } from './layoutTall.ts';
import { layoutWide } from './layoutWide.ts';

export type { Box, CardSize, Cast, ServerPlace, StageLayout } from './layoutParts.ts';

/** Narrower stages go from top to bottom. */
export const WIDE_FROM_PX = 660;
/** The same where the height is given: little of that is easier to bear for a stage that lies. */
export const WIDE_IN_ROOM_FROM_PX = 460;
/** A CDN takes room that cards need for what is on them. */
const WIDE_WITH_CDN_FROM_PX = 472;

export interface Room {
  widthPx: number;
  heightPx: number;
  /** Is the height given? Else the stage is as high as it likes. */
  given: boolean;
}

/** The layout for a room: as high as that, or higher where that would be too little. */
export function layoutIn({ widthPx, heightPx, given }: Room, cast: Cast): StageLayout {
  const wideFromPx = given ? (cast.cdn ? WIDE_WITH_CDN_FROM_PX : WIDE_IN_ROOM_FROM_PX) : WIDE_FROM_PX;
  return widthPx >= wideFromPx ? layoutWide(widthPx, heightPx, cast) : layoutTall(widthPx, cast);
}
