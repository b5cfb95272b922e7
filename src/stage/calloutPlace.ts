/**
 * Where the reason of a refusal stands. Every place that lies flush with things on the stage is tried, and the one is
 * taken that covers least and is nearest to what it is about. It depends on nothing that moves: so it is the same
 * whichever way a moment was reached, and stays where it is while it is read.
 */
import type { Box, StageLayout } from './layoutParts.ts';
import { createLanes } from './paint/lanes.ts';

export interface Size {
  w: number;
  h: number;
}

/** What is in use at the moment, besides what the layout tells. */
export interface Use {
  /** Is anything kept in the store? Else it is a faint outline. */
  store: boolean;
  /** Are sessions kept on the shelves of servers? */
  shelves: boolean;
}

export interface CalloutPlace {
  box: Box;
  /** The line from the box to what it is about, as x, y, …; null where that is not on the stage. */
  leader: readonly number[] | null;
}

/** From the edge of the stage, and from what it stands beside. */
const MARGIN_PX = 5;
const GAP_PX = 6;
/** Its line begins so far from a corner of the box. */
const CORNER_PX = 14;
/** Half of a letter of the balancer. */
const LETTER_PX = 15;
/** The height of a card's name and button, which are above, or in the middle of the smallest cards. */
const HEAD_PX = 30;
/** Samples of a lane. */
const SAMPLES = 21;

/** What each px² costs that is covered of a thing; of what is precious nothing is, where any other place will do. */
const PRECIOUS = 1e9;
const PRICE = { letter: 12, dock: 12, head: 4, balancer: 3, queue: 1, card: 0.2, unused: 0.3 };
/** What a px costs: of a lane that is covered, of its line, and of what it is narrower than it could be. */
const LANE_PER_PX = 8;
const LINE_PER_PX = 5;
const NARROW_PER_PX = 6;
/** The same of what it is higher than wide: a column of single words is hard to read. */
const HIGH_PER_PX = 40;
/** The same lower down: the foot of a stage may be out of sight, and that of one that stands often is. */
const LOW_PER_PX = 2;
const LOW_STANDING_PER_PX = 20;
/** A px² under its line costs so many times as much as under itself, and this at most. */
const CROSSING = 5;
const CROSSING_MOST = 20;
/** What it costs if its line goes to another side of a card than where requests come in, and if it covers that place. */
const OTHER_SIDE = 200;
const NO_LINE = 6000;

/** The widths to try, in px, from the greatest to the least in which it can be read. */
export function calloutWidths({ wide, roomy, snug, widthPx }: StageLayout): number[] {
  const [most, least] = wide ? [232, snug ? 104 : roomy ? 150 : 124] : [widthPx - 24, 180];
  return [most, 232, 200, 176, 150, 124, 104].filter(
    (w, i) => w >= least && w <= most && (i < 1 || w < most),
  );
}

/**
 * @param server index of the server it is about, or -1 for the balancer
 * @param sizes what it takes in each width, the greatest first
 */
export function placeCallout(
  layout: StageLayout,
  server: number,
  sizes: readonly Size[],
  use: Use,
): CalloutPlace {
  const things = thingsOn(layout, use);
  const lanePxIn = lanesOn(layout, use);
  const ends = endsFor(layout, server);
  let best: CalloutPlace = { box: { x: 0, y: 0, ...sizes[0] }, leader: null };
  let least = Infinity;
  const lowPerPx = layout.wide ? LOW_PER_PX : LOW_STANDING_PER_PX;
  for (const box of placesFor(layout, server, sizes, use)) {
    let cost =
      (sizes[0].w - box.w) * NARROW_PER_PX +
      Math.max(0, box.h - box.w) * HIGH_PER_PX +
      Math.max(0, box.y - layout.balancer.y) * lowPerPx;
    for (const { at, price } of things) {
      if (cost >= least) break;
      cost += sharedPx2(box, at) * price;
    }
    // Most places have lost by now, and need no closer look.
    if (cost >= least) continue;
    cost += lanePxIn(box) * LANE_PER_PX;
    if (cost >= least) continue;
    const line = lineFrom(box, ends, things);
    cost += line.cost;
    if (cost >= least) continue;
    best = { box, leader: line.points };
    least = cost;
  }
  const isGone = server >= 0 && !layout.servers.some((p) => p.server === server);
  return isGone ? { ...best, leader: null } : best;
}

/** All places that are tried: before and behind things, and level with what it is about. */
export function placesFor(layout: StageLayout, server: number, sizes: readonly Size[], use: Use): Box[] {
  const boxes = thingsOn(layout, use).map(({ at }) => at);
  const { store, widthPx, heightPx } = layout;
  const [[x, y]] = endsFor(layout, server).map(({ way }) => way);
  return sizes.flatMap(({ w, h }) => {
    const middle = layout.wide ? store.x + store.w / 2 : widthPx / 2;
    const across = boxes.flatMap((b) => [b.x - GAP_PX - w, b.x + b.w + GAP_PX]);
    const down = boxes.flatMap((b) => [b.y - GAP_PX - h, b.y + b.h + GAP_PX]);
    const ys = within([y - h / 2, ...down], heightPx - h);
    return within([middle - w / 2, x - w / 2, ...across], widthPx - w).flatMap((left) =>
      ys.map((top) => ({ x: left, y: top, w, h })),
    );
  });
}

/** Each place once, moved into the room there is. */
function within(places: readonly number[], room: number): number[] {
  const margin = Math.min(MARGIN_PX, room / 2);
  return [...new Set(places.map((at) => Math.round(Math.max(margin, Math.min(at, room - margin)))))];
}

interface Thing {
  at: Box;
  price: number;
}

/** What may be covered, the most precious things first. */
function thingsOn({ balancer, wide, ...layout }: StageLayout, { store, shelves }: Use): Thing[] {
  const things: Thing[] = [];
  const add = (price: number, ...boxes: readonly (Box | null)[]) => {
    for (const at of boxes) if (at) things.push({ at, price });
  };
  add(PRECIOUS, ...layout.people, layout.crowd);
  add(store ? PRECIOUS : PRICE.unused, ...layout.stores.map((p) => p.box));
  add(PRICE.balancer, balancer, layout.cdn);
  for (const { box, docks, queue, lane } of layout.servers) {
    add(shelves ? PRECIOUS : PRICE.card, box);
    const headY = layout.cardSize === 'tiny' ? box.y + (box.h - HEAD_PX) / 2 : box.y;
    add(PRICE.head, { ...box, y: headY, h: HEAD_PX });
    add(PRICE.dock, ...docks.map((dock) => around(dock.x, dock.y, layout.markPx + 4)));
    add(PRICE.queue, around(queue.x, queue.y, layout.markPx));
    const [x, y] = layout.curves[lane].points;
    add(PRICE.letter, around(wide ? balancer.x + balancer.w / 2 : x, y, LETTER_PX));
  }
  return things.sort((a, b) => b.price - a.price);
}

const around = (x: number, y: number, px: number): Box => ({ x: x - px, y: y - px, w: 2 * px, h: 2 * px });

function sharedPx2(a: Box, b: Box): number {
  const w = Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x);
  const h = Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y);
  return w > 0 && h > 0 ? w * h : 0;
}

const isIn = (x: number, y: number, box: Box): boolean =>
  x > box.x && x < box.x + box.w && y > box.y && y < box.y + box.h;

/** Tells how much of the lanes that are drawn lies within a box. */
function lanesOn({ curves, servers }: StageLayout, { store }: Use): (box: Box) => number {
  const unused = store ? [] : servers.flatMap((p) => p.storeLanes);
  const { points, lengthPx } = createLanes(
    curves.filter((_, lane) => !unused.includes(lane)),
    SAMPLES,
  );
  return (box) => {
    let px = 0;
    for (let i = 0; i < points.length; i += 2)
      if (isIn(points[i], points[i + 1], box)) px += lengthPx[(i / 2 / SAMPLES) | 0] / SAMPLES;
    return px;
  };
}

/** How its line may end: the way from where it was straight to, as x, y, … */
interface End {
  way: readonly number[];
  cost: number;
}

/** The first one is where requests come in. */
function endsFor({ servers, curves, balancer, wide }: StageLayout, server: number): End[] {
  const place = servers.find((p) => p.server === server);
  const { x, y, w, h } = place?.box ?? balancer;
  const to = (cost: number, ...way: number[]): End => ({ way, cost });
  if (place === undefined)
    return [to(0, x + w, y + h / 2), to(0, x + w / 2, y + h), to(0, x, y + h / 2), to(0, x + w / 2, y)];
  const ends = [to(0, place.queue.x, place.queue.y)];
  // Where its lane makes its way between cards, it goes along.
  const { kind, points } = curves[place.lane];
  for (let i = kind === 'cubic' ? 6 : 2; i < points.length; i += 2) ends.push(to(100, ...points.slice(i)));
  if (!wide) return ends;
  for (const part of [0.5, 0.2, 0.8]) ends.push(to(OTHER_SIDE, x + w, y + h * part));
  // From behind the last column it goes along the gap above the row.
  const right = Math.max(...servers.map((p) => p.box.x + p.box.w));
  if (x + w < right - 1) ends.push(to(OTHER_SIDE, right + 6, y - 3, x + w - 22, y - 3, x + w - 22, y));
  return ends;
}

/** The cheapest line from a box. */
function lineFrom(box: Box, ends: readonly End[], things: readonly Thing[]) {
  let best: { points: number[] | null; cost: number } = { points: null, cost: NO_LINE };
  for (const { way, cost: own } of ends) {
    const [x, y] = way;
    if (isIn(x, y, box)) continue;
    const [fromX, fromY] = edgePoint(box, x, y);
    const points = [fromX, fromY, ...way];
    let cost = own;
    for (let i = 2; i < points.length; i += 2)
      cost += Math.hypot(points[i] - points[i - 2], points[i + 1] - points[i - 1]) * LINE_PER_PX;
    const [left, top] = [Math.min(x, fromX) - 1, Math.min(y, fromY) - 1];
    const first = { x: left, y: top, w: Math.abs(x - fromX) + 2, h: Math.abs(y - fromY) + 2 };
    for (const { at, price } of things) {
      if (cost >= best.cost) break;
      cost += sharedPx2(first, at) * Math.min(price * CROSSING, CROSSING_MOST);
    }
    if (cost < best.cost) best = { points, cost };
  }
  return best;
}

/** Where a line to a point leaves a box: at the side that faces it, clear of the round corners. */
function edgePoint(box: Box, toX: number, toY: number): [number, number] {
  const right = box.x + box.w;
  const bottom = box.y + box.h;
  const x = Math.max(box.x, Math.min(toX, right));
  const y = Math.max(box.y, Math.min(toY, bottom));
  return Math.abs(toX - x) > Math.abs(toY - y)
    ? [x, Math.max(box.y + CORNER_PX, Math.min(y, bottom - CORNER_PX))]
    : [Math.max(box.x + CORNER_PX, Math.min(x, right - CORNER_PX)), y];
}
