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
 */
export function placeMenu(
  about: Edges,
  { width, height }: { width: number; height: number },
  room: Edges,
  beside: boolean,
): MenuPlace {
  const all = room.bottom - room.top;
  const left = [about.right + GAP_PX, about.left - GAP_PX - width].find(
    (x) => beside && x >= room.left && x + width <= room.right,
  );
  if (left !== undefined)
    return { left, top: within(about.top, room.top, room.bottom - height), maxHeight: all };
  const below = room.bottom - about.bottom - GAP_PX;
  const above = about.top - room.top - GAP_PX;
  const down = height <= below || below >= above;
  const most = Math.max(below, above);
  const maxHeight = most < LEAST_PX ? all : most;
  const top = down ? about.bottom + GAP_PX : about.top - GAP_PX - Math.min(height, maxHeight);
  return {
    left: within(about.left, room.left, room.right - width),
    top: within(top, room.top, room.bottom - Math.min(height, maxHeight)),
    maxHeight,
  };
}
