/** What a timeline has kept of a run, and the stretches of time in which charts read it. */

import { BUCKET_MS, type History } from '../../timeline/history.ts';
import { At, PER_SERVER } from '../../timeline/readSeries.ts';
import { type Series, sampleOf } from '../../timeline/series.ts';
import type { Timeline } from '../../timeline/timeline.ts';

export interface Kept {
  series: Series;
  history: History;
}

/** Where the run is known no further: a bucket that is not whole yet, as far as it goes. */
export interface Open {
  /** What was kept, and how things stand now as if a bucket ended here. */
  kept: Kept;
  /** As long as a bucket, up to now. */
  stretch: Stretch;
}

/** Null where a bucket has just ended, and before the first one has. */
export function openBucket({ series, history, world, scenario, nowMs }: Timeline): Open | null {
  if (series === null || series.samples.length === 0) return null;
  const { bucketMs, samples, times, filling } = series;
  const to = nowMs / bucketMs;
  if (to <= samples.length) return null;
  const fromMs = Math.floor((nowMs - bucketMs) / BUCKET_MS) * BUCKET_MS;
  return {
    kept: {
      series: { ...series, times: [...times, filling], samples: [...samples, sampleOf(world, scenario)] },
      history,
    },
    stretch: { from: fromMs / bucketMs, to },
  };
}

/**
 * Buckets of the series by number: from one until before another. It ends at `to` · bucketMs. Whole ones, but where a
 * bucket is open.
 */
export interface Stretch {
  from: number;
  to: number;
}

/** All buckets, so many to a stretch. What is left over at the end makes none. */
export function stretchesOf(buckets: number, perStretch: number): Stretch[] {
  return Array.from({ length: Math.floor(buckets / perStretch) }, (_, i) => ({
    from: i * perStretch,
    to: (i + 1) * perStretch,
  }));
}

/** The last stretch of so many buckets that is whole at a moment; null before the first is. */
export function stretchBefore({ samples, bucketMs }: Series, nowMs: number, buckets = 1): Stretch | null {
  const whole = Math.min(samples.length, Math.floor(nowMs / bucketMs));
  const to = whole - (whole % buckets);
  return to === 0 ? null : { from: to - buckets, to };
}

/** The stretch that a moment lies in, whose end belongs to it; or, where that is not whole yet, the last one that is. */
export function stretchAround(series: Series, nowMs: number, buckets = 1): Stretch | null {
  const from = buckets * Math.max(0, Math.ceil(nowMs / (buckets * series.bucketMs)) - 1);
  const isWhole = from + buckets <= series.samples.length;
  return isWhole ? { from, to: from + buckets } : stretchBefore(series, nowMs, buckets);
}

const MOST_ROWS = 60;

/** Stretches of round length, at most 60, for a table: of one bucket each, as long as that makes no more. */
export function tableStretches({ samples, bucketMs }: Series): Stretch[] {
  const perRow = [1, 2, 5, 10, 15, 30, 60, 120].find(
    (n) => samples.length / n < MOST_ROWS + 1 && (n * bucketMs <= 60_000 || (n * bucketMs) % 60_000 === 0),
  );
  return stretchesOf(samples.length, perRow ?? 240);
}

/** The last bucket of a stretch by number, and the last one before it, which is -1 at the start of the run. */
export const lastOf = ({ to }: Stretch): number => Math.ceil(to) - 1;
export const lastBefore = ({ from }: Stretch): number => Math.floor(from) - 1;

/** A number of the sample at the end of a bucket; before the first, of the start of the run, when all counts were 0. */
export function sampled({ samples }: Series, bucket: number, place: number): number {
  return bucket < 0 ? 0 : samples[bucket][place];
}

/** The same for a server, or `otherwise` while there was no such server. */
export function sampledServer(
  { samples }: Series,
  bucket: number,
  server: number,
  place: number,
  otherwise: number,
): number {
  if (bucket < 0 || server >= samples[bucket][At.servers]) return otherwise;
  return samples[bucket][At.firstServer + server * PER_SERVER + place];
}

/** The same for sessions in a node of the store. */
export function sampledNode({ samples }: Series, bucket: number, node: number): number {
  if (bucket < 0) return 0;
  return samples[bucket][firstNode(samples[bucket]) + node] ?? 0;
}

/** How many servers there were in all, and nodes of the store. */
export function castOf({ samples }: Series): { servers: number; nodes: number } {
  const last = samples.at(-1);
  return last === undefined
    ? { servers: 0, nodes: 0 }
    : { servers: last[At.servers], nodes: last.length - firstNode(last) };
}

const firstNode = (sample: Float64Array): number => At.firstServer + sample[At.servers] * PER_SERVER;

/** Simulated seconds of the buckets that a stretch touches, as far as they go. */
export function secondsOf({ bucketMs }: Series, { from, to }: Stretch): number {
  return ((to - Math.floor(from)) * bucketMs) / 1000;
}

/**
 * At most `most` lines, in their order: those that had something last. Servers come and go, and whoever looks wants those
 * that are there.
 */
export function latestLines<L extends { at(stretch: Stretch): number }>(
  lines: readonly L[],
  buckets: number,
  most: number,
): readonly L[] {
  if (lines.length <= most) return lines;
  const chosen = new Set<L>();
  for (let to = buckets; to > 0 && chosen.size < most; to--) {
    for (const line of lines) {
      if (chosen.size < most && !Number.isNaN(line.at({ from: to - 1, to }))) chosen.add(line);
    }
  }
  return lines.filter((line) => chosen.has(line));
}
