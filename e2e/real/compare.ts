/** Compares what our engine and a real program made of the same script. */
import type { HealthChange, Outcome, Record, StoreChange } from './outcome.ts';

export interface Comparison {
  /** Lines of the script that were compared. */
  steps: number;
  /** What differs, in sentences; empty when nothing does. */
  differences: string[];
  /** The largest distance between the times of an answer, besides those that are known. */
  maxTimeMs: number;
}

export interface Tolerance {
  /** How far the times that answers took may lie apart. */
  timeMs: number;
  /** How far changes of the balancer's opinion may lie apart: checks begin where chance puts them. */
  healthMs: number;
  /** How far changes of the store may lie apart. */
  storeMs: { [What in StoreChange['what']]: number };
  /** How far the times of answers may lie apart that wait until another node of the store leads. */
  failoverMs: number;
}

/** A line of the script for which the real programs are known to do something else than the engine. */
export interface KnownDifference {
  /** Which line, from 0. */
  place: number;
  /** Only with this program; with all when nothing is said. */
  against?: 'nginx' | 'haproxy';
  /** What really happens. */
  real: Partial<Pick<Outcome, 'status' | 'server' | 'newCookie' | 'tookMs'>>;
  /** Why; docs/model.md says it too. */
  because: string;
}

export function compare(
  engine: Record,
  real: Record,
  tolerance: Tolerance,
  known: readonly KnownDifference[] = [],
): Comparison {
  const differences: string[] = [];
  let maxTimeMs = 0;
  for (const [place, predicted] of engine.outcomes.entries()) {
    const { atMs, user, ask } = predicted.line;
    const exception = known.find((one) => one.place === place);
    const expected = { ...predicted, ...exception?.real };
    const found = real.outcomes[place];
    const timeMs = awaitsLeader(engine, expected) ? tolerance.failoverMs : tolerance.timeMs;
    const says = (text: string) => differences.push(`${atMs} ms, person ${user}, ${ask}: ${text}`);
    maxTimeMs = Math.max(maxTimeMs, Math.abs(expected.tookMs - found.tookMs));
    if (!isSame(expected, found, timeMs)) says(`engine ${inWords(expected)}; real ${inWords(found)}`);
    if (exception !== undefined && isSame(predicted, expected, timeMs))
      says('is known to differ, and does not');
  }
  if (engine.health !== null && real.health !== null) {
    differences.push(...compareHealth(engine.health, real.health, tolerance.healthMs));
  }
  differences.push(...compareStore(engine.store, real.store, tolerance.storeMs));
  differences.push(...compareRecords(engine.records, real.records));
  return { steps: engine.outcomes.length, differences, maxTimeMs };
}

/** Does another node of the store begin to lead while it waits? */
const awaitsLeader = ({ store }: Record, { bornMs, tookMs }: Outcome): boolean =>
  store.some(({ what, atMs }) => what === 'leads' && bornMs < atMs && atMs <= bornMs + tookMs);

function isSame(a: Outcome, b: Outcome, timeMs: number): boolean {
  return (
    a.status === b.status &&
    a.server === b.server &&
    a.newCookie === b.newCookie &&
    (a.tried === null || b.tried === null || String(a.tried) === String(b.tried)) &&
    Math.abs(a.tookMs - b.tookMs) <= timeMs
  );
}

function inWords({ status, server, newCookie, tried, tookMs }: Outcome): string {
  const before = tried === null || tried.length === 0 ? '' : `, after ${tried.join(' ')} in vain`;
  return `${status} from ${server === '-' ? 'the balancer' : server}${before}${newCookie ? ', a new cookie' : ''}, ${Math.round(tookMs)} ms`;
}

/** Both sides should tell the same things in the same order. Where they do not, `differ` says so. */
function compareInOrder<Told>(
  engine: readonly Told[],
  real: readonly Told[],
  isSame: (expected: Told, found: Told) => boolean,
  differ: (expected: Told | undefined, found: Told | undefined) => string,
): string[] {
  const differences: string[] = [];
  for (let i = 0; i < Math.max(engine.length, real.length); i++) {
    const [expected, found] = [engine[i], real[i]];
    const same = expected !== undefined && found !== undefined && isSame(expected, found);
    if (!same) differences.push(differ(expected, found));
  }
  return differences;
}

function compareHealth(
  engine: readonly HealthChange[],
  real: readonly HealthChange[],
  mostMs: number,
): string[] {
  return compareInOrder(
    engine,
    real,
    (a, b) => a.server === b.server && a.healthy === b.healthy && Math.abs(a.atMs - b.atMs) <= mostMs,
    (a, b) => `the balancer: engine ${opinion(a)}; real ${opinion(b)}`,
  );
}

function compareStore(
  engine: readonly StoreChange[],
  real: readonly StoreChange[],
  mostMs: Tolerance['storeMs'],
): string[] {
  return compareInOrder(
    engine,
    real,
    (a, b) => a.node === b.node && a.what === b.what && Math.abs(a.atMs - b.atMs) <= mostMs[a.what],
    (a, b) => `the store: engine ${storeInWords(a)}; real ${storeInWords(b)}`,
  );
}

function storeInWords(change: StoreChange | undefined): string {
  if (change === undefined) return 'nothing';
  return `node ${change.node + 1} ${change.what} at ${Math.round(change.atMs)} ms`;
}

function compareRecords(engine: Record['records'], real: Record['records']): string[] {
  return [...new Set([...Object.keys(engine), ...Object.keys(real)])]
    .filter((place) => engine[place] !== real[place])
    .map(
      (place) =>
        `records at the end in ${place}: engine ${engine[place] ?? 'none'}; real ${real[place] ?? 'none'}`,
    );
}

function opinion(change: HealthChange | undefined): string {
  if (change === undefined) return 'nothing';
  return `${change.healthy ? 'lets in' : 'takes out'} ${change.server} at ${Math.round(change.atMs)} ms`;
}
