/** Reads the command line. */
import { closest } from '../scenarios/closest.ts';
import { formatDuration, parseDuration } from '../scenarios/fields/durationText.ts';
import { SCENARIO_IDS, type ScenarioId } from '../scenarios/library/index.ts';
import { LARGEST_SEED, LONGEST_MS } from '../scenarios/limits.ts';
import { UsageError } from './usageError.ts';

export const FORMATS = ['json', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

/** Where the scenario comes from. */
export type Source = { from: 'file'; path: string } | { from: 'stdin' } | { from: 'library'; id: ScenarioId };

export interface Options {
  source: Source;
  /** Instead of the file's seed. */
  seed?: number;
  /** Instead of the file's end, in simulated milliseconds. */
  untilMs?: number;
  /** Metrics begin here, in simulated milliseconds. */
  fromMs: number;
  /** File to write the trace to. */
  trace?: string;
  format: Format;
}

const NAMES = ['--seed', '--until', '--from', '--trace', '--format', '--scenario', '--help'] as const;
type Name = (typeof NAMES)[number];

/** The options, or 'help' when somebody asks for it. Throws a UsageError. */
export function parseOptions(args: readonly string[]): Options | 'help' {
  if (args.includes('--help') || args.includes('-h')) return 'help';
  const { given, files } = split(args);
  const seed = given.get('--seed');
  const until = given.get('--until');
  const trace = given.get('--trace');
  return {
    source: sourceOf(files, given.get('--scenario')),
    ...(seed === undefined ? {} : { seed: parseSeed(seed) }),
    ...(until === undefined ? {} : { untilMs: parseTime('--until', until) }),
    fromMs: parseTime('--from', given.get('--from') ?? '0ms'),
    ...(trace === undefined ? {} : { trace }),
    format: choose('--format', given.get('--format') ?? 'json', FORMATS),
  };
}

/** Tells options with their values from file names. */
function split(args: readonly string[]): { given: Map<Name, string>; files: string[] } {
  const given = new Map<Name, string>();
  const files: string[] = [];
  for (let i = 0; i < args.length; i++) {
    if (!args[i].startsWith('-') || args[i] === '-') {
      files.push(args[i]);
      continue;
    }
    const equals = args[i].indexOf('=');
    const name = optionName(equals < 0 ? args[i] : args[i].slice(0, equals));
    const value = equals < 0 ? args[++i] : args[i].slice(equals + 1);
    if (value === undefined || value === '') {
      throw new UsageError(`${name}: expected a value after it, found nothing.`);
    }
    if (given.has(name)) throw new UsageError(`${name}: expected once, found twice.`);
    given.set(name, value);
  }
  return { given, files };
}

function optionName(word: string): Name {
  const name = NAMES.find((known) => known === word);
  if (name !== undefined) return name;
  throw new UsageError(`${word}: there is no such option.${didYouMean(word, NAMES)}`);
}

function sourceOf(files: readonly string[], library: string | undefined): Source {
  const found = [...files, ...(library === undefined ? [] : [`--scenario ${library}`])];
  if (found.length !== 1) {
    throw new UsageError(
      `Expected one scenario: a file, - for standard input, or --scenario NAME. Found ${found.join(' and ') || 'none'}.`,
    );
  }
  if (library !== undefined) return { from: 'library', id: choose('--scenario', library, SCENARIO_IDS) };
  return files[0] === '-' ? { from: 'stdin' } : { from: 'file', path: files[0] };
}

function parseSeed(value: string): number {
  const seed = /^\d{1,10}$/.test(value) ? Number(value) : Number.NaN;
  if (seed <= LARGEST_SEED) return seed;
  throw new UsageError(
    `--seed: expected a whole number from 0 to ${LARGEST_SEED}, found ${JSON.stringify(value)}.`,
  );
}

/** As in a file: with a unit, or in milliseconds. */
function parseTime(name: Name, value: string): number {
  const ms = parseDuration(/^\d+(\.\d+)?$/.test(value) ? Number(value) : value);
  if (ms <= LONGEST_MS) return ms;
  throw new UsageError(
    `${name}: expected a time such as 500ms, 90s or 5min, at most ${formatDuration(LONGEST_MS)}, found ${JSON.stringify(value)}.`,
  );
}

function choose<const Choice extends string>(name: Name, value: string, choices: readonly Choice[]): Choice {
  const choice = choices.find((one) => one === value);
  if (choice !== undefined) return choice;
  throw new UsageError(
    `${name}: expected one of ${choices.join(', ')}, found ${JSON.stringify(value)}.${didYouMean(value, choices)}`,
  );
}

function didYouMean(word: string, known: readonly string[]): string {
  const meant = closest(word, known);
  return meant === undefined ? '' : ` Did you mean ${meant}?`;
}
