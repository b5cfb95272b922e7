/** Answers that are shown one by one: only where there are few enough to be told apart. */
import { type TimeSpan, widthMs } from '../../player/timeWindow.ts';
import { type Closeup, firstAnswerAfter } from '../../timeline/closeup.ts';
import { type Outcome, outcomeOf } from '../../timeline/history.ts';

/** Height of the lane in which they lie. */
export const LANE_PX = 16;
/** Room that each needs, on average. */
const LEAST_PX = 9;
/** Nobody goes through more than so many. */
const MOST = 120;

export interface SingleAnswer {
  atMs: number;
  /** Place in the plot. */
  px: number;
  responseMs: number;
  user: number;
  request: number;
  status: number;
  serial: number;
  kind: Outcome;
}

/** In order of time; null when there are too many, or when not all of them are known. */
export function singleAnswers(
  closeup: Closeup,
  span: TimeSpan,
  widthPx: number,
  knownMs: number,
): SingleAnswer[] | null {
  const { fromMs, toMs } = span;
  if (closeup.isTooMuch || closeup.fromMs > fromMs || closeup.untilMs < Math.min(toMs, knownMs)) return null;
  const { answers } = closeup;
  // What came at the very beginning of what is shown is shown, too.
  const first = fromMs === 0 ? 0 : firstAnswerAfter(answers, fromMs - 1e-6);
  const end = firstAnswerAfter(answers, toMs);
  if (end - first > Math.min(MOST, widthPx / LEAST_PX)) return null;
  return Array.from({ length: end - first }, (_, n) => {
    const i = first + n;
    const status = answers.status[i];
    return {
      atMs: answers.atMs[i],
      px: ((answers.atMs[i] - fromMs) / widthMs(span)) * widthPx,
      responseMs: answers.responseMs[i],
      user: answers.user[i],
      request: answers.kind[i],
      status,
      serial: answers.serial[i],
      kind: outcomeOf(status),
    };
  });
}

const WIDEST_PX = 24;
const NARROWEST_PX = 6;

/** How far the place that can be pressed reaches to each side of an answer: half of the way to the next, within reason. */
export function reachOf(singles: readonly SingleAnswer[], i: number): { left: number; right: number } {
  const half = (gap: number) => Math.max(NARROWEST_PX / 2, Math.min(WIDEST_PX / 2, gap / 2));
  const { px } = singles[i];
  return {
    left: half(i === 0 ? WIDEST_PX : px - singles[i - 1].px),
    right: half(i === singles.length - 1 ? WIDEST_PX : singles[i + 1].px - px),
  };
}
