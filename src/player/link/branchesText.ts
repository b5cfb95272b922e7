/**
 * The ways a run went that are not shown, for the part of an address behind `#`: a version, and JSON that is packed. The
 * way that is shown stands in `do=`, where it can be read. What cannot be used is told apart and never throws.
 */
import { type Branch, type Branches, currentBranch, MOST_BRANCHES } from '../branches.ts';
import { formatActions, parseActions } from './actions.ts';

/** Written with every address. When the form changes, it counts up, and the versions before are still read. */
const VERSION = 1;

/** What a packed text may become; more is no list of branches. */
const MOST_CHARACTERS = 200_000;

/** A branch as it is written: number, the one that it left and when (0 and 0 for none), how far it is known, what was done. */
type Row = [id: number, leftId: number, leftMs: number, knownMs: number, done: string];

/** `#…`, or nothing where there is only one branch. */
export async function formatBranches(branches: Branches): Promise<string> {
  if (branches.list.length < 2) return '';
  const rows = branches.list.map(({ id, left, knownMs, interventions }): Row => {
    const done = id === branches.current ? '' : formatActions(interventions);
    return [id, left?.id ?? 0, left?.atMs ?? 0, knownMs, done];
  });
  return `#${VERSION}.${await pack(JSON.stringify([branches.current, rows]))}`;
}

export const holdsBranches = (hash: string): boolean => /^#\d+\./.test(hash);

/** @param shown the branch that is shown, of whose interventions the text knows nothing. null when it cannot be used. */
export async function parseBranches(hash: string, shown: Branches): Promise<Branches | null> {
  const [, version, packed] = /^#(\d+)\.([\w-]+)$/.exec(hash) ?? [];
  if (Number(version) !== VERSION) return null;
  const text = await unpack(packed);
  if (text === null) return null;
  return readRows(parseJson(text), shown);
}

function readRows(data: unknown, shown: Branches): Branches | null {
  if (!Array.isArray(data) || data.length !== 2 || !Array.isArray(data[1])) return null;
  const [current, rows] = data as [unknown, unknown[]];
  if (rows.length < 1 || rows.length > MOST_BRANCHES) return null;
  const list: Branch[] = [];
  for (const row of rows) {
    if (!isRow(row) || row[0] <= (list.at(-1)?.id ?? 0)) return null;
    const [id, leftId, leftMs, knownMs, done] = row;
    const left = leftId === 0 ? null : { id: leftId, atMs: leftMs };
    const { interventions, wrong } = parseActions(done);
    if (wrong.length > 0) return null;
    const isShown = id === current;
    list.push({
      id,
      left,
      knownMs,
      interventions: isShown ? currentBranch(shown).interventions : interventions,
    });
  }
  const last = list[list.length - 1];
  if (!list.some((b) => b.id === current)) return null;
  return { current: current as number, list, next: last.id + 1 };
}

function isRow(row: unknown): row is Row {
  if (!Array.isArray(row) || row.length !== 5 || typeof row[4] !== 'string') return false;
  return row.slice(0, 4).every((n) => typeof n === 'number' && Number.isFinite(n) && n >= 0) && row[0] >= 1;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function pack(text: string): Promise<string> {
  const bytes = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const packed = new Uint8Array(await new Response(bytes).arrayBuffer());
  const letters = Array.from(packed, (byte) => String.fromCharCode(byte)).join('');
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

async function unpack(packed: string): Promise<string | null> {
  try {
    const letters = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return text;
      text += value;
      if (text.length <= MOST_CHARACTERS) continue;
      await reader.cancel();
      return null;
    }
  } catch {
    return null;
  }
}
