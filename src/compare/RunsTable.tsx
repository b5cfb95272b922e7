/** The numbers of all runs up to the playhead: what is best, and how far each is from the first. */
import type { CompareWords } from '../i18n/compare/types.ts';
import type { Format } from '../i18n/format.ts';
import { useWords } from '../i18n/Words.tsx';
import css from './compare.module.css';
import { type Cell, kindOf, type RowId, tableOf } from './core/table.ts';
import type { RunNumbers } from './core/tally.ts';
import { RunSign } from './RunSign.tsx';

interface Props {
  words: CompareWords;
  names: readonly string[];
  numbers: readonly RunNumbers[];
  atMs: number;
}

export function RunsTable({ words, names, numbers, atMs }: Props) {
  const { table } = words;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: where it is higher than its room it is scrolled, also by keys
    <section className={css.tableRoom} aria-label={table.title} tabIndex={0}>
      <table className={css.table} data-runs={names.length}>
        <caption>{table.caption({ at: atMs })}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{table.number}</span>
            </th>
            {names.map((name, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a run is its number
              <th key={i} scope="col">
                <RunSign number={i + 1} />
                <span className="visually-hidden">{words.run({ number: i + 1, name })}</span>
                <small aria-hidden="true">{name}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tableOf(numbers).map((row) => (
            <tr key={row.id} data-same={row.same}>
              <th scope="row">
                {table.rows[row.id]}
                {row.same && <small> {table.same}</small>}
              </th>
              {row.cells.map((cell, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a run is its number
                <td key={i} data-best={cell.best}>
                  <NumberCell id={row.id} cell={cell} words={words} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function NumberCell({ id, cell, words: { table } }: { id: RowId; cell: Cell; words: CompareWords }) {
  const { t, f } = useWords();
  const { value, best, difference } = cell;
  return (
    <>
      <b>{value === null ? t.numbers.none : written(f, id, value)}</b>{' '}
      {best && <span className={css.best}>✓ {table.best}</span>}{' '}
      {difference !== null && difference !== 0 && (
        <small>
          <span aria-hidden="true">{difference > 0 ? '▲' : '▼'} </span>
          {(difference > 0 ? table.more : table.less)[kindOf(id)]({
            difference:
              id === 'servedShare'
                ? table.points({ points: f.number(Math.abs(difference) * 100, 1) })
                : written(f, id, Math.abs(difference)),
          })}
          <span className="visually-hidden"> ({table.than})</span>
        </small>
      )}
    </>
  );
}

/** A number as a reader reads it. */
function written(f: Format, id: RowId, value: number): string {
  switch (id) {
    case 'servedShare':
      return f.percent(value, 1);
    case 'meanMs':
    case 'p95Ms':
      return f.duration(value);
    case 'usdPerHour':
      // As exact as the column is; cents have two digits.
      return `$${f.number(value, 2)}`;
    default:
      return f.number(value, 0);
  }
}
