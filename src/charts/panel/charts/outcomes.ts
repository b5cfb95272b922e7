/** Answers per second, by what they were. */
import { countIn, type Outcome } from '../../../timeline/history.ts';
import type { TimeChart } from '../chart.ts';
import type { Kept, Stretch } from '../kept.ts';

const OUTCOMES = ['ok', 'refused', 'failed'] as const;

export const outcomes: TimeChart = {
  id: 'outcomes',
  shape: 'stack',
  steps: false,
  least: 4,
  format: (f, value) => f.rate(value),
  counts: true,
  lines: (kept, { words }) =>
    OUTCOMES.map((id) => ({ id, name: words.outcomes[id], at: (stretch) => rateOf(kept, id, stretch) })),
};

function rateOf({ series: { bucketMs }, history }: Kept, outcome: Outcome, { from, to }: Stretch): number {
  return (countIn(history, outcome, from * bucketMs, to * bucketMs) * 1000) / ((to - from) * bucketMs);
}
