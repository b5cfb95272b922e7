/** Lines of a chart as paths of SVG: numbers in, text out. Never more points than a screen can tell apart. */
import { area, curveLinear, curveStepAfter, line, type ScaleLinear, scaleLinear, stack } from 'd3';
import type { Line, TimeChart } from './chart.ts';
import { type Stretch, stretchesOf } from './kept.ts';

/** Where it is drawn, and what time it spans. */
export interface Frame {
  widthPx: number;
  heightPx: number;
  /** The time at its left edge; 0 when it shows the run from its start. */
  fromMs?: number;
  spanMs: number;
  bucketMs: number;
  /** Whole buckets there are. */
  buckets: number;
}

export interface DrawnPath {
  id: string;
  d: string;
  /** Where the line ends, for a label; null where it has no end to see. */
  end: { x: number; y: number } | null;
}

export interface Drawn {
  paths: DrawnPath[];
  ticks: number[];
  y(value: number): number;
}

const LEAST_PX = 1.5;
/** Above the highest value, so that it does not touch the edge. */
const AIR = 1.08;

/** Buckets that make one point: as many as make some pixels. */
export function bucketsPerPoint({ widthPx, spanMs, bucketMs }: Omit<Frame, 'heightPx' | 'buckets'>): number {
  return Math.max(1, Math.ceil((LEAST_PX * spanMs) / (widthPx * bucketMs)));
}

/** Whole buckets, in stretches of one point each: those that are shown, and one more on each side. */
export function drawnStretches(frame: Frame): Stretch[] {
  const { fromMs = 0, spanMs, bucketMs, buckets } = frame;
  const perStretch = bucketsPerPoint(frame);
  const stretchMs = perStretch * bucketMs;
  const [first, last] = [fromMs / stretchMs - 1, (fromMs + spanMs) / stretchMs + 1];
  return stretchesOf(buckets, perStretch).filter((_, i) => i >= first - 1 && i <= last);
}

interface Point {
  x: number;
  values: number[];
}

/** A reading stands for the middle of its stretch, or, where values stay until they change, for its end: never before a cause. */
function pointsOf(lines: readonly Line[], steps: boolean, frame: Frame): Point[] {
  return drawnStretches(frame).map((stretch) => ({
    x: xAt(frame, steps ? stretch.to : (stretch.from + stretch.to) / 2),
    values: lines.map(({ at }) => at(stretch)),
  }));
}

function xAt({ fromMs = 0, spanMs, bucketMs, widthPx }: Frame, buckets: number): number {
  return hundredths(((buckets * bucketMs - fromMs) * widthPx) / spanMs);
}

/** The scale that values of up to `most` are drawn on. */
function scaleFor({ least, isTop }: TimeChart, most: number, heightPx: number): ScaleLinear<number, number> {
  const scale = scaleLinear([0, isTop ? least : Math.max(least, most * AIR)], [heightPx, 0]);
  return isTop ? scale : scale.nice(3);
}

/**
 * All lines in one frame, stacked or over each other; or a row for each, all on the same scale.
 * @param most the scale reaches at least so far
 */
export function draw(chart: TimeChart, lines: readonly Line[], frame: Frame, most = 0): Drawn {
  const points = pointsOf(lines, chart.steps, frame);
  const highest = points.reduce((top, { values }) => Math.max(top, heightOf(chart, values)), most);
  const y = scaleFor(chart, highest, frame.heightPx);
  const ticks = chart.shape === 'strips' ? [y.domain()[1]] : y.ticks(3).filter((tick) => tick > 0);
  return { ticks, y, paths: pathsOf(chart, lines, points, y, frame) };
}

/**
 * What goes on from the last whole point to where the run is known no further, on the scale of the rest.
 * @param values of the lines there; NaN where there is nothing
 * @param to where that is, in buckets
 */
export function drawTail(
  chart: TimeChart,
  lines: readonly Line[],
  frame: Frame,
  y: Drawn['y'],
  { values, to }: { values: readonly number[]; to: number },
): DrawnPath[] {
  const last = pointsOf(lines, chart.steps, frame).at(-1);
  const points = [...(last === undefined ? [] : [last]), { x: xAt(frame, to), values: [...values] }];
  return pathsOf(chart, lines, points, y, frame);
}

/** How high values reach, together or each by itself. */
export function heightOf({ shape }: TimeChart, values: readonly number[]): number {
  return shape === 'stack' ? sum(values) : greatest(values);
}

function pathsOf(
  { shape, steps }: TimeChart,
  lines: readonly Line[],
  points: Point[],
  y: Drawn['y'],
  { widthPx, heightPx }: Frame,
): DrawnPath[] {
  const curve = steps ? curveStepAfter : curveLinear;
  if (shape === 'lines') return lines.map(({ id }, i) => ({ id, ...oneLine(points, i, y, curve, widthPx) }));
  if (shape === 'strips') {
    return lines.map(({ id }, i) => {
      const band = area<Point>()
        .defined(({ values }) => !Number.isNaN(values[i]))
        .x(({ x }) => x)
        .y0(heightPx)
        .y1(({ values }) => y(values[i]))
        .curve(curve)
        .digits(2);
      return { id, d: band(points) ?? '', end: null };
    });
  }
  const layers = stack<Point, number>()
    .keys(lines.keys())
    .value(({ values }, i) => values[i])(points);
  const band = area<(typeof layers)[number][number]>()
    .x(({ data }) => data.x)
    .y0(([low]) => y(low))
    .y1(([, high]) => y(high))
    .curve(curve)
    .digits(2);
  return layers.map((layer, i) => ({ id: lines[i].id, d: band(layer) ?? '', end: null }));
}

function oneLine(
  points: Point[],
  i: number,
  y: (value: number) => number,
  curve: typeof curveLinear,
  widthPx: number,
): Omit<DrawnPath, 'id'> {
  const path = line<Point>()
    .defined(({ values }) => !Number.isNaN(values[i]))
    .x(({ x }) => x)
    .y(({ values }) => y(values[i]))
    .curve(curve)
    .digits(2);
  const last = points.findLast(({ values }) => !Number.isNaN(values[i]));
  const isSeen = last !== undefined && last.x >= 0;
  return {
    d: path(points) ?? '',
    end: isSeen ? { x: Math.min(last.x, widthPx), y: y(last.values[i]) } : null,
  };
}

/** Labels at the ends of lines, apart from each other: for each, how far down it stands. Of equals the last is on top. */
export function spreadLabels(ends: readonly number[], gapPx: number, heightPx: number): number[] {
  const order = ends.map((_, i) => i).sort((a, b) => ends[a] - ends[b] || b - a);
  const placed = [...ends];
  order.forEach((i, k) => {
    placed[i] = Math.max(ends[i], k === 0 ? 0 : placed[order[k - 1]] + gapPx);
  });
  // Those that went over the ground push the others up again.
  let limit = heightPx;
  for (const i of order.reverse()) {
    placed[i] = Math.min(placed[i], limit);
    limit = placed[i] - gapPx;
  }
  return placed;
}

const sum = (values: readonly number[]): number => values.reduce((all, v) => all + (v || 0), 0);
const greatest = (values: readonly number[]): number => values.reduce((top, v) => (v > top ? v : top), 0);
const hundredths = (px: number): number => Math.round(px * 100) / 100;
