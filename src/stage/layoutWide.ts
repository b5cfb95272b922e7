/** A stage that lies: people left, balancer, servers, store right. */
import { between, betweenServers, sideways } from './curves.ts';
import {
  type Box,
  type CardSize,
  type Cast,
  dockPoints,
  list,
  type ServerPlace,
  STORE_GAP_PX,
  type StageLayout,
  spread,
} from './layoutParts.ts';
import type { Curve } from './paint/lanes.ts';

/**
 * How large things are, with all the room one could wish, with less, and with hardly any: the margin, where people
 * begin and how wide they are, the store and what is left free before it, the balancer, its share of the way to the
 * cards, and what is left free behind it.
 */
const ROOMY = [22, 14, 178, 132, 40, 96, 0.21, 70];
const USUAL = [10, 4, 140, 104, 22, 84, 0.16, 54];
const SNUG = [8, 2, 112, 92, 16, 72, 0.12, 46];
/** Narrower stages make do with less beside the servers, and still narrower or lower ones with as little as can be. */
const ROOMY_FROM_PX = 940;
const USUAL_FROM_PX = 660;
const USUAL_FROM_HEIGHT_PX = 330;
/** A person with words below the name, and one without. */
const WORDS_FROM_PX = 31;
const PERSON_PX = 24;
/** Above and below those without, where the stage is low. */
const ABOUT_NAMES_PX = 4;
/** How wide one without is. */
const NAME_PX = 84;
/** A wide stage is at least this high. */
const LOWEST_PX = 200;
/** Cards drawn; more are told as a number. */
const MOST_CARDS = 24;
/** The lowest card and gap, and the line that tells of servers that are not drawn. */
const CARD_PX = 24;
const CARD_GAP_PX = 4;
/** With a label above its records. */
const FULL_CARD_PX = 126;
/** With a line for the name and one for records, whose numbers reach above them. */
const SMALL_CARD_PX = 57;
/** On a narrower card a letter, a button and the number of records do not fit beside each other. */
const NARROWEST_CARD_PX = 96;
const HIDDEN_PX = 20;
/** What the balancer is called and how it picks, above its letters, and its button below them. */
const BALANCER_HEAD_PX = 54;
const BALANCER_FOOT_PX = 28;
/** Between people and balancer, where a CDN has to fit in. */
const CDN_PX = 56;
/** A single node of the store, one where there is little room, and the most that one of several gets. */
const STORE_PX = 168;
const SNUG_STORE_PX = 124;
const LOWEST_STORE_PX = 86;
const STORE_NODE_PX = 124;
const STORE_NODE_LOWEST_PX = 25;
/** Above the store, for what explains a refusal where no other place is free. */
const CALLOUT_PX = 134;

/**
 * @param wantedPx the height; it may be higher, where people and nodes of the store need that
 * @param wordless do people have their names only, whatever room there is?
 */
export function layoutWide(widthPx: number, wantedPx: number, cast: Cast, wordless = false): StageLayout {
  const rows = cast.people + (cast.crowd ? 1 : 0);
  const nodes = cast.stores.length;
  const heightPx = Math.max(
    LOWEST_PX,
    wantedPx,
    2 * ABOUT_NAMES_PX + rows * PERSON_PX,
    16 + nodes * (STORE_NODE_LOWEST_PX + STORE_GAP_PX),
  );
  const snug = widthPx < USUAL_FROM_PX || heightPx < USUAL_FROM_HEIGHT_PX;
  const roomy = !snug && widthPx >= ROOMY_FROM_PX;
  const measures = snug ? SNUG : roomy ? ROOMY : USUAL;
  const [margin, left, wordsW, storeW, storeGap, balancerW, usualShare, docksW] = measures;
  const personH = Math.min(74, (heightPx - 2 * (snug ? ABOUT_NAMES_PX : margin)) / Math.max(1, rows));
  const peopleTop = (heightPx - personH * rows) / 2;
  const namesOnly = wordless || personH < WORDS_FROM_PX;
  const personW = namesOnly ? NAME_PX : wordsW;
  const people = list(cast.people, (i) => ({ x: left, y: peopleTop + i * personH, w: personW, h: personH }));
  const crowd = cast.crowd ? { x: left, y: peopleTop + cast.people * personH, w: personW, h: personH } : null;

  const most = Math.min(cast.servers.length, MOST_CARDS);
  const wanted = most <= 7 ? 1 : most <= 14 ? 2 : 3;
  const columnGap = 38;
  const serversRight = widthPx - margin - storeW - storeGap;
  // What a refusal says stands between balancer and cards.
  const share = wanted > 1 && roomy ? 0.17 : usualShare;
  const balancerX = Math.round(
    left + personW + Math.max(cast.cdn ? CDN_PX : 0, (serversRight - personW - left) * share),
  );
  const cardsRoom = serversRight - balancerX - balancerW - docksW;
  // People do without words where the cards would have no room otherwise.
  if (cardsRoom < NARROWEST_CARD_PX && !namesOnly) return layoutWide(widthPx, wantedPx, cast, true);
  const widthIn = (columns: number) => (cardsRoom - (columns - 1) * columnGap) / columns;
  // Cards too narrow for a letter, a button and a count of sessions go into fewer columns.
  let columns = wanted;
  while (columns > 1 && widthIn(columns) < NARROWEST_CARD_PX) columns--;
  // Nor are they lower than a button; what is not drawn is told below.
  const perColumnAtMost = Math.floor((heightPx - 2 * margin - HIDDEN_PX) / (CARD_PX + CARD_GAP_PX));
  const shown = Math.min(most, columns * perColumnAtMost);
  const hidden = cast.servers.length - shown;
  const cardsHeight = heightPx - 2 * margin - (hidden > 0 ? HIDDEN_PX : 0);
  const perColumn = Math.max(1, Math.ceil(shown / columns));
  const cardW = Math.min(columns === 1 ? 264 : 190, widthIn(columns));
  const gap = columns === 1 && perColumn <= 4 && !snug ? 18 : cardsHeight / perColumn < 40 ? CARD_GAP_PX : 10;
  const slot = Math.min(columns === 1 ? 146 : 72, (cardsHeight + gap) / perColumn);
  const cardH = slot - gap;
  const cardSize: CardSize =
    cardH >= FULL_CARD_PX && cardW >= 200 ? 'full' : cardH >= SMALL_CARD_PX ? 'small' : 'tiny';
  const serversTop = margin + (cardsHeight - slot * perColumn + gap) / 2;
  const serversX = serversRight - columns * (cardW + columnGap) + columnGap;

  const balancerH = Math.min(
    heightPx - 2 * Math.max(margin, 12),
    Math.max(260 + BALANCER_FOOT_PX, 150 + Math.min(shown, 6) * 64 + BALANCER_FOOT_PX),
  );
  const balancer = { x: balancerX, y: (heightPx - balancerH) / 2, w: balancerW, h: balancerH };
  const storeSlot = Math.min(
    nodes > 1
      ? STORE_NODE_PX
      : heightPx < USUAL_FROM_HEIGHT_PX
        ? Math.min(SNUG_STORE_PX, Math.max(LOWEST_STORE_PX, heightPx - margin - CALLOUT_PX))
        : STORE_PX,
    (heightPx - 2 * margin - (nodes - 1) * STORE_GAP_PX) / nodes,
  );
  const storeH = nodes * (storeSlot + STORE_GAP_PX) - STORE_GAP_PX;
  const middle = (heightPx - storeH) / 2;
  const store: Box = {
    x: widthPx - margin - storeW,
    y: roomy ? middle : Math.min(heightPx - margin - storeH, Math.max(middle, CALLOUT_PX)),
    w: storeW,
    h: storeH,
  };
  const stores = cast.stores.map((node, i) => ({
    node,
    box: { ...store, y: store.y + i * (storeSlot + STORE_GAP_PX), h: storeSlot },
  }));

  const curves: Curve[] = [];
  const into = (i: number) => spread(balancer.y, balancer.h, rows, i, snug ? 22 : 40);
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
    const out = {
      x: balancer.x + balancer.w,
      y: spread(
        balancer.y + BALANCER_HEAD_PX,
        balancer.h - BALANCER_HEAD_PX - BALANCER_FOOT_PX,
        shown,
        i,
        snug ? 16 : 24,
      ),
    };
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
    snug,
    widthPx,
    heightPx,
    people,
    crowd,
    balancer,
    cdn: cast.cdn && rows > 0 ? acrossLanes(curves.slice(0, rows), heightPx) : null,
    cardSize,
    servers,
    hidden,
    columns,
    store,
    stores,
    curves,
    crowdLane: cast.people,
    copyLanes: cast.copies ? betweenServers(servers, columns === 1, curves) : [],
    dense: personH < 50,
    namesOnly,
    markPx: snug ? 6 : 7,
  };
}

/** A tall box in the middle of lanes that go sideways, as high as all of them there. */
function acrossLanes(lanes: readonly Curve[], heightPx: number): Box {
  const [x, y] = [0, 1].map((axis) =>
    // The middle of a cubic curve whose handles are level with its ends is half-way between them.
    lanes.map(({ points }) => (points[axis] + points[points.length - 2 + axis]) / 2),
  );
  const top = Math.max(4, Math.min(...y) - 74);
  const [from, to] = [lanes[0].points[0], lanes[0].points[lanes[0].points.length - 2]];
  const w = Math.min(60, to - from - 12);
  return { x: x[0] - w / 2, y: top, w, h: Math.min(heightPx - 4, Math.max(...y) + 26) - top };
}
