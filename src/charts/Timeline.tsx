/**
 * The timeline: a chart of what became of requests, with a mark for everything the visitor did, and at
 * the same time the slider that moves the playhead.
 */
import { type ComponentType, type ReactNode, type RefObject, useMemo, useRef } from 'react';
import { useWords } from '../i18n/Words.tsx';
import { usePlayer, usePlayerState } from '../player/hooks.ts';
import type { TimeSpan } from '../player/timeWindow.ts';
import css from './charts.module.css';
import { outcomePaths, outcomesUntil, spanOf, timeTicks } from './outcomes.ts';
import { useScrub } from './useScrub.tsx';
import { useSize } from './useSize.tsx';

const SIDE_PX = 16;
/** Lower timelines are only the chart and the playhead; labels would take all the room. */
const THIN_BELOW_PX = 60;

interface Props {
  /** What stands beside the legend. */
  beside?: ReactNode;
  /** Puts labels on the marks, or handles. */
  marks?: ComponentType<Plot> | null | undefined;
  /** Shows a part of the run in place of all of it, once it has been fetched, and listens to those who ask for it. */
  zoom?: ComponentType<Plot> | null | undefined;
}

/** Where what is shown of the run is drawn. */
export interface Plot {
  /** The slider, and where the plot lies in it, in px. */
  root: RefObject<HTMLElement | null>;
  leftPx: number;
  topPx: number;
  widthPx: number;
  heightPx: number;
  shown: TimeSpan;
  /** How much there is to show: the run, with room to go on. */
  wholeMs: number;
}

export function Timeline({ beside, marks: Marks, zoom: Zoom }: Props) {
  const { t, f } = useWords();
  const player = usePlayer();
  const root = useRef<HTMLDivElement>(null);
  const { widthPx, heightPx } = useSize(root);
  const nowMs = usePlayerState((s) => s.view.nowMs);
  const frontierMs = usePlayerState((s) => s.view.frontierMs);
  const revision = usePlayerState((s) => s.revision);
  const interventions = usePlayerState((s) => s.run.interventions);

  const spanMs = spanOf(Math.max(frontierMs, nowMs), interventions);
  const innerW = Math.max(60, widthPx - 2 * SIDE_PX);
  const thin = heightPx < THIN_BELOW_PX;
  const [topPx, bottomPx] = thin ? [6, 17] : [36, 26];
  const innerH = Math.max(20, heightPx - topPx - bottomPx);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `revision` says when the past has changed
  const paths = useMemo(
    () => outcomePaths(outcomesUntil(player.timeline.history, spanMs, frontierMs), spanMs, innerW, innerH),
    [player, spanMs, innerW, innerH, frontierMs, revision],
  );
  const x = (ms: number) => (ms / spanMs) * innerW;
  const playhead = x(nowMs);
  const part = usePlayerState((s) => Zoom && s.window);
  const plot: Plot = {
    root,
    leftPx: SIDE_PX,
    topPx,
    widthPx: innerW,
    heightPx: innerH,
    shown: part ?? { fromMs: 0, toMs: spanMs },
    wholeMs: spanMs,
  };
  const scrub = useScrub(root, { ...plot, nowMs, frontierMs });

  return (
    <section className={css.timeline} data-thin={thin} data-part={!!part} aria-label={t.timeline.title}>
      <h2 className="visually-hidden">{t.timeline.title}</h2>
      <div className={css.legend} aria-hidden="true">
        <span data-kind="ok">{t.timeline.ok}</span>
        <span data-kind="refused">{t.timeline.refused}</span>
        <span data-kind="failed">{t.timeline.failed}</span>
        <span>{t.timeline.perSecond}</span>
      </div>
      {beside && <div className={css.beside}>{beside}</div>}
      <div
        ref={root}
        className={css.scrubber}
        role="slider"
        tabIndex={0}
        aria-label={t.timeline.label}
        aria-valuemin={0}
        aria-valuemax={Math.round(Math.max(frontierMs, nowMs))}
        aria-valuenow={Math.round(nowMs)}
        aria-valuetext={t.timeline.value({ at: nowMs, of: frontierMs })}
        {...scrub}
      >
        {!part && (
          <svg width={widthPx} height={heightPx} aria-hidden="true">
            <clipPath id="timeline-past">
              <rect x={0} y={0} width={Math.max(0, playhead)} height={innerH} />
            </clipPath>
            <g transform={`translate(${SIDE_PX} ${topPx})`}>
              {paths.ticksPerSecond.map((v) => (
                <g key={v} transform={`translate(0 ${paths.y(v)})`} className={css.grid}>
                  <line x2={innerW} />
                  <text x={innerW} y={-3} textAnchor="end">
                    {f.rate(v)}
                  </text>
                </g>
              ))}
              <g className={css.known}>
                <Areas paths={paths} />
              </g>
              <g clipPath="url(#timeline-past)">
                <Areas paths={paths} />
              </g>
              <line className={css.ground} x2={innerW} y1={innerH} y2={innerH} />
              {timeTicks(spanMs, innerW / 70).map((ms) => (
                <text
                  key={ms}
                  className={css.tick}
                  x={x(ms)}
                  y={innerH + (thin ? 14 : 18)}
                  textAnchor={ms === 0 ? 'start' : 'middle'}
                >
                  {f.clock(ms).replace(/\.\d+$/, '')}
                </text>
              ))}
              <g transform={`translate(${playhead} 0)`} className={css.playhead}>
                <line y1={thin ? -3 : -topPx + 8} y2={innerH} />
                <circle cy={innerH} r={thin ? 5 : 7} />
              </g>
              <path
                className={css.poles}
                d={interventions.map((i) => `M${x(i.atMs)} 0V${innerH}`).join('')}
              />
            </g>
          </svg>
        )}
      </div>
      {Zoom && <Zoom {...plot} />}
      {Marks && <Marks {...plot} />}
    </section>
  );
}

function Areas({ paths }: { paths: ReturnType<typeof outcomePaths> }) {
  return (
    <>
      <path className={css.ok} d={paths.ok} />
      <path className={css.refused} d={paths.refused} />
      <path className={css.failed} d={paths.failed} />
    </>
  );
}
