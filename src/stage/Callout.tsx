/** The reason of a refusal or failure, with a line to the place where it happened. */
import { useLayoutEffect, useRef, useState } from 'react';
import { STRATEGIES } from '../engine/strategies/index.ts';
import { useWords } from '../i18n/Words.tsx';
import { type AnswerNotice, headline, kindOfNotice, shortReason } from '../player/describe.ts';
import { usePlayerState } from '../player/hooks.ts';
import type { Notice } from '../timeline/recent.ts';
import { type CalloutPlace, calloutWidths, placeCallout } from './calloutPlace.ts';
import { pathOf } from './curves.ts';
import type { StageLayout } from './layout.ts';
import css from './stage.module.css';

/** Wall time for which one refusal is explained, so that it can be read. */
const READ_WALL_MS = 3200;

export function Callout({ layout }: { layout: StageLayout }) {
  const notices = usePlayerState((s) => s.view.notices);
  const nowMs = usePlayerState((s) => s.view.nowMs);
  const speed = usePlayerState((s) => s.speed);
  const playing = usePlayerState((s) => s.playing);
  const traced = usePlayerState((s) => s.traced);
  const readMs = READ_WALL_MS * Math.min(speed, 2);
  const asked = notices.filter((n) => n.what === 'answer' && n.serial === traced?.serial);
  const notice = playing
    ? choose(notices, nowMs, readMs)
    : (newest(asked, nowMs, readMs * 1.25) ?? newest(notices, nowMs, readMs * 1.25));
  return notice && <Explained key={notice.serial} layout={layout} notice={notice} />;
}

function Explained({ layout, notice }: { layout: StageLayout; notice: AnswerNotice }) {
  const words = useWords();
  const store = usePlayerState((s) => s.view.store.used);
  const shelves = usePlayerState((s) => STRATEGIES[s.view.strategy].keeper === 'memory');
  const box = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<CalloutPlace | null>(null);
  const head = headline(words, notice);
  const reason = shortReason(words, notice);
  const kind = kindOfNotice(notice);

  // biome-ignore lint/correctness/useExhaustiveDependencies: other words take other room
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const before = element.style.width;
    const sizes = calloutWidths(layout).map((w) => {
      element.style.width = `${w}px`;
      return { w, h: element.offsetHeight };
    });
    element.style.width = before;
    setPlace(placeCallout(layout, notice.server, sizes, { store, shelves }));
  }, [layout, notice.server, store, shelves, head, reason]);

  const { x, y, w } = place?.box ?? { x: 0, y: 0, w: 0 };
  return (
    <>
      {place?.leader && (
        <svg
          className={css.calloutLine}
          width={layout.widthPx}
          height={layout.heightPx}
          style={{ color: `var(--${kind === 'failed' ? 'failed' : 'refused'})` }}
          aria-hidden="true"
        >
          <path d={pathOf({ kind: 'polyline', points: place.leader })} />
          <circle cx={place.leader.at(-2)} cy={place.leader.at(-1)} r="3" />
        </svg>
      )}
      <div
        ref={box}
        className={css.callout}
        data-kind={kind}
        data-serial={notice.serial}
        data-at={notice.atMs}
        style={{ left: x, top: y, width: w, visibility: place === null ? 'hidden' : undefined }}
        aria-hidden="true"
      >
        <b>{head}</b>
        <span>{reason}</span>
      </div>
    </>
  );
}
/** Where time stands still, the last refusal is the one that the picture shows, or the one that is asked about. */
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
