/**
 * The numbers of the timeline chart: answers per second by outcome, in as many bins as can be told apart.
 */
import { nice, ticks } from 'd3';
import { BUCKET_MS, type History } from '../timeline/history.ts';

export interface OutcomeBin {
  /** Middle of the bin, in simulated milliseconds. */
  atMs: number;
  okPerSecond: number;
  refusedPerSecond: number;
  failedPerSecond: number;
}

/** Bins at most; more would be narrower than a few pixels. */
const MOST_BINS = 150;

/** The time the chart spans: a minute at first, doubled whenever the run outgrows it. */
export function spanOf(frontierMs: number): number {
  let spanMs = 60_000;
  while (frontierMs > spanMs * 0.96) spanMs *= 2;
  return spanMs;
}

/** Whole bins of the history, up to the frontier. The bin that is still filling is left out. */
export function binOutcomes(history: History, spanMs: number, frontierMs: number): OutcomeBin[] {
  // At least a second, so that the chart shows a rate and not single answers.
  const perBin = Math.max(1000 / BUCKET_MS, Math.ceil(spanMs / BUCKET_MS / MOST_BINS));
  const binMs = perBin * BUCKET_MS;
  const bins: OutcomeBin[] = [];
  const count = Math.floor(frontierMs / binMs);
  for (let b = 0; b < count; b++) {
    let ok = 0;
    let refused = 0;
    let failed = 0;
    for (let i = b * perBin; i < Math.min((b + 1) * perBin, history.length); i++) {
      ok += history.ok[i];
      refused += history.refused[i];
      failed += history.failed[i];
    }
    const seconds = binMs / 1000;
    bins.push({
      atMs: (b + 0.5) * binMs,
      okPerSecond: ok / seconds,
      refusedPerSecond: refused / seconds,
      failedPerSecond: failed / seconds,
    });
  }
  return bins;
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
