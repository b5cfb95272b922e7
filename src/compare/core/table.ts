/** The table of a comparison: one row for each number, with what is best, and how far each run is from the first. */
import type { RunNumbers } from './tally.ts';

export type RowId = keyof RunNumbers;

export type Kind = 'count' | 'time' | 'share' | 'money';

interface RowKind {
  /** How exact the number is read; differences are those of the numbers as they are read. */
  digits: number;
  better: 'more' | 'less';
  /** Only there when one of the runs has some. */
  rare?: true;
  /** Of those who were served: nobody is best who serves far fewer than others. */
  ofServed?: true;
}

/** Who serves so much less than the best is not compared by how fast. */
const FAR_FEWER = 0.05;

/** What a row's numbers are: it decides in what words they differ. */
export const kindOf = (id: RowId): Kind =>
  id === 'servedShare' ? 'share' : id === 'usdPerHour' ? 'money' : id.endsWith('Ms') ? 'time' : 'count';

/** In the order of the table. */
const ROWS: Readonly<Record<RowId, RowKind>> = {
  servedShare: { digits: 3, better: 'more' },
  refused: { digits: 0, better: 'less' },
  forcedLogins: { digits: 0, better: 'less' },
  sessionsLost: { digits: 0, better: 'less' },
  failed: { digits: 0, better: 'less' },
  staleReads: { digits: 0, better: 'less', rare: true },
  replaysServed: { digits: 0, better: 'less', rare: true },
  cartItemsLost: { digits: 0, better: 'less', rare: true },
  meanMs: { digits: 0, better: 'less', ofServed: true },
  p95Ms: { digits: 0, better: 'less', ofServed: true },
  usdPerHour: { digits: 2, better: 'less' },
};

export interface Cell {
  /** As it is read: rounded. */
  value: number | null;
  /** The best, where the runs differ. Several may be. */
  best: boolean;
  /** From the first run; null where there is nothing to compare. */
  difference: number | null;
}

export interface Row {
  id: RowId;
  cells: Cell[];
  /** Do all runs have the same number? */
  same: boolean;
}

export function tableOf(runs: readonly RunNumbers[]): Row[] {
  const mostServed = Math.max(0, ...runs.map(({ servedShare }) => servedShare ?? 0));
  return (Object.keys(ROWS) as RowId[]).flatMap((id): Row[] => {
    const { digits, better, rare, ofServed } = ROWS[id];
    const values = runs.map((numbers) => rounded(numbers[id], digits));
    if (rare && values.every((value) => value === 0)) return [];
    const counts = runs.map(({ servedShare }) => !ofServed || (servedShare ?? 0) >= mostServed - FAR_FEWER);
    const known = values.filter((value, run) => value !== null && counts[run]) as number[];
    const same = values.every((value) => value === values[0]);
    const best = better === 'more' ? Math.max(...known) : Math.min(...known);
    const [first] = values;
    return [
      {
        id,
        same,
        cells: values.map((value, run) => ({
          value,
          best: !same && value === best && counts[run],
          difference: run === 0 || value === null || first === null ? null : rounded(value - first, digits),
        })),
      },
    ];
  });
}

function rounded(value: number, digits: number): number;
function rounded(value: number | null, digits: number): number | null;
function rounded(value: number | null, digits: number): number | null {
  // Adding 0 makes of −0 what is read as 0.
  return value === null ? null : Number(value.toFixed(digits)) + 0;
}
