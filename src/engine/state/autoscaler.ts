/** What an autoscaler remembers. */

/** Stands for the number of an intervention where it was the autoscaler that did something. */
export const AUTOSCALER = -2;

export interface Autoscaler {
  /** Number of the event of the next look; 0 when it is off. */
  event: number;
  /** When it last looked. */
  lookedMs: number;
  /** What it wanted at the looks within the cool-down, oldest first; the first `wishes` entries count. */
  wishes: number;
  wishMs: Float64Array;
  wish: Int32Array;
}

export function createAutoscaler(): Autoscaler {
  return { event: 0, lookedMs: 0, wishes: 0, wishMs: new Float64Array(8), wish: new Int32Array(8) };
}

/** Notes what is wanted now, and returns the most that was wanted within the time before. */
export function keepWish(autoscaler: Autoscaler, nowMs: number, count: number, withinMs: number): number {
  let kept = 0;
  let most = count;
  // A smaller wish that is older than a greater one can never be the most again.
  for (let i = 0; i < autoscaler.wishes; i++) {
    if (autoscaler.wishMs[i] <= nowMs - withinMs || autoscaler.wish[i] <= count) continue;
    autoscaler.wishMs[kept] = autoscaler.wishMs[i];
    autoscaler.wish[kept++] = autoscaler.wish[i];
    most = Math.max(most, autoscaler.wish[i]);
  }
  if (kept === autoscaler.wish.length) {
    autoscaler.wishMs = widened(autoscaler.wishMs, new Float64Array(2 * kept));
    autoscaler.wish = widened(autoscaler.wish, new Int32Array(2 * kept));
  }
  autoscaler.wishMs[kept] = nowMs;
  autoscaler.wish[kept] = count;
  autoscaler.wishes = kept + 1;
  return most;
}

function widened<Column extends Float64Array | Int32Array>(old: Column, wider: Column): Column {
  wider.set(old);
  return wider;
}
