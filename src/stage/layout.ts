/**
 * Where everything on the stage is, in CSS px, for a size and a number of things to show. Pure
 * arithmetic: it reads neither the page nor the moment.
 */
import type { Curve } from './paint/lanes.ts';

export interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

export interface Point {
  x: number;
  y: number;
}

/** What there is to place. */
export interface Cast {
  people: number;
  /** Is there a crowd beside the named people, or are there passing visitors? */
  crowd: boolean;
  /** Indexes of the servers that are not gone. */
  servers: number[];
  /** Workers of each of these servers. */
  workers: number[];
  /** Is there a CDN? */
  cdn: boolean;
  /** Do servers send each other copies? */
  copies: boolean;
  /** Nodes of the store, in the order in which they are drawn. */
  stores: number[];
}

/** How much a server's card has room for. */
export type CardSize = 'full' | 'small' | 'tiny';

export interface ServerPlace {
  server: number;
  box: Box;
  /** Where requests being worked on are drawn, worker by worker. */
  docks: Point[];
  /** The first place of the queue, and the step from one place to the next. */
  queue: Point;
  queueStep: Point;
  /** Lane from the balancer, and the lanes to the nodes of the store, by node. */
  lane: number;
  storeLanes: number[];
}

export interface StorePlace {
  node: number;
  box: Box;
}

export interface StageLayout {
  wide: boolean;
  /** Is there room for large faces? */
  roomy: boolean;
  widthPx: number;
  heightPx: number;
  people: Box[];
  crowd: Box | null;
  balancer: Box;
  /** The CDN, across the lanes of the people. */
  cdn: Box | null;
  cardSize: CardSize;
  servers: ServerPlace[];
  /** Servers that there is no room for. */
  hidden: number;
  /** Columns of server cards. */
  columns: number;
  /** The room for the whole store, and the places of its nodes in it. */
  store: Box;
  stores: StorePlace[];
  /** Person lanes first, by index, then the crowd's, then each server's. */
  curves: Curve[];
  crowdLane: number;
  /** Lanes between servers, by the lower and the higher index; empty where no copies are sent. */
  copyLanes: number[][];
  /** Is there little height for each person? */
  dense: boolean;
  /** Radius of a request. */
  markPx: number;
}

/** Narrower stages go from top to bottom. */
export const WIDE_FROM_PX = 660;
/** Narrower wide stages make do with less beside the servers. */
const ROOMY_FROM_PX = 940;
/** People beside each other on a narrow stage, and the room that each has with two lines of words. */
const TALL_PER_ROW = 4;
const TALL_PERSON_PX = 86;
/** Room that a CDN takes on a narrow stage. */
const TALL_CDN_PX = 44;
/** A wide stage is at least this high: eight people in one column need it. */
const LOWEST_WIDE_PX = 330;
/** Workers drawn one by one; more are told as a number. */
const MOST_DOCKS = 6;
/** Cards drawn; more are told as a number. */
const MOST_CARDS_WIDE = 24;
const MOST_CARDS_TALL = 12;
/** A single node of the store, and the most that one of several gets. */
const STORE_PX = 168;
const STORE_NODE_PX = 124;
/** Nodes of the store beside each other on a narrow stage, and the height of such a row. */
const STORES_PER_ROW = 3;
const TALL_STORE_PX = 54;
const TALL_STORE_NODE_PX = 84;
const STORE_GAP_PX = 8;

/** The height the stage wants at a width. */
export function stageHeight(widthPx: number, cast: Cast, availablePx: number): number {
  if (widthPx >= WIDE_FROM_PX) return Math.max(LOWEST_WIDE_PX, availablePx);
  const people = Math.max(1, Math.ceil((cast.people + (cast.crowd ? 1 : 0)) / TALL_PER_ROW));
  const rows = Math.ceil(Math.min(cast.servers.length, MOST_CARDS_TALL) / 2);
  const size = tallCardHeight(cast.servers.length);
  return (
    204 +
    tallStoreHeight(cast) -
    TALL_STORE_PX +
    (cast.cdn ? TALL_CDN_PX : 0) +
    people * TALL_PERSON_PX +
    Math.max(1, rows) * (size + 14) +
    (cast.servers.length > MOST_CARDS_TALL ? 100 : 76)
  );
}

export function layoutStage(widthPx: number, heightPx: number, cast: Cast): StageLayout {
  return widthPx >= WIDE_FROM_PX ? layoutWide(widthPx, heightPx, cast) : layoutTall(widthPx, heightPx, cast);
}

function layoutWide(widthPx: number, heightPx: number, cast: Cast): StageLayout {
  const roomy = widthPx >= ROOMY_FROM_PX;
  const margin = roomy ? 22 : 10;
  const left = roomy ? 14 : 4;
  const rows = cast.people + (cast.crowd ? 1 : 0);
  const personH = Math.min(74, (heightPx - 2 * margin) / Math.max(1, rows));
  const peopleTop = (heightPx - personH * rows) / 2;
  const personW = roomy ? 178 : 140;
  const people = list(cast.people, (i) => ({ x: left, y: peopleTop + i * personH, w: personW, h: personH }));
  const crowd = cast.crowd ? { x: left, y: peopleTop + cast.people * personH, w: personW, h: personH } : null;

  const shown = Math.min(cast.servers.length, MOST_CARDS_WIDE);
  const wanted = shown <= 7 ? 1 : shown <= 14 ? 2 : 3;
  const columnGap = 38;
  const storeW = roomy ? 132 : 104;
  const serversRight = widthPx - margin - storeW - (roomy ? 40 : 22);
  const balancerW = roomy ? 96 : 84;
  // What a refusal says stands between balancer and cards.
  const share = wanted > 1 ? 0.17 : roomy ? 0.21 : 0.16;
  const balancerX = Math.round(left + personW + (serversRight - personW - left) * share);
  const cardsRoom = serversRight - balancerX - balancerW - (roomy ? 70 : 54);
  const widthIn = (columns: number) => (cardsRoom - (columns - 1) * columnGap) / columns;
  // Cards too narrow for a name, a button and a count of sessions go into fewer columns.
  const columns = wanted === 3 && widthIn(3) < 104 ? 2 : wanted;
  const perColumn = Math.max(1, Math.ceil(shown / columns));
  const cardW = Math.min(columns === 1 ? 264 : 190, widthIn(columns));
  const gap = columns === 1 && perColumn <= 4 ? 18 : 10;
  const slot = Math.min(columns === 1 ? 146 : 72, (heightPx - 2 * margin + gap) / perColumn);
  const cardH = slot - gap;
  const cardSize: CardSize =
    cardH >= 116 && cardW >= 200 ? 'full' : cardH >= 50 && cardW >= 112 ? 'small' : 'tiny';
  const serversTop = (heightPx - slot * perColumn + gap) / 2;
  const serversX = serversRight - columns * (cardW + columnGap) + columnGap;

  // Its menu sticks out below.
  const balancerH = Math.min(
    heightPx - 2 * Math.max(margin, 18),
    Math.max(260, 150 + Math.min(shown, 6) * 64),
  );
  const balancer = { x: balancerX, y: (heightPx - balancerH) / 2, w: balancerW, h: balancerH };
  const nodes = cast.stores.length;
  const storeSlot = Math.min(
    nodes === 1 ? STORE_PX : STORE_NODE_PX,
    (heightPx - 2 * margin - (nodes - 1) * STORE_GAP_PX) / nodes,
  );
  const storeH = nodes * (storeSlot + STORE_GAP_PX) - STORE_GAP_PX;
  const store = { x: widthPx - margin - storeW, y: (heightPx - storeH) / 2, w: storeW, h: storeH };
  const stores = cast.stores.map((node, i) => ({
    node,
    box: { ...store, y: store.y + i * (storeSlot + STORE_GAP_PX), h: storeSlot },
  }));

  const curves: Curve[] = [];
  const into = (i: number) => spread(balancer.y, balancer.h, rows, i, 40);
  for (let i = 0; i < rows; i++) {
    const from = { x: left + personW + 4, y: peopleTop + (i + 0.5) * personH };
    curves.push(sideways(from, { x: balancer.x, y: into(i) }));
  }
  const servers: ServerPlace[] = [];
  for (let i = 0; i < shown; i++) {
    const column = Math.floor(i / perColumn);
    const row = i % perColumn;
    const box = {
      x: serversX + column * (cardW + columnGap),
      y: serversTop + row * slot,
      w: cardW,
      h: cardH,
    };
    const middle = box.y + box.h / 2;
    const out = { x: balancer.x + balancer.w, y: spread(balancer.y + 54, balancer.h - 54, shown, i, 30) };
    const docks = dockPoints(
      Math.min(cast.workers[i], Math.floor(box.h / 21)),
      { x: box.x, y: middle },
      { x: 0, y: 22 },
    );
    const end = { x: box.x - 10, y: middle };
    const lane =
      curves.push(column === 0 ? sideways(out, end) : between(out, end, serversX - 26, box.y - gap / 2)) - 1;
    const storeLanes: number[] = [];
    for (const { node, box: to } of stores) {
      const end = { x: to.x, y: spread(to.y, to.h, shown, i, Math.min(44, to.h / 3)) };
      storeLanes[node] = curves.push(sideways({ x: box.x + box.w, y: middle }, end)) - 1;
    }
    servers.push({
      server: cast.servers[i],
      box,
      docks,
      queue: { x: box.x - 26, y: middle },
      queueStep: { x: -16, y: 0 },
      lane,
      storeLanes,
    });
  }
  return {
    wide: true,
    roomy,
    widthPx,
    heightPx,
    people,
    crowd,
    balancer,
    cdn: cast.cdn && rows > 0 ? acrossLanes(curves.slice(0, rows)) : null,
    cardSize,
    servers,
    hidden: cast.servers.length - shown,
    columns,
    store,
    stores,
    curves,
    crowdLane: cast.people,
    copyLanes: cast.copies ? betweenServers(servers, columns === 1, curves) : [],
    dense: personH < 50,
    markPx: 7,
  };
}

function layoutTall(widthPx: number, heightPx: number, cast: Cast): StageLayout {
  const margin = 10;
  const inner = widthPx - 2 * margin;
  const perRow = TALL_PER_ROW;
  const count = cast.people + (cast.crowd ? 1 : 0);
  const cellW = inner / perRow;
  const rows = Math.max(1, Math.ceil(count / perRow));
  const cellH = TALL_PERSON_PX;
  const cell = (i: number): Box => ({
    x: margin + (i % perRow) * cellW,
    y: 6 + Math.floor(i / perRow) * cellH,
    w: cellW,
    h: cellH,
  });
  const people = list(cast.people, cell);
  const crowd = cast.crowd ? cell(cast.people) : null;

  const balancer = { x: margin, y: 6 + rows * cellH + 44 + (cast.cdn ? TALL_CDN_PX : 0), w: inner, h: 58 };
  const shown = Math.min(cast.servers.length, MOST_CARDS_TALL);
  const columns = shown <= 1 ? 1 : 2;
  const cardH = tallCardHeight(cast.servers.length);
  const cardW = columns === 1 ? Math.min(inner, 260) : (inner - 10) / 2;
  const top = balancer.y + balancer.h + 84;
  const storeH = tallStoreHeight(cast);
  const nodeH = tallNodeHeight(cast);
  const store = { x: margin, y: heightPx - storeH - STORE_GAP_PX, w: inner, h: storeH };
  const across = Math.min(STORES_PER_ROW, cast.stores.length);
  const storeW = (inner - (across - 1) * STORE_GAP_PX) / across;
  const stores = cast.stores.map((node, i) => ({
    node,
    box: {
      x: store.x + (i % across) * (storeW + STORE_GAP_PX),
      y: store.y + Math.floor(i / across) * (nodeH + STORE_GAP_PX),
      w: storeW,
      h: nodeH,
    },
  }));

  const curves: Curve[] = [];
  for (let i = 0; i < count; i++) {
    const box = cell(i);
    const last = i + perRow >= count;
    const middle = box.x + box.w / 2;
    // Lanes from upper rows run down beside the column, so that they cross nobody's name.
    curves.push(
      last
        ? straightDown(middle, box.y + box.h - 2, balancer.y)
        : besideColumn({ x: middle - 18, y: box.y + 20 }, box.x + 4 - Math.floor(i / perRow) * 3, balancer.y),
    );
  }
  const servers: ServerPlace[] = [];
  // Outlets in the order of where the lanes lead: left cards, the gap to the lower rows, right cards.
  const order = list(shown, (i) => i).sort((a, b) => side(a, columns) - side(b, columns) || a - b);
  for (let i = 0; i < shown; i++) {
    const column = i % columns;
    const row = Math.floor(i / columns);
    const x = columns === 1 ? margin + (inner - cardW) / 2 : margin + column * (cardW + 10);
    const box = { x, y: top + row * (cardH + 14), w: cardW, h: cardH };
    // Lanes to lower rows run down the middle gap, so that they cross no card.
    const dockX = box.x + (columns === 1 ? 0.5 : column === 0 ? 0.62 : 0.38) * box.w;
    const out = {
      x: spread(balancer.x, balancer.w, shown, order.indexOf(i), 40),
      y: balancer.y + balancer.h,
    };
    const end = { x: dockX, y: box.y - 8 };
    const gapX = margin + inner / 2;
    const curve: Curve =
      row === 0
        ? downwards(out, end)
        : {
            kind: 'polyline',
            points: [out.x, out.y, out.x, out.y + 12, gapX, out.y + 30, gapX, end.y - 1, end.x, end.y],
          };
    const lane = curves.push(curve) - 1;
    const storeLanes: number[] = [];
    for (const { node, box: to } of stores) {
      const isLast = row === Math.ceil(shown / columns) - 1;
      const end = { x: spread(to.x, to.w, columns, column, to.w / 6), y: to.y };
      const edge = { x: column === 0 ? box.x + box.w : box.x, y: box.y + box.h - 12 };
      // From the upper rows the way is the gap between the cards.
      const gap = [edge.x, edge.y, gapX, edge.y + 4, gapX, store.y - 18];
      const way: Curve = isLast
        ? downwards({ x: dockX, y: box.y + box.h }, end)
        : {
            kind: 'polyline',
            points: stores.length === 1 ? [...gap.slice(0, 5), store.y] : [...gap, end.x, end.y],
          };
      storeLanes[node] = curves.push(way) - 1;
    }
    servers.push({
      server: cast.servers[i],
      box,
      docks: dockPoints(Math.min(cast.workers[i], 4), { x: dockX, y: box.y }, { x: 20, y: 0 }),
      queue: { x: dockX, y: box.y - 18 },
      queueStep: { x: column === 0 && columns === 2 ? -14 : 14, y: 0 },
      lane,
      storeLanes,
    });
  }
  return {
    wide: false,
    roomy: false,
    widthPx,
    heightPx,
    people,
    crowd,
    balancer,
    cdn: cast.cdn ? { x: margin, y: balancer.y - TALL_CDN_PX - 22, w: inner, h: 36 } : null,
    cardSize: cardH >= 100 ? 'full' : 'small',
    servers,
    hidden: cast.servers.length - shown,
    columns,
    store,
    stores,
    curves,
    crowdLane: cast.people,
    copyLanes: cast.copies ? betweenServers(servers, false, curves) : [],
    dense: false,
    markPx: 6,
  };
}

/** Servers that copies are drawn between; with more, the lanes would hide everything. */
const MOST_COPY_LANES = 12;

/** A lane between any two servers: along the side of a column of cards, else from card to card. */
function betweenServers(servers: readonly ServerPlace[], inColumn: boolean, curves: Curve[]): number[][] {
  const lanes: number[][] = [];
  if (servers.length > MOST_COPY_LANES) return lanes;
  for (const a of servers) {
    for (const b of servers) {
      if (a.server >= b.server) continue;
      const [from, to] = [middleOf(a.box), middleOf(b.box)];
      const right = a.box.x + a.box.w;
      const bend = right + Math.min(46, 20 + Math.abs(to.y - from.y) * 0.08);
      const curve: Curve = inColumn
        ? {
            kind: 'cubic',
            points: [right, from.y + 14, bend, from.y + 14, bend, to.y - 14, right, to.y - 14],
          }
        : { kind: 'polyline', points: [from.x, from.y, to.x, to.y] };
      lanes[a.server] ??= [];
      lanes[a.server][b.server] = curves.push(curve) - 1;
    }
  }
  return lanes;
}

const middleOf = ({ x, y, w, h }: Box): Point => ({ x: x + w / 2, y: y + h / 2 });

/** A tall box in the middle of lanes that go sideways, as high as all of them there. */
function acrossLanes(lanes: readonly Curve[]): Box {
  const [x, y] = [0, 1].map((axis) =>
    // The middle of a cubic curve whose handles are level with its ends is half-way between them.
    lanes.map(({ points }) => (points[axis] + points[points.length - 2 + axis]) / 2),
  );
  const top = Math.max(4, Math.min(...y) - 74);
  const [from, to] = [lanes[0].points[0], lanes[0].points[lanes[0].points.length - 2]];
  const w = Math.min(60, to - from - 12);
  return { x: x[0] - w / 2, y: top, w, h: Math.max(...y) + 26 - top };
}

/** Where the lane of a card in a tall stage leads: 0 to the left, 1 through the gap, 2 to the right. */
function side(i: number, columns: number): number {
  return i >= columns ? 1 : i === 0 ? 0 : 2;
}

const tallNodeHeight = ({ stores }: Cast): number =>
  stores.length === 1 ? TALL_STORE_PX : TALL_STORE_NODE_PX;

/** All rows of the store's nodes, with the gaps between them. */
function tallStoreHeight(cast: Cast): number {
  const rows = Math.ceil(cast.stores.length / STORES_PER_ROW);
  return rows * (tallNodeHeight(cast) + STORE_GAP_PX) - STORE_GAP_PX;
}

function tallCardHeight(servers: number): number {
  return servers <= 4 ? 140 : 66;
}

/** Places of workers around a point, as far as they are drawn one by one. */
function dockPoints(workers: number, middle: Point, step: Point): Point[] {
  const count = Math.min(workers, MOST_DOCKS);
  return list(count, (i) => ({
    x: middle.x + (i - (count - 1) / 2) * step.x,
    y: middle.y + (i - (count - 1) / 2) * step.y,
  }));
}

/** The i-th of n places spread evenly over a length, keeping `inset` from its ends. */
function spread(from: number, length: number, n: number, i: number, inset: number): number {
  const room = length - 2 * inset;
  return n <= 1 ? from + length / 2 : from + inset + (room * i) / (n - 1);
}

function straightDown(x: number, fromY: number, toY: number): Curve {
  return { kind: 'polyline', points: [x, fromY, x, toY] };
}

/** From the left of a face around the corner and down. */
function besideColumn(from: Point, x: number, toY: number): Curve {
  const r = Math.min(10, from.x - x);
  return {
    kind: 'polyline',
    points: [from.x, from.y, x + r, from.y, x + r * 0.3, from.y + r * 0.3, x, from.y + r, x, toY],
  };
}

function sideways(a: Point, b: Point): Curve {
  const bend = (b.x - a.x) * 0.5;
  return { kind: 'cubic', points: [a.x, a.y, a.x + bend, a.y, b.x - bend, b.y, b.x, b.y] };
}

/** A way to a later column: along the gap above the row, so that it crosses no card. */
function between(a: Point, b: Point, fromX: number, gapY: number): Curve {
  const points = [a.x, a.y];
  for (let i = 1; i <= 12; i++) {
    // The first stretch is an S-curve like the others', in corners close enough to look smooth.
    const t = i / 12;
    const s = t * t * (3 - 2 * t);
    points.push(a.x + (fromX - a.x) * t, a.y + (gapY - a.y) * s);
  }
  points.push(b.x - 26, gapY, b.x - 18, gapY + 3, b.x - 12, gapY + 10, b.x, b.y);
  return { kind: 'polyline', points };
}

function downwards(a: Point, b: Point): Curve {
  const bend = (b.y - a.y) * 0.5;
  return { kind: 'cubic', points: [a.x, a.y, a.x, a.y + bend, b.x, b.y - bend, b.x, b.y] };
}

function list<T>(count: number, make: (i: number) => T): T[] {
  return Array.from({ length: count }, (_, i) => make(i));
}

/** A curve as the `d` of an SVG path. */
export function pathOf({ kind, points: p }: Curve): string {
  if (kind === 'cubic') return `M${p[0]} ${p[1]}C${p[2]} ${p[3]} ${p[4]} ${p[5]} ${p[6]} ${p[7]}`;
  let d = `M${p[0]} ${p[1]}`;
  for (let i = 2; i < p.length; i += 2) d += `L${p[i]} ${p[i + 1]}`;
  return d;
}
