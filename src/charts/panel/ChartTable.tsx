/** The numbers of a chart for those who read rather than look; its times are buttons that go there. */
import { useId, useMemo } from 'react';
import type { ChartWords } from '../../i18n/charts/types.ts';
import { useWords } from '../../i18n/Words.tsx';
import { useOpen } from '../../player/hooks.ts';
import type { Series } from '../../timeline/series.ts';
import type { Line } from './chart.ts';
import { tableStretches } from './kept.ts';
import css from './panel.module.css';

interface Props {
  /** Of the chart. */
  id: string;
  title: string;
  words: ChartWords;
  lines: readonly Line[];
  series: Series;
  nowMs: number;
  format(value: number): string;
  onSeek(ms: number): void;
}

export function ChartTable(props: Props) {
  const { title, words } = props;
  const [open, setOpen] = useOpen(`table~${props.id}`);
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

function Rows({ title, words, lines, series, nowMs, format, onSeek }: Props) {
  const { f } = useWords();
  const rows = useMemo(
    () => tableStretches(series).map((stretch) => ({ stretch, values: lines.map(({ at }) => at(stretch)) })),
    [series, lines],
  );
  if (rows.length === 0) return <p className={css.help}>{words.early}</p>;
  const rowMs = rows[0].stretch.to * series.bucketMs;
  const now = rows.findLastIndex(({ stretch }) => stretch.to * series.bucketMs <= nowMs);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={css.scroll} aria-label={title} tabIndex={0}>
      <table className={css.table}>
        <caption>{words.caption({ chart: title, ms: rowMs })}</caption>
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
                  <td key={lines[column].id}>{format(value)}</td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
