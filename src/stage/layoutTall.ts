/** A stage that stands, for phones: people above, balancer, servers, store below. */
import { besideColumn, betweenServers, downwards, straightDown } from './curves.ts';
import {
  type Box,
  type Cast,
  dockPoints,
  list,
  type ServerPlace,
  STORE_GAP_PX,
  type StageLayout,
  spread,
} from './layoutParts.ts';
import type { Curve } from './paint/lanes.ts';

const MARGIN_PX = 10;
const TOP_PX = 4;
/** People beside each other, and the room that each has with two lines of words. */
const PER_ROW = 4;
const PERSON_PX = 72;
/** From the people's names to the balancer, whose box it is, and on to the cards: what explains a refusal stands there. */
const ABOVE_BALANCER_PX = 28;
const BALANCER_PX = 46;
const BELOW_BALANCER_PX = 80;
/** Room that a CDN takes. */
const CDN_PX = 44;
/** Cards beside and below each other; how high they are depends on how many there are. */
const MOST_CARDS = 12;
const CARD_GAP_PX = 10;
const ROW_GAP_PX = 14;
/** From the cards to the store; servers that are not drawn are told there. */
const ABOVE_STORE_PX = 30;
const HIDDEN_PX = 24;
/** Nodes of the store beside each other, and the height of such a row. */
const STORES_PER_ROW = 3;
const STORE_PX = 44;
const STORE_NODE_PX = 84;

/** It is as high as these things need. */
export function layoutTall(widthPx: number, cast: Cast): StageLayout {
  const count = cast.people + (cast.crowd ? 1 : 0);
  const balancerY =
    TOP_PX +
    Math.max(1, Math.ceil(count / PER_ROW)) * PERSON_PX +
    ABOVE_BALANCER_PX +
    (cast.cdn ? CDN_PX : 0);
  const shown = Math.min(cast.servers.length, MOST_CARDS);
  const hidden = cast.servers.length - shown;
  // Three stand in one row, so that their lanes are in order.
  const columns = shown === 3 ? 3 : Math.min(2, Math.max(1, shown));
  // Narrow cards have three rows of records, others two or, where there are many, one.
  const cardH = columns === 3 ? 142 : shown <= 4 ? 138 : 66;
  const cardsY = balancerY + BALANCER_PX + BELOW_BALANCER_PX;
  const rows = Math.max(1, Math.ceil(shown / columns));
  const nodeH = cast.stores.length === 1 ? STORE_PX : STORE_NODE_PX;
  const inner = widthPx - 2 * MARGIN_PX;
  const store = {
    x: MARGIN_PX,
    y: cardsY + rows * (cardH + ROW_GAP_PX) - ROW_GAP_PX + ABOVE_STORE_PX + (hidden > 0 ? HIDDEN_PX : 0),
    w: inner,
    h: Math.ceil(cast.stores.length / STORES_PER_ROW) * (nodeH + STORE_GAP_PX) - STORE_GAP_PX,
  };
  const cellW = inner / PER_ROW;
  const cell = (i: number): Box => ({
    x: MARGIN_PX + (i % PER_ROW) * cellW,
    y: TOP_PX + Math.floor(i / PER_ROW) * PERSON_PX,
    w: cellW,
    h: PERSON_PX,
  });
  const people = list(cast.people, cell);
  const crowd = cast.crowd ? cell(cast.people) : null;
  const balancer = { x: MARGIN_PX, y: balancerY, w: inner, h: BALANCER_PX };
  const cardW = columns === 1 ? Math.min(inner, 260) : (inner - (columns - 1) * CARD_GAP_PX) / columns;
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
    const last = i + PER_ROW >= count;
    const middle = box.x + box.w / 2;
    // Lanes from upper rows run down beside the column, so that they cross nobody's name.
    curves.push(
      last
        ? straightDown(middle, box.y + box.h - 4, balancer.y)
        : besideColumn(
            { x: middle - 18, y: box.y + 18 },
            box.x + 4 - Math.floor(i / PER_ROW) * 3,
            balancer.y,
          ),
    );
  }
  const servers: ServerPlace[] = [];
  for (let i = 0; i < shown; i++) {
    const column = i % columns;
    const row = Math.floor(i / columns);
    const x = columns === 1 ? MARGIN_PX + (inner - cardW) / 2 : MARGIN_PX + column * (cardW + CARD_GAP_PX);
    const box = { x, y: cardsY + row * (cardH + ROW_GAP_PX), w: cardW, h: cardH };
    const dockX = box.x + (columns === 2 ? (column === 0 ? 0.62 : 0.38) : 0.5) * box.w;
    // A single row has its outlets right above, several have them in the order of their servers.
    const out = {
      x: shown <= columns ? dockX : spread(balancer.x, balancer.w, shown, i, 40),
      y: balancer.y + balancer.h,
    };
    const end = { x: dockX, y: box.y - 8 };
    // Lanes to lower rows run down the middle gap, so that they cross no card.
    const gapX = MARGIN_PX + inner / 2;
    const curve: Curve =
      row === 0
        ? downwards(out, end)
        : {
            kind: 'polyline',
            points: [out.x, out.y, out.x, out.y + 14, gapX, out.y + 34, gapX, end.y - 1, end.x, end.y],
          };
    const lane = curves.push(curve) - 1;
    const storeLanes: number[] = [];
    for (const { node, box: to } of stores) {
      const isLast = row === rows - 1;
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
      queueStep: { x: columns === 3 ? 8 : column === 0 && columns === 2 ? -14 : 14, y: 0 },
      lane,
      storeLanes,
    });
  }
  return {
    wide: false,
    roomy: false,
    snug: false,
    widthPx,
    heightPx: store.y + store.h + STORE_GAP_PX,
    people,
    crowd,
    balancer,
    cdn: cast.cdn ? { x: MARGIN_PX, y: balancer.y - CDN_PX - 14, w: inner, h: 36 } : null,
    cardSize: cardH >= 100 ? 'full' : 'small',
    servers,
    hidden,
    columns,
    store,
    stores,
    curves,
    crowdLane: cast.people,
    copyLanes: cast.copies ? betweenServers(servers, false, curves) : [],
    dense: false,
    namesOnly: false,
    markPx: 6,
  };
}
