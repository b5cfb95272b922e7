/**
 * One timeline for all runs: what each served, what each turned away, how far they are apart; and at the same time the
 * slider that moves their playhead.
 */
import { type KeyboardEvent, useMemo, useRef } from 'react';
import chartCss from '../charts/charts.module.css';
import { binOutcomes, type OutcomeBin, spanOf, timeTicks } from '../charts/outcomes.ts';
import { type RunLines, runLines } from '../charts/runLines.ts';
import { useSize } from '../charts/useSize.tsx';
import type { Intervention } from '../engine/intervention.ts';
import type { CompareWords } from '../i18n/compare/types.ts';
import { useWords } from '../i18n/Words.tsx';
import { usePlayer, usePlayerState } from '../player/hooks.ts';
import { shortAction } from '../player/shortAction.ts';
import { BUCKET_MS } from '../timeline/history.ts';
import type { Timeline } from '../timeline/timeline.ts';
import css from './compare.module.css';
import { DASHES } from './RunSign.tsx';

const SIDE_PX = 18;
/** Room for what was done with the name of the first band below it, for times, and between the two bands. */
const ROOMY = { topPx: 30, bottomPx: 22, gapPx: 20 };
const LOW = { topPx: 28, bottomPx: 22, gapPx: 14 };
const LOW_BELOW_PX = 130;

const served = (bin: OutcomeBin) => bin.okPerSecond;
const away = (bin: OutcomeBin) => bin.refusedPerSecond + bin.failedPerSecond;

export function RunsChart({ words, timelines }: { words: CompareWords; timelines: readonly Timeline[] }) {
  const language = useWords();
  const { t, f } = language;
  const player = usePlayer();
  const room = useRef<HTMLDivElement>(null);
  const { widthPx, heightPx } = useSize(room);
  const nowMs = usePlayerState((s) => s.view.nowMs);
  const revision = usePlayerState((s) => s.revision);
  const frontierMs = Math.min(...timelines.map((timeline) => timeline.frontierMs));
  const spanMs = spanOf(Math.max(frontierMs, nowMs));
  const innerW = Math.max(60, widthPx - 2 * SIDE_PX);
  const { topPx, bottomPx, gapPx } = heightPx < LOW_BELOW_PX ? LOW : ROOMY;
  const bandH = Math.max(16, (heightPx - topPx - bottomPx - gapPx) / 2);
  const filled = Math.floor(frontierMs / BUCKET_MS);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `filled` and `revision` say when the histories have changed
  const bands = useMemo(() => {
    const bins = timelines.map((timeline) => binOutcomes(timeline.history, spanMs, frontierMs));
    return [served, away].map((of) => runLines(bins, of, spanMs, innerW, bandH));
  }, [timelines, spanMs, innerW, bandH, filled, revision]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `revision` says when something was done
  const marks = useMemo(
    () => marksOf(timelines, (done) => shortAction(language, done)),
    [timelines, revision, language],
  );
  const x = (ms: number) => (ms / spanMs) * innerW;

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
          <clipPath id="compare-past">
            <rect y={-2} width={Math.max(0, x(nowMs))} height={heightPx} />
          </clipPath>
          {bands.map((band, i) => (
            <g
              // biome-ignore lint/suspicious/noArrayIndexKey: a band is its place
              key={i}
              transform={`translate(${SIDE_PX} ${topPx + i * (bandH + gapPx)})`}
              data-kind={i === 0 ? 'ok' : 'away'}
            >
              <text className={css.bandName} y={-5}>
                {i === 0 ? words.chart.served : words.chart.away}
                {i === 0 && widthPx > 420 && (
                  <tspan className={css.chartHelp} dx={10}>
                    {words.chart.apart}
                  </tspan>
                )}
              </text>
              {band.ticksPerSecond.map((v) => (
                <g key={v} transform={`translate(0 ${band.y(v)})`} className={chartCss.grid}>
                  <line x2={innerW} />
                  <text x={innerW} y={-3} textAnchor="end">
                    {f.rate(v)}
                  </text>
                </g>
              ))}
              <line className={chartCss.ground} x2={innerW} y1={bandH} y2={bandH} />
              <g className={css.known}>
                <Lines band={band} />
              </g>
              <g clipPath="url(#compare-past)">
                <Lines band={band} />
              </g>
              {band.endsPx.map(
                (y, run) =>
                  y !== null && (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a run is its number
                    <text key={run} className={css.lineEnd} x={band.endPx + 5 + run * 8} y={y + 3.5}>
                      {run + 1}
                    </text>
                  ),
              )}
            </g>
          ))}
          <g transform={`translate(${SIDE_PX} 0)`}>
            {timeTicks(spanMs, innerW / 70).map((ms) => (
              <text
                key={ms}
                className={chartCss.tick}
                x={x(ms)}
                y={heightPx - 5}
                textAnchor={ms === 0 ? 'start' : ms === spanMs ? 'end' : 'middle'}
              >
                {f.clock(ms).replace(/\.\d+$/, '')}
              </text>
            ))}
            {marks.map(({ atMs, text }) => (
              <g key={atMs} transform={`translate(${x(atMs)} 0)`} className={chartCss.mark}>
                <line y1={3} y2={heightPx - bottomPx} />
                <text x={4} y={11}>
                  {text}
                </text>
              </g>
            ))}
            <g transform={`translate(${x(nowMs)} 0)`} className={chartCss.playhead}>
              <line y1={4} y2={heightPx - bottomPx} />
              <circle cy={heightPx - bottomPx} r={7} />
            </g>
          </g>
        </svg>
        <input
          type="range"
          className={css.scrubber}
          style={{ left: SIDE_PX - THUMB_PX / 2, right: SIDE_PX - THUMB_PX / 2 }}
          aria-label={t.timeline.label}
          aria-valuetext={t.timeline.value({ at: nowMs, of: Math.max(nowMs, frontierMs) })}
          min={0}
          max={spanMs}
          step={1}
          value={Math.round(nowMs)}
          onChange={(event) => player.seek(Number(event.target.value))}
          onKeyDown={onKeyDown}
        />
      </div>
    </section>
  );
}

/** The width of what one drags, as the style says. */
const THUMB_PX = 16;

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
  tell: (done: Intervention) => string,
): { atMs: number; text: string }[] {
  const times = new Map<number, Map<string, Set<number>>>();
  timelines.forEach(({ run }, i) => {
    for (const done of run.interventions) {
      const here = times.get(done.atMs) ?? new Map<string, Set<number>>();
      times.set(done.atMs, here);
      const text = tell(done);
      here.set(text, (here.get(text) ?? new Set()).add(i + 1));
    }
  });
  return [...times].map(([atMs, here]) => ({
    atMs,
    text: [...here]
      .map(([text, runs]) => (runs.size === timelines.length ? text : `${text} (${[...runs].join(', ')})`))
      .join(', '),
  }));
}
