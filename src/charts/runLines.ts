/** The numbers of a chart with one line for each of several runs, and of how far they are apart. */
import { nice, ticks } from 'd3';
import type { OutcomeBin } from './outcomes.ts';

/** Bins that are taken together, so that a line shows a tendency and not single answers. */
const SMOOTH_BINS = 3;
/** Height of a number of the scale, with some air. */
const WORD_PX = 17;

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
 */
export function runLines(
  runs: readonly (readonly OutcomeBin[])[],
  of: (bin: OutcomeBin) => number,
  spanMs: number,
  widthPx: number,
  heightPx: number,
): RunLines {
  const length = Math.min(...runs.map((bins) => bins.length));
  const values = runs.map((bins) => smooth(bins.slice(0, length).map(of)));
  const peak = Math.max(0, ...values.flat());
  const [, topPerSecond] = nice(0, Math.max(2, peak * 1.1), 3);
  const y = (perSecond: number) => (1 - perSecond / topPerSecond) * heightPx;
  const point = (bin: number, value: number) =>
    `${hundredths((runs[0][bin].atMs / spanMs) * widthPx)},${hundredths(y(value))}`;
  const along = (edge: (bin: number) => number, bins: number[]) =>
    bins.map((bin) => point(bin, edge(bin))).join('L');
  const bins = Array.from({ length }, (_, bin) => bin);
  const at = (bin: number) => values.map((all) => all[bin]);
  return {
    lines: values.map((all) => (length < 2 ? '' : `M${along((bin) => all[bin], bins)}`)),
    apart:
      length < 2
        ? ''
        : `M${along((bin) => Math.max(...at(bin)), bins)}L${along((bin) => Math.min(...at(bin)), bins.toReversed())}Z`,
    endsPx: values.map((all) => (length < 2 ? null : y(all[length - 1]))),
    endPx: length < 2 ? 0 : (runs[0][length - 1].atMs / spanMs) * widthPx,
    ticksPerSecond: withRoom(ticks(0, topPerSecond, 2).slice(1), y),
    y,
  };
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
