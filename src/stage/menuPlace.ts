/** Where a menu opens, in px of the window: so that what it is about stays in sight, and nothing cuts it off. */

export interface Edges {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export interface MenuPlace {
  left: number;
  top: number;
  maxHeight: number;
}

/** Between a menu and what it is about. */
const GAP_PX = 6;
/** With less room than that a menu would rather lie over what it is about. */
const LEAST_PX = 120;
/** It opens at a side only if its button is so near to that. */
const NEAR_PX = 64;

const within = (value: number, from: number, to: number) => Math.max(from, Math.min(value, to));

/**
 * @param about what the menu is about
 * @param room where it may be
 * @param beside may it be at a side? Else only above or below.
 * @param button it opens next to it
 */
export function placeMenu(
  about: Edges,
  { width, height }: { width: number; height: number },
  room: Edges,
  beside: boolean,
  button: Edges,
): MenuPlace {
  const sides: number[] = [];
  if (about.right - button.right <= NEAR_PX) sides.push(about.right + GAP_PX);
  if (button.left - about.left <= NEAR_PX) sides.push(about.left - GAP_PX - width);
  const side = sides.find((x) => beside && x >= room.left && x + width <= room.right);
  const below = room.bottom - about.bottom - GAP_PX;
  const above = about.top - room.top - GAP_PX;
  const up = height > below && above > below;
  const most = up ? above : below;
  const maxHeight = side !== undefined || most < LEAST_PX ? room.bottom - room.top : most;
  const shown = Math.min(height, maxHeight);
  const top = side !== undefined ? button.top : up ? about.top - GAP_PX - shown : about.bottom + GAP_PX;
  return {
    left: side ?? within(button.left, room.left, room.right - width),
    top: within(top, room.top, room.bottom - shown),
    maxHeight,
  };
}
