/** The spread of response times up to a moment: numbers of the bars and of the table. */
import { beginOfBin, quantileOfBins } from '../../timeline/readSeries.ts';
import { BINS, FINENESS, type Series } from '../../timeline/series.ts';

/** Bins that make one bar: four bars to each doubling. */
const PER_BAR = (1 << FINENESS) / 4;

export interface Bar {
  fromMs: number;
  toMs: number;
  count: number;
}

export interface Spread {
  count: number;
  bars: Bar[];
  p50: number;
  p95: number;
  p99: number;
}

/** Answers of the first `buckets` whole buckets; bars for all times there are in the whole run, so that they keep their places. */
export function spreadOf({ times }: Series, buckets: number): Spread {
  const counts = new Uint32Array(BINS);
  const ever = new Uint32Array(BINS);
  times.forEach((row, bucket) => {
    for (let bin = 0; bin < BINS; bin++) {
      ever[bin] += row[bin];
      if (bucket < buckets) counts[bin] += row[bin];
    }
  });
  const bars: Bar[] = [];
  let count = 0;
  const lastBin = ever.findLastIndex((n) => n > 0);
  const first = barOf(ever.findIndex((n) => n > 0));
  for (let bar = first; lastBin >= 0 && bar <= barOf(lastBin); bar++) {
    const from = Math.max(0, 1 + (bar - 1) * PER_BAR);
    const to = 1 + bar * PER_BAR;
    const inBar = counts.subarray(from, to).reduce((all, n) => all + n, 0);
    count += inBar;
    bars.push({ fromMs: beginOfBin(from), toMs: beginOfBin(to), count: inBar });
  }
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((q) => quantileOfBins(counts, count, q));
  return { count, bars, p50, p95, p99 };
}

/** Bar 0 has what is too short to be told apart. */
const barOf = (bin: number): number => Math.ceil(bin / PER_BAR);
