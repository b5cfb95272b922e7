/**
 * Tables of plain numbers: one typed array per column, rows found by index, freed rows used again.
 * The world is made of these, so that a snapshot is a copy of a few arrays and not a clone of objects.
 *
 * Tables are written as object literals, without spreading another object into them, and never get properties later.
 * A JavaScript engine compiles for the few shapes of objects that it has met. It gives every world's tables the same
 * shape when a literal makes them, but one of its own to what a spread made, and a hash table to what got dozens of
 * properties one by one: either makes every access several times slower.
 */

export const NONE = -1;

type Column = Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;

/** What every table has beside its columns. */
export interface Table {
  /** Rows ever used; rows from here on have never been written. */
  length: number;
  /** Rows in use now. */
  used: number;
  /** The first free row below `length`, or NONE. */
  free: number;
  /** A column: free rows are chained through it, rows in use may chain as they like. */
  next: Int32Array;
}

/** What stands for a table that few runs need, until it is opened. */
export function emptyRows(): Table {
  return { length: 0, used: 0, free: NONE, next: new Int32Array(0) };
}

/** A row to write to. Its columns hold what the row's last user left there: set every one. */
export function addRow(table: Table): number {
  table.used++;
  const free = table.free;
  if (free !== NONE) {
    table.free = table.next[free];
    return free;
  }
  if (table.length === table.next.length) grow(table);
  return table.length++;
}

export function freeRow(table: Table, row: number): void {
  table.used--;
  table.next[row] = table.free;
  table.free = row;
}

function grow(table: Table): void {
  const cells = table as unknown as Record<string, number | Column>;
  for (const name in cells) {
    const old = cells[name];
    if (typeof old === 'number') continue;
    const Kind = old.constructor as new (length: number) => Column;
    const wider = new Kind(Math.max(16, old.length * 2));
    wider.set(old);
    cells[name] = wider;
  }
}
