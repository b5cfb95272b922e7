/**
 * The numbers of the timeline chart: answers per second by outcome, in as many bins as can be told apart.
 */
import { nice, ticks } from 'd3';
import { BUCKET_MS, countIn, type History, type Outcome } from '../timeline/history.ts';

export interface OutcomeBin {
  /** Middle of the bin, in simulated milliseconds. */
  atMs: number;
  okPerSecond: number;
  refusedPerSecond: number;
  failedPerSecond: number;
}

/** So many bins make a minute or two; longer spans have twice as many, twice as wide. */
const BINS = 120;

/**
 * The time the chart spans: a minute at first, doubled whenever the run outgrows it.
 *
 * @param reachedMs how far the run has been, or where one is in it, in simulated ms
 * @param done what was done: the last of it has a mark, even where the run has not got there yet
 */
export function spanOf(reachedMs: number, done: readonly { atMs: number }[] = []): number {
  const lastMs = done.reduce((last, { atMs }) => Math.max(last, atMs), reachedMs);
  let spanMs = 60_000;
  while (lastMs > spanMs * 0.96) spanMs *= 2;
  return spanMs;
}

/** Whole bins of the history, up to the frontier: a second each, or 2, 4, 8, … in a longer span, as the charts have them. */
export function binOutcomes(history: History, spanMs: number, frontierMs: number): OutcomeBin[] {
  const binMs = binMsOf(spanMs);
  const bins: OutcomeBin[] = [];
  for (let toMs = binMs; toMs <= frontierMs; toMs += binMs)
    bins.push(rates(history, toMs - binMs, toMs, toMs - binMs / 2));
  return bins;
}

/**
 * The same from the very start to the frontier: between there and the last whole bin, the rate of the time before the
 * frontier is what is known. It is of as long a time as any bin, so that it makes no cliff where nothing fell.
 */
export function outcomesUntil(history: History, spanMs: number, frontierMs: number): OutcomeBin[] {
  const bins = binOutcomes(history, spanMs, frontierMs);
  const fromMs = Math.floor((frontierMs - binMsOf(spanMs)) / BUCKET_MS) * BUCKET_MS;
  if (frontierMs > 0) bins.push(rates(history, fromMs, frontierMs, frontierMs));
  return bins.length === 0 ? bins : [{ ...bins[0], atMs: 0 }, ...bins];
}

const binMsOf = (spanMs: number): number => Math.max(1000, spanMs / BINS);

/** Answers per second after one time up to another, to be drawn at `atMs`. */
function rates(history: History, fromMs: number, toMs: number, atMs: number): OutcomeBin {
  const perSecond = (outcome: Outcome) => (countIn(history, outcome, fromMs, toMs) * 1000) / (toMs - fromMs);
  return {
    atMs,
    okPerSecond: perSecond('ok'),
    refusedPerSecond: perSecond('refused'),
    failedPerSecond: perSecond('failed'),
  };
}

export interface OutcomePaths {
  ok: string;
  refused: string;
  failed: string;
  /** Top of the scale, in answers per second. */
  topPerSecond: number;
  ticksPerSecond: number[];
  y(perSecond: number): number;
}

/** Stacked areas in a frame of `widthPx` by `heightPx`. */
export function outcomePaths(
  bins: OutcomeBin[],
  spanMs: number,
  widthPx: number,
  heightPx: number,
): OutcomePaths {
  const peak = bins.reduce((m, b) => Math.max(m, b.okPerSecond + b.refusedPerSecond + b.failedPerSecond), 0);
  // Arithmetic: d3's scales and shapes would bring colours, formats and curves along, which weigh 11 kB.
  const [, topPerSecond] = nice(0, Math.max(4, peak * 1.15), 3);
  const x = (atMs: number) => (atMs / spanMs) * widthPx;
  const y = (perSecond: number) => (1 - perSecond / topPerSecond) * heightPx;
  const line = (edge: (b: OutcomeBin) => number, of: OutcomeBin[]) =>
    of.map((b) => `${hundredths(x(b.atMs))},${hundredths(y(edge(b)))}`).join('L');
  const band = (low: (b: OutcomeBin) => number, high: (b: OutcomeBin) => number) =>
    bins.length === 0 ? '' : `M${line(high, bins)}L${line(low, [...bins].reverse())}Z`;
  return {
    ok: band(
      () => 0,
      (b) => b.okPerSecond,
    ),
    refused: band(
      (b) => b.okPerSecond,
      (b) => b.okPerSecond + b.refusedPerSecond,
    ),
    failed: band(
      (b) => b.okPerSecond + b.refusedPerSecond,
      (b) => b.okPerSecond + b.refusedPerSecond + b.failedPerSecond,
    ),
    topPerSecond,
    ticksPerSecond: ticks(0, topPerSecond, 3).slice(1),
    y,
  };
}

/** As exact as a screen can show. */
const hundredths = (px: number): number => Math.round(px * 100) / 100;

/** Times for the axis, about `count` of them, in simulated milliseconds. */
export function timeTicks(spanMs: number, count: number): number[] {
  const steps = [5, 10, 15, 30, 60, 120, 300, 600, 900].map((s) => s * 1000);
  const step = steps.find((s) => spanMs / s <= count) ?? 1_800_000;
  const ticks: number[] = [];
  for (let t = 0; t <= spanMs; t += step) ticks.push(t);
  return ticks;
}
