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
  /** Chance has no part in it, so the smallest difference counts. */
  exact?: true;
}

/** Who serves so much less than the best is not compared by how fast. */
const FAR_FEWER = 0.05;
/**
 * Runs of the same traffic differ by a few answers and milliseconds wherever a choice fell otherwise, and percentiles are
 * read from a histogram. What is within this share of the best is as good as the best; of nothing at all nothing is near.
 */
const NEAR = 0.05;

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
  filesFailed: { digits: 0, better: 'less', rare: true },
  staleReads: { digits: 0, better: 'less', rare: true },
  replaysServed: { digits: 0, better: 'less', rare: true },
  cartItemsLost: { digits: 0, better: 'less', rare: true },
  meanMs: { digits: 0, better: 'less', ofServed: true },
  p95Ms: { digits: 0, better: 'less', ofServed: true },
  usdPerHour: { digits: 2, better: 'less', exact: true },
};

export interface Cell {
  /** As it is read: rounded. */
  value: number | null;
  /** The best, or as good as it, where another run is worse. Several may be. */
  best: boolean;
  /** From the first run; null where there is nothing to compare. */
  difference: number | null;
  /** Better than the best, or as good where another is worse, but because it serves few: the share that it serves. */
  servesOnly: number | null;
}

export interface Row {
  id: RowId;
  cells: Cell[];
  /** Do all runs have the same number, or numbers that nobody is better or worse by? */
  alike: 'same' | 'near' | null;
}

export function tableOf(runs: readonly RunNumbers[]): Row[] {
  const mostServed = Math.max(0, ...runs.map(({ servedShare }) => servedShare ?? 0));
  return (Object.keys(ROWS) as RowId[]).flatMap((id): Row[] => {
    const { digits, better, rare, ofServed, exact } = ROWS[id];
    const values = runs.map((numbers) => rounded(numbers[id], digits));
    if (rare && values.every((value) => value === 0)) return [];
    const counts = runs.map(({ servedShare }) => !ofServed || (servedShare ?? 0) >= mostServed - FAR_FEWER);
    // Of a share it is the rest that is compared: 100 % and 99 % are far apart, 31 % and 32 % are not.
    const bad = values.map((value) => (value === null ? null : better === 'more' ? 1 - value : value));
    const least = Math.min(...bad.flatMap((value, run) => (value !== null && counts[run] ? [value] : [])));
    const limit = exact ? least : least * (1 + NEAR);
    const isWorse = bad.some((value) => value !== null && value > limit);
    const [first] = values;
    const cells = values.map((value, run): Cell => {
      const amount = bad[run];
      const isGood = amount !== null && amount <= limit;
      const stands = isWorse || (amount !== null && amount * (1 + NEAR) < least);
      return {
        value,
        best: isWorse && isGood && counts[run],
        difference: run === 0 || value === null || first === null ? null : rounded(value - first, digits),
        servesOnly: isGood && stands && !counts[run] ? runs[run].servedShare : null,
      };
    });
    const isSame = values.every((value) => value === first);
    const isNear = cells.every(({ best, servesOnly }) => !best && servesOnly === null);
    return [{ id, alike: isSame ? 'same' : isNear ? 'near' : null, cells }];
  });
}

function rounded(value: number, digits: number): number;
function rounded(value: number | null, digits: number): number | null;
function rounded(value: number | null, digits: number): number | null {
  // Adding 0 makes of −0 what is read as 0.
  return value === null ? null : Number(value.toFixed(digits)) + 0;
}
