/**
 * The ways a run went, with their names, for the part of an address behind `#`: a version, and JSON that is packed. The
 * way that is shown stands in `do=`, where it can be read. What cannot be used is told apart and never throws.
 */

import { type Branch, type Branches, currentBranch, MOST_BRANCHES } from '../branches.ts';
import { LONGEST_RUN_MS } from '../createPlayer.ts';
import { cleanName } from '../runName.ts';
import { formatActions, parseActions } from './actions.ts';
import { migrate, VERSION } from './migrations/index.ts';
import { pack, unpack } from './pack.ts';

/** What is packed, in the version that is written. An older one is brought to this form by `migrations`. */
interface Packed {
  /** Number of the run that is shown. */
  shown: number;
  runs: Row[];
}

/** A run as it is written: number, the one that it left and when (0 and 0 for none), how far it is known, what was done. */
type Row = [id: number, leftId: number, leftMs: number, knownMs: number, done: string, name: string];

/** `#…`, or nothing where there is only one branch. */
export async function formatBranches(branches: Branches): Promise<string> {
  if (branches.list.length < 2) return '';
  const runs = branches.list.map(({ id, left, knownMs, interventions, name }): Row => {
    const done = id === branches.current ? '' : formatActions(interventions);
    return [id, left?.id ?? 0, Math.ceil(left?.atMs ?? 0), Math.ceil(knownMs), done, name];
  });
  const packed: Packed = { shown: branches.current, runs };
  return `#${VERSION}.${await pack(JSON.stringify(packed))}`;
}

export const holdsBranches = (hash: string): boolean => /^#\d+\./.test(hash);

export type ReadBranches =
  | { branches: Branches }
  /** A newer version of the page made it: its number. */
  | { newer: number }
  /** Cut off, changed, or made by nobody. */
  | { broken: true };

const BROKEN: ReadBranches = { broken: true };

/** @param shown the branch that is shown, of whose interventions the text knows nothing */
export async function parseBranches(hash: string, shown: Branches): Promise<ReadBranches> {
  const [, digits, packed] = /^#(\d{1,6})\.([^.]*)$/.exec(hash) ?? [];
  const version = Number(digits ?? 0);
  if (version > VERSION) return { newer: version };
  if (version < 1 || !/^[\w-]+$/.test(packed)) return BROKEN;
  const text = await unpack(packed);
  const data = text === null ? null : migrate(parseJson(text), version);
  const branches = isPacked(data) ? readRuns(data, shown) : null;
  return branches === null ? BROKEN : { branches };
}

function readRuns({ shown: current, runs }: Packed, shown: Branches): Branches | null {
  const list: Branch[] = [];
  for (const [id, leftId, leftMs, knownMs, done, name] of runs) {
    if (id <= (list.at(-1)?.id ?? 0)) return null;
    const { interventions, wrong } = parseActions(done);
    if (wrong.length > 0) return null;
    list.push({
      id,
      interventions: id === current ? currentBranch(shown).interventions : interventions,
      knownMs,
      left: leftId === 0 ? null : { id: leftId, atMs: leftMs },
      name: cleanName(name),
    });
  }
  const last = list.at(-1);
  if (last === undefined || !list.some((b) => b.id === current)) return null;
  return { current, list, next: last.id + 1 };
}

function isPacked(data: unknown): data is Packed {
  if (typeof data !== 'object' || data === null || !('shown' in data && 'runs' in data)) return false;
  const { shown, runs } = data;
  return (
    typeof shown === 'number' && Array.isArray(runs) && runs.length <= MOST_BRANCHES && runs.every(isRow)
  );
}

function isRow(row: unknown): row is Row {
  if (!Array.isArray(row) || row.length !== 6) return false;
  const [id, leftId, leftMs, knownMs, done, name] = row;
  return (
    isWithin(id, 1, 1e9) &&
    isWithin(leftId, 0, 1e9) &&
    isWithin(leftMs, 0, LONGEST_RUN_MS) &&
    isWithin(knownMs, 0, LONGEST_RUN_MS) &&
    typeof done === 'string' &&
    typeof name === 'string'
  );
}

const isWithin = (n: unknown, least: number, most: number): boolean =>
  typeof n === 'number' && n >= least && n <= most;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
