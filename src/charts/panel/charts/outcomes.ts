/** Answers per second, by what they were. */
import { BUCKET_MS } from '../../../timeline/history.ts';
import type { TimeChart } from '../chart.ts';
import { type Kept, type Stretch, secondsOf } from '../kept.ts';

const OUTCOMES = ['ok', 'refused', 'failed'] as const;

export const outcomes: TimeChart = {
  id: 'outcomes',
  shape: 'stack',
  steps: false,
  least: 4,
  format: (f, value) => f.rate(value),
  lines: (kept, { words }) =>
    OUTCOMES.map((id) => ({ id, name: words.outcomes[id], at: (stretch) => rateOf(kept, id, stretch) })),
};

function rateOf({ series, history }: Kept, outcome: (typeof OUTCOMES)[number], stretch: Stretch): number {
  const perBucket = series.bucketMs / BUCKET_MS;
  const column = history[outcome];
  let count = 0;
  const to = Math.min(history.length, stretch.to * perBucket);
  for (let i = stretch.from * perBucket; i < to; i++) count += column[i];
  return count / secondsOf(series, stretch);
}
