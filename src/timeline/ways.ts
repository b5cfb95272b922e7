/** Where the time of the answers of the last seconds went, part by part. */
import { PART_OF_PHASE, PARTS, type Part } from '../engine/parts.ts';
import { isAwaited } from '../engine/state/requests.ts';
import { COPY_LEG, RECENT_MS, type Recent } from './recent.ts';

/** Simulated milliseconds that are looked back on. */
const WINDOW_MS = 5000;

export interface Ways {
  /** Answers that were looked at: successful ones to whoever waited for them. */
  count: number;
  /** Their mean response time, and the parts of it; these add up to it. */
  meanMs: number;
  parts: Record<Part, number>;
}

/** null when there is no such answer of which all is known. */
export function recentWays({ answers, legs }: Recent, nowMs: number): Ways | null {
  const oldest = Math.max(0, legs.count - legs.capacity);
  // Under heavy traffic the first legs of some answers are forgotten.
  // What ended longer ago may be there or not, depending on how the moment was reached.
  const knownFromMs = Math.max(
    nowMs - RECENT_MS,
    oldest > 0 ? legs.sinceMs[oldest % legs.capacity] : Number.NEGATIVE_INFINITY,
  );
  const wanted = new Set<number>();
  let totalMs = 0;
  for (let i = answers.count - 1; i >= Math.max(0, answers.count - answers.capacity); i--) {
    const row = i % answers.capacity;
    if (answers.atMs[row] <= nowMs - WINDOW_MS) break;
    if (!isAwaited(answers.kind[row]) || answers.status[row] >= 400) continue;
    if (answers.atMs[row] - answers.responseMs[row] <= knownFromMs) continue;
    wanted.add(answers.serial[row]);
    totalMs += answers.responseMs[row];
  }
  if (wanted.size === 0) return null;
  const sums = new Float64Array(PARTS.length);
  for (let i = oldest; i < legs.count; i++) {
    const row = i % legs.capacity;
    if (legs.phase[row] !== COPY_LEG && wanted.has(legs.serial[row]))
      sums[PART_OF_PHASE[legs.phase[row]]] += legs.untilMs[row] - legs.sinceMs[row];
  }
  const mean = (part: Part) => sums[PARTS.indexOf(part)] / wanted.size;
  const meanMs = totalMs / wanted.size;
  const known = PARTS.reduce((sum, part) => sum + mean(part), 0);
  return {
    count: wanted.size,
    meanMs,
    parts: {
      client: mean('client'),
      inside: mean('inside'),
      store: mean('store'),
      copies: mean('copies'),
      work: mean('work'),
      // Waiting is no leg: it is what is left.
      waiting: Math.max(0, meanMs - known),
    },
  };
}
