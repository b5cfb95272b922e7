/**
 * A histogram for percentiles: durations are counted in buckets, 64 to each doubling, so that a
 * percentile is off by less than 1 % whatever the durations are. The bucket is read off the bits of the
 * number, without a logarithm. Plain data: histograms of parts of a run can be kept and added up.
 */

const FINENESS = 6; // 2^6 = 64 buckets to each doubling
/** Durations below 2^-10 ms, about a microsecond, count as 0. */
const FIRST_EXPONENT = -10;
/** Durations from 2^32 ms, about 50 days, count as that. */
const LAST_EXPONENT = 32;
const FIRST = (1023 + FIRST_EXPONENT) << FINENESS;
const SIZE = 1 + ((LAST_EXPONENT - FIRST_EXPONENT) << FINENESS);

// Scratch for looking at the bits of a double. It carries nothing from one call to the next.
const scratch = new Float64Array(1);
const words = new Uint32Array(scratch.buffer);
const high = (() => {
  scratch[0] = 1;
  return words[1] === 0x3ff00000 ? 1 : 0;
})();

export interface Histogram {
  /** How many values there are in each bucket. */
  counts: Uint32Array;
  /** How many values there are. */
  count: number;
  /** Sum of the exact values, for the mean. */
  sum: number;
  /** Smallest and largest value, exact; Infinity and 0 when there is none. */
  least: number;
  most: number;
}

export function createHistogram(): Histogram {
  return { counts: new Uint32Array(SIZE), count: 0, sum: 0, least: Number.POSITIVE_INFINITY, most: 0 };
}

/** Counts one value, which is not negative. */
export function addValue(histogram: Histogram, value: number): void {
  histogram.counts[bucketOf(value)]++;
  histogram.count++;
  histogram.sum += value;
  if (value < histogram.least) histogram.least = value;
  if (value > histogram.most) histogram.most = value;
}

/** Counts all values of another histogram. */
export function addHistogram(histogram: Histogram, other: Histogram): void {
  for (let i = 0; i < SIZE; i++) histogram.counts[i] += other.counts[i];
  histogram.count += other.count;
  histogram.sum += other.sum;
  histogram.least = Math.min(histogram.least, other.least);
  histogram.most = Math.max(histogram.most, other.most);
}

/** The mean, exact; null without values. */
export function meanOf({ count, sum }: Histogram): number | null {
  return count === 0 ? null : sum / count;
}

/**
 * The smallest value that a share `q` (0 to 1) of all values does not exceed, off by less than 1 %;
 * null without values.
 */
export function quantileOf(histogram: Histogram, q: number): number | null {
  const { counts, count, least, most } = histogram;
  if (count === 0) return null;
  let left = Math.max(1, Math.ceil(q * count));
  if (left >= count) return most;
  let bucket = 0;
  while (left > counts[bucket]) left -= counts[bucket++];
  return Math.min(most, Math.max(least, middleOf(bucket)));
}

function bucketOf(value: number): number {
  scratch[0] = value;
  const bucket = (words[high] >>> (20 - FINENESS)) - FIRST + 1;
  return bucket < 0 ? 0 : Math.min(bucket, SIZE - 1);
}

function middleOf(bucket: number): number {
  if (bucket === 0) return 0;
  words[high] = ((bucket - 1 + FIRST) << (20 - FINENESS)) | (1 << (19 - FINENESS));
  words[1 - high] = 0;
  return scratch[0];
}
