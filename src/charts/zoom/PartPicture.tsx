/** What became of requests in a part of the run: bars as fine as what is known, and where they can be told apart, single answers. */
import { useMemo } from 'react';
import { useWords } from '../../i18n/Words.tsx';
import { usePlayer, usePlayerState } from '../../player/hooks.ts';
import { widthMs } from '../../player/timeWindow.ts';
import type { Closeup } from '../../timeline/closeup.ts';
import { BUCKET_MS } from '../../timeline/history.ts';
import chartCss from '../charts.module.css';
import type { Plot } from '../Timeline.tsx';
import { timeAxis } from './axis.ts';
import { barPaths, barsOfAnswers, barsOfHistory, barWidthMs, coveredBy } from './bars.ts';
import { LANE_PX, type SingleAnswer } from './single.ts';
import css from './zoom.module.css';

/** Room for a time on the axis, in px, with its milliseconds or without. */
const TICK_PX = { short: 70, long: 84 };

interface Props extends Plot {
  closeup: Closeup | null;
  /** The answers that are shown one by one, or null when there are too many. */
  singles: readonly SingleAnswer[] | null;
  /** The one that is looked at. */
  chosen: SingleAnswer | null;
}

export function PartPicture({ closeup, singles, chosen, ...plot }: Props) {
  const { f } = useWords();
  const { shown, leftPx, topPx, widthPx, heightPx } = plot;
  const nowMs = usePlayerState((s) => s.view.nowMs);
  const interventions = usePlayerState((s) => s.run.interventions);
  const barsPx = singles === null ? heightPx : heightPx - LANE_PX;
  const paths = usePaths(plot, closeup, barsPx);
  const x = (ms: number) => ((ms - shown.fromMs) / widthMs(shown)) * widthPx;
  const playhead = x(nowMs);
  const isIn = (px: number) => px >= 0 && px <= widthPx;
  const axis = timeAxis(shown, widthPx / (widthMs(shown) < 10_000 ? TICK_PX.long : TICK_PX.short));
  const marks = interventions.map((i) => x(i.atMs));
  return (
    <svg
      className={css.picture}
      width={widthPx + 2 * leftPx}
      height={topPx + heightPx + 26}
      aria-hidden="true"
    >
      <g transform={`translate(${leftPx} ${topPx})`}>
        <clipPath id="part-plot">
          <rect width={widthPx} height={heightPx} />
        </clipPath>
        <clipPath id="part-past">
          <rect width={Math.max(0, Math.min(widthPx, playhead))} height={heightPx} />
        </clipPath>
        {paths.ticksPerSecond.map((v) => (
          <g key={v} transform={`translate(0 ${paths.y(v)})`} className={chartCss.grid}>
            <line x2={widthPx} />
          </g>
        ))}
        {(['plot', 'past'] as const).map((clip) => (
          <g
            key={clip}
            clipPath={`url(#part-${clip})`}
            className={clip === 'plot' ? chartCss.known : undefined}
          >
            <path className={chartCss.ok} d={paths.ok} />
            <path className={chartCss.refused} d={paths.refused} />
            <path className={chartCss.failed} d={paths.failed} />
          </g>
        ))}
        {paths.open && (
          <rect className={css.unfinished} x={paths.open.px} width={paths.open.widthPx} height={barsPx} />
        )}
        <line className={chartCss.ground} x2={widthPx} y1={barsPx} y2={barsPx} />
        <line className={chartCss.ground} x2={widthPx} y1={heightPx} y2={heightPx} />
        {axis.timesMs.map((ms) => (
          <g key={ms} transform={`translate(${x(ms)} ${heightPx})`}>
            <line className={chartCss.ground} y2={4} />
            <text className={chartCss.tick} y={topPx < 20 ? 14 : 18} textAnchor={anchorOf(x(ms), widthPx)}>
              {axis.text(f.clock(ms))}
            </text>
          </g>
        ))}
        {isIn(playhead) && (
          <g transform={`translate(${playhead} 0)`} className={chartCss.playhead}>
            <line y1={8 - topPx} y2={heightPx} />
            <circle cy={heightPx} r={7} />
          </g>
        )}
        {/* Bars, and the playhead, reach to the edge where the scale is written. */}
        {paths.ticksPerSecond.map((v) => (
          <g key={v} transform={`translate(0 ${paths.y(v)})`} className={chartCss.grid}>
            <text x={widthPx} y={-3} textAnchor="end">
              {f.rate(v)}
            </text>
          </g>
        ))}
        <path
          className={chartCss.poles}
          d={marks
            .filter(isIn)
            .map((px) => `M${px} 0V${heightPx}`)
            .join('')}
        />
        {singles?.map((answer) => (
          <path
            key={answer.serial}
            className={css.single}
            data-kind={answer.kind}
            data-future={answer.atMs > nowMs}
            data-chosen={answer === chosen}
            transform={`translate(${answer.px} ${heightPx - LANE_PX / 2})`}
            d={SIGNS[answer.kind]}
          />
        ))}
      </g>
    </svg>
  );
}

/** What differs by colour differs by shape. */
const SIGNS = {
  ok: 'M-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0Z',
  refused: 'M0-5L5 0L0 5L-5 0Z',
  failed: 'M-4-4H4V4H-4Z',
} as const;

function usePaths({ shown, widthPx }: Plot, closeup: Closeup | null, heightPx: number) {
  const player = usePlayer();
  const frontierMs = usePlayerState((s) => s.view.frontierMs);
  const revision = usePlayerState((s) => s.revision);
  const { fromMs, toMs } = shown;
  const readMs = closeup?.untilMs ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `revision` and `readMs` say when what is read has changed
  return useMemo(() => {
    const { history } = player.timeline;
    const span = { fromMs, toMs };
    const perSecond = rateIn(history, fromMs, Math.min(toMs, frontierMs));
    const fineMs = barWidthMs(toMs - fromMs, widthPx, perSecond, 0);
    const bars =
      closeup !== null && coveredBy(closeup, span, fineMs, frontierMs)
        ? barsOfAnswers(closeup, span, fineMs, Math.min(frontierMs, closeup.untilMs))
        : barsOfHistory(history, span, barWidthMs(toMs - fromMs, widthPx, perSecond, BUCKET_MS), frontierMs);
    return barPaths(bars, span, widthPx, heightPx);
  }, [player, fromMs, toMs, widthPx, heightPx, closeup, readMs, frontierMs, revision]);
}

/** Answers per second, about. */
function rateIn(
  history: { length: number; ok: Uint32Array; refused: Uint32Array; failed: Uint32Array },
  fromMs: number,
  toMs: number,
): number {
  const first = Math.floor(fromMs / BUCKET_MS);
  const end = Math.min(history.length, Math.ceil(toMs / BUCKET_MS));
  let count = 0;
  for (let i = first; i < end; i++) count += history.ok[i] + history.refused[i] + history.failed[i];
  return end <= first ? 0 : (count * 1000) / ((end - first) * BUCKET_MS);
}

/** A time at the edge stays within. */
function anchorOf(px: number, widthPx: number): 'start' | 'middle' | 'end' {
  return px < 14 ? 'start' : px > widthPx - 14 ? 'end' : 'middle';
}
