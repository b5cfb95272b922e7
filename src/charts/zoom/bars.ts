/**
 * The numbers of the timeline chart when only a part of the run is shown: answers per second by outcome, as bars of a round
 * width. Read from single answers where they are known, otherwise from the history's buckets.
 */
import { nice, ticks } from 'd3';
import type { TimeSpan } from '../../player/timeWindow.ts';
import { type Closeup, firstAnswerAfter } from '../../timeline/closeup.ts';
import { countIn, type History, outcomeOf } from '../../timeline/history.ts';

/** Widths of bars; from a quarter of a second on each is a multiple of the history's buckets. */
const WIDTHS_MS = [
  1, 2, 5, 10, 25, 50, 125, 250, 500, 1000, 2000, 5000, 10_000, 15_000, 30_000, 60_000, 120_000,
] as const;
/** A narrower bar is no bar. */
const NARROWEST_PX = 4;
/** So few answers make no rate: bars are wider, up to a second. */
const FEWEST_ANSWERS = 4;
const WIDEST_FOR_FEW_MS = 1000;

/** Bars of the same width, side by side. Bar i counts what came after `firstMs + i · widthMs`, up to its end. */
export interface Bars {
  firstMs: number;
  widthMs: number;
  /** The last bar may reach further than what is known: it has what came until then. */
  knownMs: number;
  ok: Uint32Array;
  refused: Uint32Array;
  failed: Uint32Array;
}

/**
 * How wide a bar is.
 * @param perSecond answers that there are about
 * @param leastMs what is known is no finer
 */
export function barWidthMs(shownMs: number, widthPx: number, perSecond: number, leastMs: number): number {
  const seen = (NARROWEST_PX * shownMs) / widthPx;
  const rate = Math.min(WIDEST_FOR_FEW_MS, (FEWEST_ANSWERS * 1000) / perSecond);
  const wanted = Math.max(leastMs, seen, rate);
  return WIDTHS_MS.find((ms) => ms >= wanted) ?? Math.ceil(wanted / 60_000) * 60_000;
}

/** Empty bars that cover a span, as far as the run is known. */
function coverWith({ fromMs, toMs }: TimeSpan, widthMs: number, knownMs: number): Bars {
  const first = Math.floor(fromMs / widthMs);
  const end = Math.min(Math.ceil(toMs / widthMs), Math.ceil(knownMs / widthMs));
  const count = Math.max(0, end - first);
  return {
    firstMs: first * widthMs,
    widthMs,
    knownMs,
    ok: new Uint32Array(count),
    refused: new Uint32Array(count),
    failed: new Uint32Array(count),
  };
}

/** @param widthMs a multiple of the history's buckets */
export function barsOfHistory(history: History, span: TimeSpan, widthMs: number, knownMs: number): Bars {
  const bars = coverWith(span, widthMs, knownMs);
  for (const outcome of ['ok', 'refused', 'failed'] as const) {
    for (let bar = 0; bar < bars.ok.length; bar++) {
      const fromMs = bars.firstMs + bar * widthMs;
      bars[outcome][bar] = countIn(history, outcome, fromMs, fromMs + widthMs);
    }
  }
  return bars;
}

/** What bars of single answers need to be known of: also what the first and the last bar have outside of the span. */
export function coveredBy(
  closeup: Closeup,
  { fromMs, toMs }: TimeSpan,
  widthMs: number,
  knownMs: number,
): boolean {
  const from = Math.floor(fromMs / widthMs) * widthMs;
  const to = Math.min(Math.ceil(toMs / widthMs) * widthMs, Math.floor(knownMs / widthMs) * widthMs);
  return !closeup.isTooMuch && closeup.fromMs <= from && closeup.untilMs >= to;
}

export function barsOfAnswers({ answers }: Closeup, span: TimeSpan, widthMs: number, knownMs: number): Bars {
  const bars = coverWith(span, widthMs, knownMs);
  const endMs = Math.min(knownMs, bars.firstMs + bars.ok.length * widthMs);
  for (let i = firstAnswerAfter(answers, bars.firstMs); i < answers.count && answers.atMs[i] <= endMs; i++) {
    const bar = Math.ceil((answers.atMs[i] - bars.firstMs) / widthMs) - 1;
    bars[outcomeOf(answers.status[i])][bar]++;
  }
  return bars;
}

export interface BarPaths {
  ok: string;
  refused: string;
  failed: string;
  ticksPerSecond: number[];
  y(perSecond: number): number;
  /** Where the last bar is drawn if it is not full yet: it is as high as what has come so far. */
  open: { px: number; widthPx: number } | null;
}

/** Stacked bars in a frame that shows a span. */
export function barPaths(bars: Bars, span: TimeSpan, widthPx: number, heightPx: number): BarPaths {
  const perSecond = 1000 / bars.widthMs;
  const count = bars.ok.length;
  let peak = 0;
  for (let i = 0; i < count; i++) peak = Math.max(peak, bars.ok[i] + bars.refused[i] + bars.failed[i]);
  const [, top] = nice(0, Math.max(4, peak * perSecond * 1.1), 3);
  const y = (rate: number) => (1 - rate / top) * heightPx;
  const x = (ms: number) => hundredths(((ms - span.fromMs) / (span.toMs - span.fromMs)) * widthPx);
  const left = (bar: number) => x(bars.firstMs + bar * bars.widthMs);
  const right = (bar: number) => x(Math.min(bars.knownMs, bars.firstMs + (bar + 1) * bars.widthMs));
  const isOpen = count > 0 && bars.firstMs + count * bars.widthMs > bars.knownMs;
  const layer = (own: Uint32Array, ...below: Uint32Array[]) => {
    let path = '';
    for (let i = 0; i < count; i++) {
      if (own[i] === 0) continue;
      const low = below.reduce((sum, column) => sum + column[i], 0);
      const [bottom, high] = [hundredths(y(low * perSecond)), hundredths(y((low + own[i]) * perSecond))];
      path += `M${left(i)},${bottom}V${high}H${right(i)}V${bottom}Z`;
    }
    return path;
  };
  return {
    ok: layer(bars.ok),
    refused: layer(bars.refused, bars.ok),
    failed: layer(bars.failed, bars.ok, bars.refused),
    ticksPerSecond: ticks(0, top, 3).slice(1),
    y,
    open: isOpen ? { px: left(count - 1), widthPx: right(count - 1) - left(count - 1) } : null,
  };
}

const hundredths = (px: number): number => Math.round(px * 100) / 100;
