/** The reason of a refusal or failure, at the place where it happened. */
import { useWords } from '../i18n/Words.tsx';
import { type AnswerNotice, headline, kindOfNotice, shortReason } from '../player/describe.ts';
import { usePlayerState } from '../player/hooks.ts';
import type { Notice } from '../timeline/recent.ts';
import { placeCallout } from './calloutPlace.ts';
import type { StageLayout } from './layout.ts';
import css from './stage.module.css';

/** Wall time for which one refusal is explained, so that it can be read. */
const READ_WALL_MS = 3200;

export function Callout({ layout }: { layout: StageLayout }) {
  const words = useWords();
  const notices = usePlayerState((s) => s.view.notices);
  const nowMs = usePlayerState((s) => s.view.nowMs);
  const speed = usePlayerState((s) => s.speed);
  const playing = usePlayerState((s) => s.playing);
  const readMs = READ_WALL_MS * Math.min(speed, 2);
  const notice = playing ? choose(notices, nowMs, readMs) : newest(notices, nowMs, readMs * 1.25);
  if (notice === null) return null;
  const { stem, ...place } = placeCallout(layout, notice.server);
  return (
    <div
      className={css.callout}
      data-kind={kindOfNotice(notice)}
      data-serial={notice.serial}
      data-at={notice.atMs}
      style={place}
      aria-hidden="true"
    >
      {stem !== null && <span className={css.calloutStem} style={{ left: stem }} />}
      <b>{headline(words, notice)}</b>
      <span>{shortReason(words, notice)}</span>
    </div>
  );
}

/** Where time stands still, the last refusal is the one that the picture shows. */
export function newest(notices: readonly Notice[], nowMs: number, forMs: number): AnswerNotice | null {
  const last = notices.findLast((n): n is AnswerNotice => n.what === 'answer' && n.atMs <= nowMs);
  return last !== undefined && nowMs - last.atMs < forMs ? last : null;
}

/**
 * The refusal to explain while time passes: time is cut into stretches long enough to read, and the first
 * refusal of each is explained for its stretch and as long as it takes to read. So the choice depends only
 * on the moment, and a storm of refusals does not flicker.
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
  return before !== null && nowMs - before.atMs < readMs * 1.25 ? before : null;
}
