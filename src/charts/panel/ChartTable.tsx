/** The numbers of a chart for those who read rather than look; its times are buttons that go there. */
import { useId, useMemo } from 'react';
import type { ChartWords } from '../../i18n/charts/types.ts';
import { useWords } from '../../i18n/Words.tsx';
import { useOpen } from '../../player/hooks.ts';
import type { Series } from '../../timeline/series.ts';
import type { Line, TimeChart } from './chart.ts';
import { tableStretches } from './kept.ts';
import css from './panel.module.css';

interface Props {
  chart: TimeChart;
  title: string;
  words: ChartWords;
  lines: readonly Line[];
  series: Series;
  /** The last bucket that the values beside the chart are of, from 1. */
  at: number;
  onSeek(ms: number): void;
}

export function ChartTable(props: Props) {
  const { title, words } = props;
  const [open, setOpen] = useOpen(`table~${props.chart.id}`);
  const id = useId();
  return (
    <details className={css.more} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary id={id} aria-label={`${words.table}: ${title}`}>
        {words.table}
      </summary>
      {open && <Rows {...props} />}
    </details>
  );
}

function Rows({ chart, title, words, lines, series, at: last, onSeek }: Props) {
  const { f } = useWords();
  const rows = useMemo(
    () => tableStretches(series).map((stretch) => ({ stretch, values: lines.map(({ at }) => at(stretch)) })),
    [series, lines],
  );
  if (rows.length === 0) return <p className={css.help}>{words.early}</p>;
  const rowMs = rows[0].stretch.to * series.bucketMs;
  const written = (value: number) =>
    chart.counts ? f.number(Math.round((value * rowMs) / 1000)) : chart.format(f, value);
  const now = rows.findLastIndex(({ stretch }) => stretch.from < last);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={css.scroll} aria-label={title} tabIndex={0}>
      <table className={css.table}>
        <caption>
          {(chart.counts ? words.captionOfCounts : words.caption)({ chart: title, ms: rowMs })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.time}</th>
            {lines.map((line) => (
              <th key={line.id} scope="col">
                {line.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ stretch, values }, i) => {
            const endMs = stretch.to * series.bucketMs;
            return (
              <tr key={endMs} aria-current={i === now ? 'time' : undefined}>
                <th scope="row">
                  <button type="button" onClick={() => onSeek(endMs)}>
                    {f.clock(endMs).replace(/\.\d+$/, '')}
                  </button>
                </th>
                {values.map((value, column) => (
                  <td key={lines[column].id}>{written(value)}</td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
