/** Where the reason of a refusal stands, so that it hides neither the chip nor the dock it speaks of. */
import type { StageLayout } from './layout.ts';

const WIDTH_PX = 232;
/** Room for five lines. */
const HEIGHT_PX = 124;

export interface CalloutPlace {
  left: number;
  width: number;
  /** One of the two: near the lower edge the box grows upwards. */
  top?: number;
  bottom?: number;
  /** Distance of the line to the server's lane from the left of the box; null without such a line. */
  stem: number | null;
}

/** @param server index of the server it is about, or -1 for the balancer. */
export function placeCallout(layout: StageLayout, server: number): CalloutPlace {
  const { balancer, store, widthPx, heightPx, snug } = layout;
  if (!layout.wide) return { left: 12, top: balancer.y + balancer.h + 15, width: widthPx - 24, stem: null };
  const place = layout.servers.find((p) => p.server === server);
  if (place === undefined && !snug) {
    return upOrDown(balancer.x + balancer.w + 12, balancer.y + balancer.h / 2 - 40, WIDTH_PX, null, heightPx);
  }
  if (place === undefined || layout.columns > 1 || !layout.roomy) {
    // Cards fill the middle of the stage: over the store is the only free place.
    const cardsEnd = Math.max(...layout.servers.map(({ box }) => box.x + box.w));
    const width = Math.min(Math.max(150, store.w + 34), Math.max(snug ? 100 : 118, widthPx - cardsEnd - 12));
    return { left: widthPx - width - 6, top: snug ? 6 : 8, width, stem: null };
  }
  const { box, queue } = place;
  const middle = box.y + box.h / 2;
  const right = box.x - 16;
  const width = Math.min(WIDTH_PX, right - balancer.x - balancer.w - 8);
  const left = right - width;
  return upOrDown(left, middle + 28, width, queue.x - left, heightPx);
}

function upOrDown(
  left: number,
  top: number,
  width: number,
  stem: number | null,
  heightPx: number,
): CalloutPlace {
  return top > heightPx - HEIGHT_PX ? { left, bottom: 6, width, stem: null } : { left, top, width, stem };
}
