/** The single answers around what is shown, once they have been read; until then the history's buckets have to do. */
import { useMemo, useRef } from 'react';
import { usePlayer, usePlayerState } from '../../player/hooks.ts';
import { type TimeSpan, widthMs } from '../../player/timeWindow.ts';
import { useSlices } from '../../player/useSlices.tsx';
import { type Closeup, createCloseup } from '../../timeline/closeup.ts';
import type { Timeline } from '../../timeline/timeline.ts';

/** Of more than this, buckets tell enough. */
const MOST_SHOWN_MS = 30_000;
/** The widest bar of answers reaches so far out of what is shown. */
const REACH_MS = 1000;
/** What was too much once is tried again when so much less is wanted. */
const WORTH_TRYING = 3;

interface Held {
  closeup: Closeup;
  timeline: Timeline;
  revision: number;
}

export function useCloseup(shown: TimeSpan): Closeup | null {
  const player = usePlayer();
  const revision = usePlayerState((s) => s.revision);
  const frontierMs = usePlayerState((s) => s.view.frontierMs);
  const nowMs = usePlayerState((s) => s.view.nowMs);
  const held = useRef<Held | null>(null);
  const { timeline } = player;
  const isWanted = widthMs(shown) <= MOST_SHOWN_MS;
  if (
    isWanted &&
    (held.current?.timeline !== timeline ||
      held.current.revision !== revision ||
      !isOf(held.current.closeup, shown))
  ) {
    const room = widthMs(shown) / 2 + REACH_MS;
    const closeup = createCloseup(timeline, Math.max(0, shown.fromMs - room), shown.toMs + room);
    held.current = { closeup, timeline, revision };
  }
  const closeup = isWanted ? (held.current?.closeup ?? null) : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: there is more to read when more is known
  const work = useMemo(
    () => closeup && { go: (keepOn: () => boolean) => closeup.go(keepOn) },
    [closeup, frontierMs, nowMs],
  );
  useSlices(work);
  return closeup;
}

function isOf(closeup: Closeup, shown: TimeSpan): boolean {
  if (closeup.isTooMuch && widthMs(closeup) > WORTH_TRYING * (widthMs(shown) + 2 * REACH_MS)) return false;
  // A bar reaches out by no more than it is wide, and where little is shown bars are narrow.
  const reach = Math.min(REACH_MS, widthMs(shown));
  return closeup.fromMs <= Math.max(0, shown.fromMs - reach) && closeup.toMs >= shown.toMs + reach;
}
