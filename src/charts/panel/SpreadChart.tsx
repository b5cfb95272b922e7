/** How response times were spread up to the playhead: bars, three percentiles, and a table. */
import { scaleLinear, scaleLog } from 'd3';
import { useId, useMemo, useRef } from 'react';
import type { ChartWords } from '../../i18n/charts/types.ts';
import { useWords } from '../../i18n/Words.tsx';
import { useOpen, usePlayerState } from '../../player/hooks.ts';
import { useSize } from '../useSize.tsx';
import { AsOf } from './AsOf.tsx';
import type { Kept } from './kept.ts';
import css from './panel.module.css';
import { type Spread, spreadOf } from './spread.ts';

const LEFT_PX = 62;
const RIGHT_PX = 54;
const TOP_PX = 12;
const BOTTOM_PX = 24;
const HEIGHT_PX = 132;
const LABEL = { widthPx: 58, heightPx: 13 };
/** Above the highest bar there is room for labels. */
const AIR = 1.25;
/** What is too short to be told apart still has a place on a scale of doublings. */
const SHORTEST_MS = 0.2;

const PERCENTILES = ['p50', 'p95', 'p99'] as const;

export function SpreadChart({ kept, words }: { kept: Kept; words: ChartWords }) {
  const { f } = useWords();
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const { widthPx } = useSize(root);
  const buckets = usePlayerState((s) => Math.floor(s.view.nowMs / kept.series.bucketMs));
  const spread = useMemo(() => spreadOf(kept.series, buckets), [kept, buckets]);
  const { title, help, none, answers } = words.distribution;
  const duration = (ms: number) => f.duration(ms >= 10 ? Math.round(ms) : ms);
  return (
    <figure className={css.chart} aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>{title}</h3>
      <p className={css.help}>{help}</p>
      <ul className={css.values}>
        <li>
          <b>{spread.count === 0 ? none : answers({ count: spread.count })}</b>
        </li>
        {spread.count > 0 &&
          PERCENTILES.map((p) => (
            <li key={p}>
              {words.latency.short[p]} <b>{duration(spread[p])}</b>
            </li>
          ))}
        <li>
          <AsOf words={words} series={kept.series} buckets={Math.min(buckets, kept.series.samples.length)} />
        </li>
      </ul>
      <div ref={root} className={css.still}>
        <Bars spread={spread} widthPx={widthPx} words={words} />
      </div>
      <SpreadTable spread={spread} words={words} />
    </figure>
  );
}

function Bars({ spread, widthPx, words }: { spread: Spread; widthPx: number; words: ChartWords }) {
  const { f } = useWords();
  const { bars, count } = spread;
  const innerW = Math.max(60, widthPx - LEFT_PX - RIGHT_PX);
  const shares = bars.map((bar) => (count === 0 ? 0 : bar.count / count));
  const y = scaleLinear([0, AIR * Math.max(0.05, ...shares)], [HEIGHT_PX, 0]).nice(3);
  // Room for labels, but no tick at more than everything.
  const ticks = y.ticks(3).filter((share) => share > 0 && share <= 1);
  const x = scaleLog(
    bars.length === 0 ? [100, 1000] : [Math.max(SHORTEST_MS, bars[0].fromMs), bars[bars.length - 1].toMs],
    [0, innerW],
  ).base(2);
  const left = (ms: number) => x(Math.max(SHORTEST_MS, ms));
  const rows = labelRows(PERCENTILES.map((p) => left(spread[p])));
  return (
    <svg width={widthPx} height={TOP_PX + HEIGHT_PX + BOTTOM_PX} aria-hidden="true">
      <g transform={`translate(${LEFT_PX} ${TOP_PX})`}>
        {[0, ...ticks].map((share) => (
          <g
            key={share}
            transform={`translate(0 ${y(share)})`}
            className={share === 0 ? css.ground : css.grid}
          >
            <line x2={innerW} />
            <text x={-8} y={4} textAnchor="end">
              {f.percent(share)}
            </text>
          </g>
        ))}
        {bars.map((bar, i) => (
          <rect
            key={bar.fromMs}
            className={css.bar}
            x={left(bar.fromMs) + 0.5}
            width={Math.max(0.5, left(bar.toMs) - left(bar.fromMs) - 1)}
            y={y(shares[i])}
            height={HEIGHT_PX - y(shares[i])}
          />
        ))}
        {x.ticks(Math.max(2, Math.floor(innerW / 74))).map((ms) => (
          <text key={ms} className={css.tick} x={x(ms)} y={HEIGHT_PX + 17} textAnchor="middle">
            {f.duration(ms)}
          </text>
        ))}
        {count > 0 &&
          PERCENTILES.map((p, i) => (
            <g key={p} className={css.line} data-line={p}>
              <path d={`M${left(spread[p])} ${rows[i] * LABEL.heightPx - 2}V${HEIGHT_PX}`} />
              <text className={css.label} x={left(spread[p]) + 3} y={rows[i] * LABEL.heightPx + 4}>
                {words.latency.short[p]}
              </text>
            </g>
          ))}
      </g>
    </svg>
  );
}

/** Labels from left to right: one that would lie over the one before goes a row down. */
function labelRows(xs: readonly number[]): number[] {
  const rows = xs.map(() => 0);
  for (let i = 1; i < xs.length; i++) if (xs[i] - xs[i - 1] < LABEL.widthPx) rows[i] = rows[i - 1] + 1;
  return rows;
}

function SpreadTable({ spread, words }: { spread: Spread; words: ChartWords }) {
  const { f } = useWords();
  const [open, setOpen] = useOpen('table~distribution');
  const { title, caption, within, range, count, share, upTo } = words.distribution;
  const rows = spread.bars.map((bar, i) => ({
    ...bar,
    upTo: spread.bars.slice(0, i + 1).reduce((all, { count: n }) => all + n, 0) / spread.count,
  }));
  return (
    <details className={css.more} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary aria-label={`${words.table}: ${title}`}>{words.table}</summary>
      {open && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        <section className={css.scroll} aria-label={title} tabIndex={0}>
          <table className={css.table}>
            <caption>{caption}</caption>
            <thead>
              <tr>
                {[within, count, share, upTo].map((heading) => (
                  <th key={heading} scope="col">
                    {heading}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.fromMs}>
                  <th scope="row">{range({ from: f.duration(row.fromMs), to: f.duration(row.toMs) })}</th>
                  <td>{f.number(row.count)}</td>
                  <td>{f.percent(row.count / spread.count)}</td>
                  <td>{f.percent(row.upTo)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </details>
  );
}
