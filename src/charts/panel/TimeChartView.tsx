/** A chart over time: what it says in words, its values at the playhead, the picture that is a slider, and its table. */
import { type HTMLAttributes, type ReactNode, useId, useMemo, useRef } from 'react';
import type { ChartWords } from '../../i18n/charts/types.ts';
import { useWords } from '../../i18n/Words.tsx';
import { useInspect, usePlayer, usePlayerState } from '../../player/hooks.ts';
import { widthMs } from '../../player/timeWindow.ts';
import { spanOf } from '../outcomes.ts';
import { stretchAt } from '../stretchAt.ts';
import { useScrub } from '../useScrub.tsx';
import { useSize } from '../useSize.tsx';
import { timeAxis } from '../zoom/axis.ts';
import { AsOf } from './AsOf.tsx';
import { ChartTable } from './ChartTable.tsx';
import type { Line, TimeChart } from './chart.ts';
import {
  bucketsPerPoint,
  type Drawn,
  type DrawnPath,
  draw,
  drawTail,
  heightOf,
  spreadLabels,
} from './draw.ts';
import { type Kept, latestLines, type Open, stretchAround, stretchBefore } from './kept.ts';
import css from './panel.module.css';
import { Dashes, Swatch } from './Swatch.tsx';

const LEFT_PX = 62;
const RIGHT_PX = 54;
const TOP_PX = 12;
const BOTTOM_PX = 24;
const TOGETHER_PX = 132;
/** Rows of strips, with the air between them. */
const STRIP_PX = { few: 40, many: 26 };
const FEW_STRIPS = 4;
const MOST_STRIPS = 10;
const AIR_PX = 8;
const LABEL_PX = 13;
/** Values that a slider says; a crowd of servers would be too much to listen to. */
const MOST_SAID = 6;

interface Props {
  chart: TimeChart;
  kept: Kept;
  /** What is known beyond what is kept. */
  open: Open | null;
  words: ChartWords;
}

export function TimeChartView({ chart, kept, open, words }: Props) {
  const { t, f } = useWords();
  const player = usePlayer();
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const { widthPx } = useSize(root);
  const nowMs = usePlayerState((s) => s.view.nowMs);
  const frontierMs = usePlayerState((s) => s.view.frontierMs);
  const interventions = usePlayerState((s) => s.run.interventions);
  const { series } = kept;
  const { title, help } = words[chart.id];
  const isStrips = chart.shape === 'strips';

  const lines = useMemo(() => chart.lines(kept, { t, f, words }), [chart, kept, t, f, words]);
  const part = usePlayerState((s) => s.window);
  const fromMs = part?.fromMs ?? 0;
  const spanMs = part === null ? spanOf(Math.max(frontierMs, nowMs), interventions) : widthMs(part);
  const innerW = Math.max(60, widthPx - LEFT_PX - RIGHT_PX);
  const told = useMemo(() => lines.filter(({ untold }) => !untold), [lines]);
  const shown = useMemo(
    () => (isStrips ? latestLines(told, kept.series.samples.length, MOST_STRIPS) : told),
    [told, kept, isStrips],
  );
  const stripPx = shown.length <= FEW_STRIPS ? STRIP_PX.few : STRIP_PX.many;
  const innerH = isStrips ? shown.length * stripPx : TOGETHER_PX;

  const frame = useMemo(() => {
    const { bucketMs, samples } = kept.series;
    const heightPx = isStrips ? stripPx - AIR_PX : TOGETHER_PX;
    return { widthPx: innerW, heightPx, fromMs, spanMs, bucketMs, buckets: samples.length };
  }, [kept, innerW, fromMs, spanMs, stripPx, isStrips]);
  const beyond = useMemo(() => {
    if (open === null || open.kept.series.bucketMs !== frame.bucketMs) return null;
    const found = new Map(chart.lines(open.kept, { t, f, words }).map((line) => [line.id, line]));
    const values = shown.map(({ id: line }) => found.get(line)?.at(open.stretch) ?? Number.NaN);
    return { values, to: open.stretch.to };
  }, [chart, open, shown, frame, t, f, words]);
  const whole = useMemo(() => draw(chart, shown, frame), [chart, shown, frame]);
  // What lies beyond moves with every picture; the rest is drawn anew only where it makes the scale another.
  const height = beyond === null ? 0 : heightOf(chart, beyond.values);
  const most = whole.y(height) < 0 ? height : 0;
  const drawn = useMemo(
    () => (most === 0 ? whole : draw(chart, shown, frame, most)),
    [whole, most, chart, shown, frame],
  );
  const tail = useMemo(
    () => (beyond === null ? null : drawTail(chart, shown, frame, drawn.y, beyond)),
    [chart, shown, frame, drawn, beyond],
  );

  const perPoint = bucketsPerPoint(frame);
  // What is drawn at the playhead: values that stay until they change are those of the last reading.
  const stretchOf = chart.steps ? stretchBefore : stretchAround;
  const at = stretchOf(series, nowMs, perPoint)?.to ?? 0;
  const values = useMemo(
    () => lines.map((line) => (at === 0 ? Number.NaN : line.at({ from: at - perPoint, to: at }))),
    [lines, at, perPoint],
  );
  const say = (i: number) => chart.format(f, values[i]);
  const said = lines.slice(0, MOST_SAID).map(({ name }, i) => `${name} ${say(i)}`);

  const scrub = useScrub(root, {
    shown: { fromMs, toMs: fromMs + spanMs },
    leftPx: LEFT_PX,
    widthPx: innerW,
    nowMs,
    frontierMs,
  });
  const press = useStretchPress(scrub, nowMs, perPoint);
  const x = (ms: number) => ((ms - fromMs) / spanMs) * innerW;
  const isIn = (ms: number) => x(ms) >= 0 && x(ms) <= innerW;
  const axis = timeAxis({ fromMs, toMs: fromMs + spanMs }, innerW / (spanMs < 10_000 ? 84 : 62));
  const endPx = Math.max(0, Math.min(innerW, x(series.samples.length * series.bucketMs)));

  const picture = useMemo(
    () =>
      isStrips ? (
        <Strips lines={shown} drawn={drawn} tail={tail} widthPx={innerW} stripPx={stripPx} id={id} />
      ) : (
        <Together chart={chart} lines={shown} drawn={drawn} tail={tail} widthPx={innerW} id={id} />
      ),
    [chart, shown, drawn, tail, innerW, stripPx, isStrips, id],
  );

  return (
    <figure className={css.chart} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{title}</h3>
      <p className={css.help}>{help}</p>
      {isStrips ? (
        <p className={css.values}>
          {words.height} <b>{chart.format(f, drawn.ticks[0])}</b>{' '}
          <AsOf words={words} series={series} buckets={at} {...(chart.steps ? {} : { lasting: perPoint })} />
        </p>
      ) : (
        <ul className={css.values}>
          {lines.map((line, i) => (
            <li key={line.id}>
              {!line.untold && <Swatch chart={chart} line={line.id} id={id} />}
              {line.name} <b>{say(i)}</b>
            </li>
          ))}
          {at > 0 && (
            <li>
              <AsOf
                words={words}
                series={series}
                buckets={at}
                {...(chart.steps ? {} : { lasting: perPoint })}
              />
            </li>
          )}
        </ul>
      )}
      <div className={css.room}>
        <div
          ref={root}
          className={css.plot}
          role="slider"
          tabIndex={0}
          aria-label={words.playhead({ chart: title })}
          aria-valuemin={0}
          aria-valuemax={Math.round(Math.max(frontierMs, nowMs))}
          aria-valuenow={Math.round(nowMs)}
          aria-valuetext={[t.timeline.value({ at: nowMs, of: frontierMs }), ...said].join(', ')}
          {...press}
        >
          <svg width={widthPx} height={TOP_PX + innerH + BOTTOM_PX} aria-hidden="true">
            <Dashes id={id} />
            <g transform={`translate(${LEFT_PX} ${TOP_PX})`}>
              <clipPath id={`${id}-plot`}>
                <rect y={-TOP_PX} width={innerW} height={innerH + TOP_PX + 1} />
              </clipPath>
              {picture}
              <rect
                className={css.future}
                x={Math.max(0, Math.min(x(nowMs), endPx))}
                y={0}
                width={Math.max(0, endPx - Math.max(0, x(nowMs)))}
                height={innerH}
              />
              {interventions.map(
                ({ atMs }, i) =>
                  isIn(atMs) && (
                    // biome-ignore lint/suspicious/noArrayIndexKey: they are a list in order of time
                    <line key={i} className={css.mark} x1={x(atMs)} x2={x(atMs)} y2={innerH} />
                  ),
              )}
              {isStrips &&
                shown.map((line, i) => (
                  <text
                    key={line.id}
                    className={css.value}
                    x={innerW + RIGHT_PX - 2}
                    y={(i + 1) * stripPx - AIR_PX / 2 - 3}
                    textAnchor="end"
                  >
                    {say(lines.indexOf(line))}
                  </text>
                ))}
              {axis.timesMs.map((ms) => (
                <text key={ms} className={css.tick} x={x(ms)} y={innerH + 17} textAnchor="middle">
                  {axis.text(f.clock(ms))}
                </text>
              ))}
              {isIn(nowMs) && (
                <line className={css.playhead} x1={x(nowMs)} x2={x(nowMs)} y1={-6} y2={innerH + 3} />
              )}
            </g>
          </svg>
        </div>
        {shown.length < told.length && (
          <p className={css.help}>{words.more({ count: told.length - shown.length })}</p>
        )}
      </div>
      <ChartTable
        chart={chart}
        title={title}
        words={words}
        lines={lines}
        series={series}
        at={at}
        onSeek={(ms) => player.seek(ms)}
      />
    </figure>
  );
}

interface PictureProps {
  chart: TimeChart;
  lines: readonly Line[];
  drawn: Drawn;
  tail: readonly DrawnPath[] | null;
  widthPx: number;
}

function Together({ chart, lines, drawn, tail, widthPx, id }: PictureProps & { id: string }): ReactNode {
  const { f } = useWords();
  const { paths, ticks, y } = drawn;
  const ends = (tail ?? paths).flatMap(({ end }, i) => (end === null ? [] : [{ ...end, line: lines[i] }]));
  const heights = spreadLabels(
    ends.map((end) => end.y),
    LABEL_PX,
    TOGETHER_PX,
  );
  return (
    <>
      {[0, ...ticks].map((value) => (
        <g key={value} transform={`translate(0 ${y(value)})`} className={value === 0 ? css.ground : css.grid}>
          <line x2={widthPx} />
          <text x={-8} y={4} textAnchor="end">
            {chart.format(f, value)}
          </text>
        </g>
      ))}
      <g clipPath={`url(#${id}-plot)`}>
        {paths.map((path) => (
          <g key={path.id} className={chart.shape === 'stack' ? css.layer : css.line} data-line={path.id}>
            <path d={path.d} />
            {chart.shape === 'stack' && <path d={path.d} fill={`url(#${id}-${path.id})`} />}
          </g>
        ))}
        {tail?.map((path) => (
          <g
            key={path.id}
            className={chart.shape === 'stack' ? css.layer : css.line}
            data-line={path.id}
            data-open
          >
            <path d={path.d} />
          </g>
        ))}
      </g>
      {ends.map((end, i) => {
        // Beside the end of its line, or, where there is no room, before it.
        const text = end.line.short ?? end.line.name;
        return (
          <text
            key={end.line.id}
            className={css.label}
            x={Math.min(end.x + 5, widthPx + RIGHT_PX - roomPx(text))}
            y={heights[i] + 4}
          >
            {text}
          </text>
        );
      })}
    </>
  );
}

function Strips({
  lines,
  drawn,
  tail,
  widthPx,
  stripPx,
  id,
}: Omit<PictureProps, 'chart'> & { stripPx: number; id: string }): ReactNode {
  const baseline = stripPx - AIR_PX;
  return lines.map((line, i) => (
    <g key={line.id} transform={`translate(0 ${i * stripPx + AIR_PX / 2})`} className={css.strip}>
      <line x2={widthPx} y1={baseline} y2={baseline} />
      <g clipPath={`url(#${id}-plot)`}>
        <path d={drawn.paths[i].d} />
        {tail && <path d={tail[i].d} data-open />}
      </g>
      <text className={css.label} x={-LEFT_PX} y={baseline - 1}>
        {line.short ?? line.name}
      </text>
    </g>
  ));
}

/** Less than this is a press, not a drag. */
const SLOP_PX = 5;

/** A press on a point, or Enter, tells what happened then; dragging and the other keys only move the playhead. */
function useStretchPress(
  scrub: HTMLAttributes<HTMLElement>,
  nowMs: number,
  perPoint: number,
): HTMLAttributes<HTMLElement> {
  const player = usePlayer();
  const inspect = useInspect();
  const downPx = useRef(Number.NaN);
  if (inspect === null) return scrub;
  const tell = (ms: number) => inspect(stretchAt(player.timeline, ms, perPoint));
  return {
    ...scrub,
    onKeyDown(event) {
      if (event.key !== 'Enter') return scrub.onKeyDown?.(event);
      event.preventDefault();
      tell(nowMs);
    },
    onPointerDown(event) {
      downPx.current = event.button === 0 ? event.clientX : Number.NaN;
      scrub.onPointerDown?.(event);
    },
    onPointerUp(event) {
      scrub.onPointerUp?.(event);
      const { wantedMs } = player.store.getState();
      if (Math.abs(event.clientX - downPx.current) < SLOP_PX) tell(wantedMs ?? player.timeline.nowMs);
    },
    onPointerCancel(event) {
      downPx.current = Number.NaN;
      scrub.onPointerCancel?.(event);
    },
  };
}

/** About the room that a label needs; Hangul is nearly twice as wide as Latin. */
function roomPx(text: string): number {
  let px = 2;
  for (const c of text) px += c >= '\u1100' ? 11 : 6.5;
  return px;
}
