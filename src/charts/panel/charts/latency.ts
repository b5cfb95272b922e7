/** Percentiles of response times, each over the last seconds before. */
import { quantileOfBins } from '../../../timeline/readSeries.ts';
import { BINS } from '../../../timeline/series.ts';
import type { TimeChart } from '../chart.ts';
import type { Kept, Stretch } from '../kept.ts';

/** So many answers as make a percentile take a while. */
const LOOK_BACK_MS = 5000;

const SHARES = { p50: 0.5, p95: 0.95, p99: 0.99 } as const;

export const latency: TimeChart = {
  id: 'latency',
  shape: 'lines',
  steps: false,
  least: 10,
  format: (f, value) => f.duration(value >= 10 ? Math.round(value) : value),
  lines: (kept, { words }) => {
    // All lines are read for the same stretches: the counting is done once for each.
    const known = new Map<number, Record<keyof typeof SHARES, number>>();
    return (['p50', 'p95', 'p99'] as const).map((id) => ({
      id,
      name: words.latency[id],
      short: words.latency.short[id],
      at: (stretch) => {
        const key = stretch.from * 10_000 + stretch.to;
        const found = known.get(key) ?? percentilesIn(kept, stretch);
        known.set(key, found);
        return found[id];
      },
    }));
  },
};

function percentilesIn({ series }: Kept, { from, to }: Stretch): Record<keyof typeof SHARES, number> {
  const first = Math.max(0, Math.floor(Math.min(from, to - Math.ceil(LOOK_BACK_MS / series.bucketMs))));
  const counts = new Uint32Array(BINS);
  let count = 0;
  for (let bucket = first; bucket < to; bucket++) {
    const row = series.times[bucket];
    for (let bin = 0; bin < BINS; bin++) counts[bin] += row[bin];
  }
  for (let bin = 0; bin < BINS; bin++) count += counts[bin];
  return {
    p50: quantileOfBins(counts, count, SHARES.p50),
    p95: quantileOfBins(counts, count, SHARES.p95),
    p99: quantileOfBins(counts, count, SHARES.p99),
  };
}
