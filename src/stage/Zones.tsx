/** Where one zone ends and the other begins, and whether the network between them is cut. */

import { placeOfNode } from '../engine/state/sessions.ts';
import { useWords } from '../i18n/Words.tsx';
import { usePlayerState } from '../player/hooks.ts';
import { serverLabel, storeName } from '../player/names.ts';
import type { Box, StageLayout } from './layout.ts';
import css from './zones.module.css';

/** How far the line reaches beyond what it divides. */
const OVER_PX = 34;
/** The name of a zone, with the space to what it names. */
const NAME_PX = 20;

export function Zones({ layout }: { layout: StageLayout }) {
  const words = useWords();
  const { t, f } = words;
  const servers = usePlayerState((s) => s.view.servers);
  const { nodes, cut } = usePlayerState((s) => s.view.store);
  const language = { ...words, stores: nodes.length };
  const zoneOfServer = new Map(servers.map((s) => [s.index, s.zone]));
  const zoneOfNode = new Map(nodes.map((n) => [n.node, n.zone]));
  const cards = layout.servers.map((p) => ({ box: p.box, zone: zoneOfServer.get(p.server) ?? 1 }));
  const boxes = layout.stores.map((p) => ({ box: p.box, zone: zoneOfNode.get(p.node) ?? 1 }));
  const told = [1, 2].map((zone) =>
    t.zones.told({
      zone: t.zones.name({ number: zone }),
      all: f.list([
        ...servers.filter((s) => s.zone === zone).map((s) => serverLabel(words, s.index)),
        ...nodes.filter((n) => n.zone === zone).map((n) => storeName(language, placeOfNode(n.node))),
      ]),
    }),
  );
  const isLine = layout.wide && layout.columns === 1;
  return (
    <div className={css.zones} data-cut={cut}>
      <p className="visually-hidden">
        {told.join(' ')} {cut && t.zones.cut}
      </p>
      {isLine ? (
        <Border cards={cards} boxes={boxes} layout={layout} cut={cut} />
      ) : (
        [...cards, ...boxes].map(({ box, zone }) => (
          <span
            key={`${box.x} ${box.y}`}
            className={css.tag}
            style={{ left: box.x + 10, top: box.y - 8 }}
            aria-hidden="true"
          >
            {t.zones.name({ number: zone })}
          </span>
        ))
      )}
      {!isLine && cut && (
        <span
          className={css.cut}
          style={{ left: layout.store.x, top: layout.store.y - 30 }}
          aria-hidden="true"
        >
          {t.zones.cutShort}
        </span>
      )}
    </div>
  );
}

interface Placed {
  box: Box;
  zone: number;
}

interface BorderProps {
  cards: Placed[];
  boxes: Placed[];
  layout: StageLayout;
  cut: boolean;
}

/** A line through the gap between the servers of the two zones, and on through the one between the nodes. */
function Border({ cards, boxes, layout, cut }: BorderProps) {
  const { t } = useWords();
  const left = Math.min(...cards.map(({ box }) => box.x), layout.store.x) - OVER_PX;
  const right = layout.store.x + layout.store.w;
  const [a, b] = [gapOf(cards, layout.heightPx), gapOf(boxes, layout.heightPx)];
  const middle = { left: layout.store.x, width: layout.store.w };
  const bend = layout.store.x - OVER_PX / 2;
  const { y, h } = layout.store;
  // Above and below the store, or, where there is no room, on both sides of the line.
  const fits = y >= NAME_PX && y + h + NAME_PX <= layout.heightPx;
  const places = fits
    ? [y - NAME_PX, y + h + 4].map((top) => ({ ...middle, top }))
    : [a - 2 * NAME_PX + 6, a + NAME_PX - 6].map((top) => ({ left: left - 4, top }));
  return (
    <>
      <svg className={css.line} width={layout.widthPx} height={layout.heightPx} aria-hidden="true">
        <path d={`M${left} ${a}H${bend - 8}L${bend + 8} ${b}H${right}`} />
      </svg>
      {boxes.length > 0 &&
        places.map((place, i) => (
          <span key={place.top} className={fits ? css.name : css.tag} style={place} aria-hidden="true">
            {t.zones.name({ number: i + 1 })}
          </span>
        ))}
      {cut && (
        <span className={css.cut} style={{ left: left - 4, top: a - 11 }} aria-hidden="true">
          {t.zones.cutShort}
        </span>
      )}
    </>
  );
}

/** Half-way between the last of zone 1 and the first of zone 2; beyond the others where a zone has nothing. */
function gapOf(placed: Placed[], heightPx: number): number {
  const ends = placed.filter(({ zone }) => zone === 1).map(({ box }) => box.y + box.h);
  const starts = placed.filter(({ zone }) => zone === 2).map(({ box }) => box.y);
  if (ends.length === 0 && starts.length === 0) return heightPx / 2;
  if (ends.length === 0) return Math.max(14, Math.min(...starts) - 22);
  if (starts.length === 0) return Math.min(heightPx - 14, Math.max(...ends) + 22);
  return (Math.max(...ends) + Math.min(...starts)) / 2;
}
