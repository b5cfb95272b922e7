/** The numbers of a chart with one line for each of several runs, and of how far they are apart. */
import { nice, ticks } from 'd3';
import { type TimeSpan, widthMs } from '../player/timeWindow.ts';
import type { OutcomeBin } from './outcomes.ts';

/** Bins that are taken together, so that a line shows a tendency and not single answers. */
const SMOOTH_BINS = 3;
/** Height of a number of the scale, and of that of a run, with some air. */
const WORD_PX = 17;
const NUMBER_PX = 12;
/** Ends closer to each other than this are at the same place. */
const SAME_PX = 3;

export interface RunLines {
  /** One path for each run. */
  lines: string[];
  /** The area between the lowest and the highest line. */
  apart: string;
  /** Where each line ends, from above; null without one. */
  endsPx: (number | null)[];
  /** Where the lines end, from the left. */
  endPx: number;
  ticksPerSecond: number[];
  y(perSecond: number): number;
}

/**
 * @param runs bins of the same width
 * @param of which of their numbers
 * @param shown the stretch of time that is drawn over the width; lines go on by a bin on both sides
 */
export function runLines(
  runs: readonly (readonly OutcomeBin[])[],
  of: (bin: OutcomeBin) => number,
  shown: TimeSpan,
  widthPx: number,
  heightPx: number,
): RunLines {
  const length = Math.min(...runs.map((bins) => bins.length));
  const values = runs.map((bins) => smooth(bins.slice(0, length).map(of)));
  const [times] = runs;
  const end = times.slice(0, length).findLastIndex(({ atMs }) => atMs <= shown.toMs);
  const begin = times.findIndex(({ atMs }) => atMs >= shown.fromMs);
  const first = Math.max(0, begin - 1);
  const last = Math.min(length - 1, end + 1);
  const bins = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
  const isThere = bins.length >= 2 && begin >= 0 && end >= 0;
  const peak = Math.max(0, ...bins.flatMap((bin) => values.map((all) => all[bin])));
  const [, topPerSecond] = nice(0, Math.max(2, peak * 1.1), 3);
  const x = (ms: number) => ((ms - shown.fromMs) / widthMs(shown)) * widthPx;
  const y = (perSecond: number) => (1 - perSecond / topPerSecond) * heightPx;
  const point = (bin: number, value: number) => `${hundredths(x(times[bin].atMs))},${hundredths(y(value))}`;
  const along = (edge: (bin: number) => number, some: number[]) =>
    some.map((bin) => point(bin, edge(bin))).join('L');
  const at = (bin: number) => values.map((all) => all[bin]);
  return {
    lines: values.map((all) => (isThere ? `M${along((bin) => all[bin], bins)}` : '')),
    apart: isThere
      ? `M${along((bin) => Math.max(...at(bin)), bins)}L${along((bin) => Math.min(...at(bin)), bins.toReversed())}Z`
      : '',
    endsPx: values.map((all) => (isThere ? y(all[end]) : null)),
    endPx: isThere ? x(times[end].atMs) : 0,
    ticksPerSecond: withRoom(ticks(0, topPerSecond, 2).slice(1), y),
    y,
  };
}

/**
 * Where the numbers of runs stand beside the ends of their lines, from above: together where the ends can hardly be told
 * apart, and otherwise moved as far as each needs to be read.
 *
 * @param topPx none of them stands higher than this
 */
export function placeEnds(
  endsPx: readonly (number | null)[],
  heightPx: number,
  topPx = 0,
): { yPx: number; runs: number[] }[] {
  const groups: { yPx: number; runs: number[] }[] = [];
  const ends = endsPx
    .flatMap((yPx, run) => (yPx === null ? [] : [{ yPx: Math.max(topPx, yPx), run }]))
    .sort((a, b) => a.yPx - b.yPx);
  for (const { yPx, run } of ends) {
    const last = groups.at(-1);
    if (last && yPx - last.yPx < SAME_PX) last.runs.push(run);
    else groups.push({ yPx, runs: [run] });
  }
  // No more numbers below each other than there is room for.
  while ((groups.length - 1) * NUMBER_PX > heightPx - topPx) {
    const gaps = groups.slice(1).map(({ yPx }, i) => yPx - groups[i].yPx);
    const closest = gaps.indexOf(Math.min(...gaps));
    const [below] = groups.splice(closest + 1, 1);
    groups[closest].runs.push(...below.runs);
  }
  for (const { runs } of groups) runs.sort((a, b) => a - b);
  const push = (from: number, by: 1 | -1) => {
    for (let i = from; groups[i - by] && groups[i]; i += by) {
      const least = groups[i - by].yPx + by * NUMBER_PX;
      groups[i].yPx = by === 1 ? Math.max(groups[i].yPx, least) : Math.min(groups[i].yPx, least);
    }
  };
  push(1, 1);
  const last = groups.at(-1);
  if (last) last.yPx = Math.min(last.yPx, heightPx);
  push(groups.length - 2, -1);
  return groups;
}

/** The mean of each value with those beside it. */
function smooth(values: readonly number[]): number[] {
  const reach = (SMOOTH_BINS - 1) / 2;
  return values.map((_, i) => {
    const near = values.slice(Math.max(0, i - reach), i + reach + 1);
    return near.reduce((sum, value) => sum + value, 0) / near.length;
  });
}

/** All of the numbers of a scale, or only the highest where their words would lie over each other. */
function withRoom(ticksPerSecond: number[], y: (perSecond: number) => number): number[] {
  const [first, second] = ticksPerSecond;
  return second !== undefined && y(first) - y(second) < WORD_PX ? ticksPerSecond.slice(-1) : ticksPerSecond;
}

/** As exact as a screen can show. */
const hundredths = (px: number): number => Math.round(px * 100) / 100;
