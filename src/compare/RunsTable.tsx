/** The numbers of all runs up to the playhead: what is best, and how far each is from the first. */
import type { CompareWords } from '../i18n/compare/types.ts';
import type { Format } from '../i18n/format.ts';
import { useWords } from '../i18n/Words.tsx';
import css from './compare.module.css';
import { type Cell, kindOf, type RowId, tableOf } from './core/table.ts';
import type { RunNumbers } from './core/tally.ts';
import { RunSign } from './RunSign.tsx';
import { type RunTitle, told } from './runNames.ts';

interface Props {
  words: CompareWords;
  titles: readonly RunTitle[];
  numbers: readonly RunNumbers[];
  atMs: number;
}

export function RunsTable({ words, titles, numbers, atMs }: Props) {
  const { table } = words;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: where it is higher than its room it is scrolled, also by keys
    <section className={css.tableRoom} aria-label={table.title} tabIndex={0}>
      <table className={css.table} data-runs={titles.length}>
        <caption>
          {table.caption({ at: atMs })}
          <span className={css.bestKey} aria-hidden="true">
            {table.best}
          </span>
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <small>{table.number}</small>
            </th>
            {titles.map((title, i) => (
              <th key={title.number} scope="col" title={title.told}>
                <RunSign words={words} title={title} place={i} />
                <span className="visually-hidden">{words.run(told(title))}</span>
                <small aria-hidden="true">{title.name}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tableOf(numbers).map(({ id, alike, cells }) => (
            <tr key={id} data-alike={alike}>
              <th scope="row" title={table.rows[id]}>
                <span aria-hidden="true">{table.short[id]}</span>
                <span className="visually-hidden">{table.rows[id]}</span>
                {alike !== null && <small> {table[alike]}</small>}
              </th>
              {cells.map((cell, i) => (
                <td key={titles[i].number} data-best={cell.best}>
                  <NumberCell id={id} cell={cell} words={words} than={titles[0].number} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface CellProps {
  id: RowId;
  cell: Cell;
  words: CompareWords;
  /** The number of the first run, from which the others differ. */
  than: number;
}

function NumberCell({ id, cell, words: { table }, than }: CellProps) {
  const { t, f } = useWords();
  const { value, best, difference, servesOnly } = cell;
  const share = servesOnly === null ? '' : f.percent(servesOnly, 0);
  return (
    <>
      <b>{value === null ? t.numbers.none : written(f, id, value)}</b>{' '}
      {best && <span className={css.best}>✓ {table.best}</span>}{' '}
      {servesOnly !== null && (
        <small className={css.few} title={table.servesOnlyHelp({ share })}>
          {table.servesOnly({ share })}
          <span className="visually-hidden"> ({table.servesOnlyHelp({ share })})</span>
        </small>
      )}{' '}
      {difference !== null && difference !== 0 && (
        <small className={css.difference}>
          <span aria-hidden="true">{difference > 0 ? '▲' : '▼'} </span>
          {(difference > 0 ? table.more : table.less)[kindOf(id)]({
            difference: differenceWritten(f, id, Math.abs(difference), table.points),
          })}
          <span className="visually-hidden"> ({table.than({ number: than })})</span>
        </small>
      )}
    </>
  );
}

/** A number as a reader reads it, without its unit, which is told once for the row. As exact as the column is. */
function written(f: Format, id: RowId, value: number): string {
  switch (id) {
    case 'servedShare':
      return f.number(value * 100, 1);
    case 'usdPerHour':
      return f.number(value, 2);
    default:
      return f.number(value, 0);
  }
}

function differenceWritten(
  f: Format,
  id: RowId,
  difference: number,
  points: CompareWords['table']['points'],
): string {
  switch (kindOf(id)) {
    case 'share':
      return points({ points: f.number(difference * 100, 1) });
    case 'time':
      return f.duration(difference);
    case 'money':
      return `$${f.number(difference, 2)}`;
    default:
      return f.number(difference, 0);
  }
}
