/**
 * One timeline for all runs: what each served, what each turned away, how far they are apart; and at the same time the
 * slider that moves their playhead. A part of it can be seen closer, as on the timeline of one run.
 */
import { type KeyboardEvent, useMemo, useRef } from 'react';
import chartCss from '../charts/charts.module.css';
import { placeMarks } from '../charts/marks.ts';
import { binOutcomes, type OutcomeBin, spanOf } from '../charts/outcomes.ts';
import { placeEnds, type RunLines, runLines } from '../charts/runLines.ts';
import type { Plot } from '../charts/Timeline.tsx';
import { useSize } from '../charts/useSize.tsx';
import { timeAxis } from '../charts/zoom/axis.ts';
import { useZoom } from '../charts/zoom/useZoom.tsx';
import { ZoomButtons } from '../charts/zoom/ZoomButtons.tsx';
import type { Intervention } from '../engine/intervention.ts';
import type { CompareWords } from '../i18n/compare/types.ts';
import { timeWords } from '../i18n/time/index.ts';
import { useWords } from '../i18n/Words.tsx';
import { usePlayer, usePlayerState } from '../player/hooks.ts';
import { shortAction } from '../player/shortAction.ts';
import { widthMs } from '../player/timeWindow.ts';
import { BUCKET_MS } from '../timeline/history.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { innerWidth, layoutChart } from './chartLayout.ts';
import css from './compare.module.css';
import { DASHES } from './RunSign.tsx';
import type { RunTitle } from './runNames.ts';

/** The width of what one drags, as the style says. */
const THUMB_PX = 16;
/** From the end of a line to the number of its run, and from the playhead where that is in between. */
const END_PX = 6;
const PAST_PLAYHEAD_PX = 11;
const NUMBER_PX = 9;
/** What the label of something done needs besides its words. */
const MARK_PADDING_PX = 10;
/** What is done to compare runs is often done at nearly the same time. */
const MARK_ROWS = 3;
/** How far the numbers of runs stay below the name of a band that is above it. */
const BELOW_NAME_PX = 3;

const served = (bin: OutcomeBin) => bin.okPerSecond;
const away = (bin: OutcomeBin) => bin.refusedPerSecond + bin.failedPerSecond;

interface Props {
  words: CompareWords;
  titles: readonly RunTitle[];
  timelines: readonly Timeline[];
}

export function RunsChart({ words, titles, timelines }: Props) {
  const language = useWords();
  const { t, f, locale } = language;
  const player = usePlayer();
  const room = useRef<HTMLDivElement>(null);
  const slider = useRef<HTMLInputElement>(null);
  const dragging = useRef(false);
  const { widthPx, heightPx } = useSize(room);
  const nowMs = usePlayerState((s) => s.view.nowMs);
  const revision = usePlayerState((s) => s.revision);
  const part = usePlayerState((s) => s.window);
  const frontierMs = Math.min(...timelines.map((timeline) => timeline.frontierMs));
  const wholeMs = spanOf(
    Math.max(frontierMs, nowMs),
    timelines.flatMap(({ run }) => run.interventions),
  );
  const [fromMs, toMs] = part ? [part.fromMs, part.toMs] : [0, wholeMs];
  const shown = useMemo(() => ({ fromMs, toMs }), [fromMs, toMs]);
  const innerW = innerWidth(widthPx);
  const x = (ms: number) => ((ms - fromMs) / (toMs - fromMs)) * innerW;
  const isSeen = (ms: number) => ms >= fromMs && ms <= toMs;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `revision` says when something was done
  const done = useMemo(
    () => marksOf(timelines, titles, (action) => shortAction(language, action)),
    [timelines, titles, revision, language],
  );
  const marks = placeMarks(
    done.map(({ atMs, text }, key) => ({ key, x: x(atMs), text })).filter((_, key) => isSeen(done[key].atMs)),
    innerW,
    MARK_PADDING_PX,
    MARK_ROWS,
  );
  const layout = layoutChart(widthPx, heightPx, 1 + Math.max(0, ...marks.map(({ row }) => row)));
  const { leftPx, bandsPx, bandH, wide, bottomPx } = layout;
  const plot: Plot = {
    root: slider,
    leftPx,
    topPx: bandsPx[0],
    widthPx: innerW,
    heightPx: bottomPx - bandsPx[0],
    shown,
    wholeMs,
  };
  useZoom(plot, dragging);
  const filled = Math.floor(frontierMs / BUCKET_MS);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `filled` and `revision` say when the histories have changed
  const bands = useMemo(() => {
    const bins = timelines.map((timeline) => binOutcomes(timeline.history, widthMs(shown), frontierMs));
    return [served, away].map((of) => runLines(bins, of, shown, innerW, bandH));
  }, [timelines, shown, innerW, bandH, filled, revision]);
  const playheadPx = x(nowMs);
  const axis = timeAxis(shown, innerW / (toMs - fromMs < 10_000 ? 84 : 62));
  /** Through the bands, and not through what is written between them. */
  const through = bandsPx.map((top) => `M0 ${top}V${top + bandH}`).join('');

  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.shiftKey ? 10_000 : 1000;
    const to = {
      ArrowRight: nowMs + step,
      ArrowUp: nowMs + step,
      ArrowLeft: nowMs - step,
      ArrowDown: nowMs - step,
      PageUp: nowMs + 10_000,
      PageDown: nowMs - 10_000,
      Home: 0,
      End: frontierMs,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    player.seek(to);
  };

  return (
    <section className={css.chart} aria-label={words.chart.title}>
      <div ref={room} className={css.chartRoom}>
        <svg width={widthPx} height={heightPx} aria-hidden="true">
          <clipPath id="compare-shown">
            <rect y={-3} width={innerW} height={bandH + 6} />
          </clipPath>
          <clipPath id="compare-past">
            <rect y={-3} width={Math.max(0, Math.min(innerW, playheadPx))} height={bandH + 6} />
          </clipPath>
          {bands.map((band, i) => (
            <g
              // biome-ignore lint/suspicious/noArrayIndexKey: a band is its place
              key={i}
              transform={`translate(${leftPx} ${bandsPx[i]})`}
              data-kind={i === 0 ? 'ok' : 'away'}
            >
              <BandName
                lines={i === 0 ? words.chart.served : words.chart.away}
                besidePx={wide ? leftPx - layout.sidePx : null}
                middlePx={bandH / 2}
              />
              {band.ticksPerSecond.slice(wide ? 0 : -1).map((v) => (
                <g key={v} transform={`translate(0 ${band.y(v)})`} className={chartCss.grid}>
                  <line x2={innerW} />
                  <text x={wide ? -6 : innerW} y={wide ? 4 : -band.y(v) - 4} textAnchor="end">
                    {f.rate(v)}
                  </text>
                </g>
              ))}
              <line className={chartCss.ground} x2={innerW} y1={bandH} y2={bandH} />
              <g className={css.known} clipPath="url(#compare-shown)">
                <Lines band={band} />
              </g>
              <g clipPath="url(#compare-past)">
                <Lines band={band} />
              </g>
              {placeEnds(band.endsPx, bandH, wide ? 0 : BELOW_NAME_PX).map(({ yPx, runs }) => {
                const besidePx = band.endPx + END_PX;
                const isInBetween =
                  playheadPx > band.endPx - 2 && playheadPx < besidePx + runs.length * NUMBER_PX + 2;
                return (
                  <text
                    key={runs[0]}
                    className={css.lineEnd}
                    x={isInBetween ? playheadPx + PAST_PLAYHEAD_PX : besidePx}
                    y={yPx + 3.5}
                  >
                    {runs.map((run) => titles[run].number).join(' ')}
                  </text>
                );
              })}
            </g>
          ))}
          <g transform={`translate(${leftPx} 0)`}>
            {axis.timesMs.map((ms) => (
              <text
                key={ms}
                className={chartCss.tick}
                x={x(ms)}
                y={heightPx - 5}
                textAnchor={x(ms) < 14 ? 'start' : x(ms) > innerW - 14 ? 'end' : 'middle'}
              >
                {axis.text(f.clock(ms))}
              </text>
            ))}
            {marks.map((mark) => (
              <g key={mark.key} className={chartCss.mark}>
                <path transform={`translate(${mark.x} 0)`} className={css.markLine} d={through} />
                <text x={mark.leftPx - 2} y={layout.marksPx - mark.row * layout.markRowPx}>
                  {mark.text}
                </text>
              </g>
            ))}
            {isSeen(nowMs) && (
              <g transform={`translate(${playheadPx} 0)`} className={chartCss.playhead}>
                <path className={css.playheadLine} d={through} />
                <circle cy={bottomPx} r={7} />
              </g>
            )}
          </g>
          {wide && (
            <text className={css.apartName} x={layout.sidePx} y={heightPx - 5}>
              {words.chart.apart}
            </text>
          )}
        </svg>
        <input
          ref={slider}
          type="range"
          className={css.scrubber}
          style={{ left: leftPx - THUMB_PX / 2, width: innerW + THUMB_PX }}
          aria-label={t.timeline.label}
          aria-valuetext={t.timeline.value({ at: nowMs, of: Math.max(nowMs, frontierMs) })}
          aria-description={timeWords[locale].zoom.keys}
          min={Math.floor(fromMs)}
          max={Math.ceil(toMs)}
          step={1}
          value={Math.round(nowMs)}
          onPointerDown={() => {
            dragging.current = true;
          }}
          onPointerUp={() => {
            dragging.current = false;
          }}
          onPointerCancel={() => {
            dragging.current = false;
          }}
          onChange={(event) => player.seek(Number(event.target.value))}
          onKeyDown={onKeyDown}
        />
      </div>
      <div className={css.zoom}>
        <ZoomButtons />
      </div>
    </section>
  );
}

/** Beside its band where there is room, otherwise above it. */
function BandName({
  lines,
  besidePx,
  middlePx,
}: {
  lines: readonly string[];
  besidePx: number | null;
  middlePx: number;
}) {
  if (besidePx === null)
    return (
      <text className={css.bandName} y={-4}>
        {lines.join(' ')}
      </text>
    );
  return (
    <text className={css.bandName} x={-besidePx} y={middlePx + 4 - (lines.length - 1) * 6.5}>
      {lines.map((line, i) => (
        <tspan key={line} x={-besidePx} dy={i === 0 ? 0 : 13}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

function Lines({ band }: { band: RunLines }) {
  return (
    <>
      <path className={css.apart} d={band.apart} />
      {band.lines.map((d, run) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a run is its number
        <path key={run} className={css.line} d={d} strokeDasharray={DASHES[run]} />
      ))}
    </>
  );
}

/** What was done at each time, and in which runs where it was not in all. */
function marksOf(
  timelines: readonly Timeline[],
  titles: readonly RunTitle[],
  tell: (done: Intervention) => string,
): { atMs: number; text: string }[] {
  const times = new Map<number, Map<string, Set<number>>>();
  timelines.forEach(({ run }, i) => {
    for (const done of run.interventions) {
      const here = times.get(done.atMs) ?? new Map<string, Set<number>>();
      times.set(done.atMs, here);
      const text = tell(done);
      here.set(text, (here.get(text) ?? new Set()).add(titles[i].number));
    }
  });
  return [...times]
    .sort(([a], [b]) => a - b)
    .map(([atMs, here]) => ({
      atMs,
      text: [...here]
        .map(([text, runs]) => (runs.size === timelines.length ? text : `${text} (${[...runs].join(', ')})`))
        .join(', '),
    }));
}
