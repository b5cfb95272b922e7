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

const within = (value: number, from: number, to: number) => Math.max(from, Math.min(value, to));

/**
 * @param about what the menu is about
 * @param room where it may be
 * @param beside may it be at a side? Else only above or below.
 * @param fromX where its button is: above and below it begins there.
 */
export function placeMenu(
  about: Edges,
  { width, height }: { width: number; height: number },
  room: Edges,
  beside: boolean,
  fromX: number,
): MenuPlace {
  const side = [about.right + GAP_PX, about.left - GAP_PX - width].find(
    (x) => beside && x >= room.left && x + width <= room.right,
  );
  const below = room.bottom - about.bottom - GAP_PX;
  const above = about.top - room.top - GAP_PX;
  const up = height > below && above > below;
  const most = up ? above : below;
  const maxHeight = side !== undefined || most < LEAST_PX ? room.bottom - room.top : most;
  const shown = Math.min(height, maxHeight);
  const top = side !== undefined ? about.top : up ? about.top - GAP_PX - shown : about.bottom + GAP_PX;
  return {
    left: side ?? within(fromX, room.left, room.right - width),
    top: within(top, room.top, room.bottom - shown),
    maxHeight,
  };
}
