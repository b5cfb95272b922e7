/**
 * Version 1 was `[shown, rows]`, a row for each run: number, the run that it left and when, how far it is known, what was
 * done. Version 2 has names for its parts, and a row ends with the name of the run.
 */
import type { Migration } from './index.ts';

export const from1to2: Migration = (data) => {
  if (!Array.isArray(data) || data.length !== 2 || !Array.isArray(data[1])) return null;
  const [shown, rows] = data as [unknown, unknown[]];
  if (!rows.every((row) => Array.isArray(row) && row.length === 5)) return null;
  return { shown, runs: (rows as unknown[][]).map((row) => [...row, '']) };
};
