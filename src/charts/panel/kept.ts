/** What a timeline has kept of a run, and the stretches of time in which charts read it. */

import type { History } from '../../timeline/history.ts';
import { At, PER_SERVER } from '../../timeline/readSeries.ts';
import type { Series } from '../../timeline/series.ts';

export interface Kept {
  series: Series;
  history: History;
}

/** Whole buckets of the series by number: from one until before another. It ends at `to` · bucketMs. */
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

/** What is looked back on where a number should stand for the moment. */
export const LOOK_BACK_MS = 5000;

/** The last seconds before a moment, rounded up to whole buckets; null before the first is whole. */
export function stretchBefore({ samples, bucketMs }: Series, nowMs: number): Stretch | null {
  const to = Math.min(samples.length, Math.floor(nowMs / bucketMs));
  return to === 0 ? null : { from: Math.max(0, to - Math.ceil(LOOK_BACK_MS / bucketMs)), to };
}

const ROWS = 30;
const SHORTEST_ROW_MS = 5000;

/** Stretches of round length, at most 30 and none shorter than 5 s, for a table. */
export function tableStretches({ samples, bucketMs }: Series): Stretch[] {
  const perRow = [1, 2, 5, 10, 15, 30, 60, 120].find(
    (n) => n * bucketMs >= SHORTEST_ROW_MS && samples.length / n < ROWS + 1,
  );
  return stretchesOf(samples.length, perRow ?? 240);
}

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

/** Simulated seconds of a stretch. */
export function secondsOf({ bucketMs }: Series, { from, to }: Stretch): number {
  return ((to - from) * bucketMs) / 1000;
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
