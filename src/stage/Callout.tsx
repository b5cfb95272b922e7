/** The reason of a refusal or failure, at the place where it happened. */
import { useWords } from '../i18n/Words.tsx';
import { type AnswerNotice, headline, shortReason } from '../player/describe.ts';
import { usePlayerState } from '../player/hooks.ts';
import type { Notice } from '../timeline/recent.ts';
import type { Box, StageLayout } from './layout.ts';
import css from './stage.module.css';

/** Wall time for which one refusal is explained, so that it can be read. */
const READ_WALL_MS = 3200;
const WIDTH_PX = 232;
/** Room for four lines. */
const HEIGHT_PX = 106;

export function Callout({ layout }: { layout: StageLayout }) {
  const words = useWords();
  const notices = usePlayerState((s) => s.view.notices);
  const nowMs = usePlayerState((s) => s.view.nowMs);
  const speed = usePlayerState((s) => s.speed);
  const notice = choose(notices, nowMs, READ_WALL_MS * Math.min(speed, 2));
  if (notice === null) return null;
  const place = layout.servers.find((p) => p.server === notice.server);
  const anchor = place
    ? place.queue
    : { x: layout.balancer.x + layout.balancer.w, y: layout.balancer.y + layout.balancer.h / 2 };
  const beside = layout.calloutAt === null;
  const { left, top } = layout.calloutAt
    ? { left: layout.calloutAt.x, top: layout.calloutAt.y }
    : besideServer(layout, place?.box ?? layout.balancer);
  return (
    <div
      className={css.callout}
      data-kind={notice.status === 401 ? 'refused' : 'failed'}
      style={{
        left,
        // Near the lower edge it grows upwards.
        ...(top > layout.heightPx - HEIGHT_PX ? { bottom: 6 } : { top }),
        width: layout.wide ? WIDTH_PX : layout.widthPx - 24,
      }}
      aria-hidden="true"
    >
      {beside && place && <span className={css.calloutStem} style={{ left: anchor.x - left }} />}
      <b>{headline(words, notice)}</b>
      <span>{shortReason(words, notice)}</span>
    </div>
  );
}

/** Beside the lane to the server; without room there, below its card or above the last one. */
function besideServer(layout: StageLayout, box: Box): { left: number; top: number } {
  const middle = box.y + box.h / 2;
  if (layout.roomy)
    return { left: Math.max(8, box.x - WIDTH_PX - 4), top: Math.min(middle + 26, layout.heightPx - 86) };
  const below = box.y + box.h - 6;
  return { left: Math.max(8, box.x - 34), top: below < layout.heightPx - 80 ? below : box.y - 62 };
}

/**
 * The refusal to explain at a moment: time is cut into stretches long enough to read, and the first
 * refusal of each is explained until the next stretch has one of its own. So the choice depends only on
 * the moment, and a storm of refusals does not flicker.
 */
export function choose(notices: readonly Notice[], nowMs: number, readMs: number): AnswerNotice | null {
  const stretch = Math.floor(nowMs / readMs);
  let before: AnswerNotice | null = null;
  for (const notice of notices) {
    if (notice.what !== 'answer' || notice.atMs > nowMs) continue;
    const its = Math.floor(notice.atMs / readMs);
    if (its === stretch) return notice;
    if (its === stretch - 1 && before === null) before = notice;
  }
  return before;
}
