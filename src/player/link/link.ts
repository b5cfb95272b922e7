/**
 * The address of a moment: scenario, seed, what the visitor did, the time and the speed, as readable
 * parameters. Anything that cannot be used is reported and replaced by the usual value; nothing throws.
 */
import type { Run } from '../../engine/simulation.ts';
import type { Locale } from '../../i18n/locale.ts';
import { SCENARIO_IDS, SCENARIOS, type ScenarioId } from '../../scenarios/library/index.ts';
import { DEFAULT_SPEED, LONGEST_RUN_MS, SPEEDS } from '../createPlayer.ts';
import type * as linkDetails from './details.ts';
import { type StartSetting, startWith } from './startSettings.ts';

export interface LinkState {
  scenario: ScenarioId;
  /** Settings that the run begins with in place of the scenario's own. */
  start: readonly StartSetting[];
  seed: number;
  run: Run;
  atMs: number;
  speed: number;
  /** The person who is followed, or -1. */
  follow: number;
}

/** Something in a link that could not be used. */
export type LinkProblem =
  | { code: 'bad-value'; name: string; value: string; expected: string }
  | { code: 'bad-actions'; values: string[]; words: string[] }
  /** What only the moment can tell, in every language. */
  | { code: 'told'; name: string; words: Readonly<Record<Locale, string>> };

const DEFAULT_SCENARIO: ScenarioId = 'one-server';
const DEFAULT_SEED = 7;

/** How what somebody did, and settings, are read from a link: fetched when a link has some of it. */
export type LinkDetails = Pick<typeof linkDetails, 'ACTION_WORDS' | 'parseActions' | 'parseStartSettings'>;

export const needsDetails = (query: URLSearchParams): boolean => query.has('do') || query.has('with');

/** @param details needed when `needsDetails` says so */
export function parseLink(
  query: URLSearchParams,
  details: LinkDetails | null,
): { state: LinkState; problems: LinkProblem[] } {
  const problems: LinkProblem[] = [];
  const read = <T>(name: string, fallback: T, expected: string, parse: (text: string) => T | null): T => {
    const text = query.get(name);
    if (text === null) return fallback;
    const value = parse(text);
    if (value !== null) return value;
    problems.push({ code: 'bad-value', name, value: text.slice(0, 60), expected });
    return fallback;
  };
  const scenario = read('scenario', DEFAULT_SCENARIO, SCENARIO_IDS.join(', '), (text) =>
    Object.hasOwn(SCENARIOS, text) ? (text as ScenarioId) : null,
  );
  const seed = read('seed', DEFAULT_SEED, '0 … 4294967295', (text) => {
    const n = Number(text);
    return /^\d{1,10}$/.test(text) && n <= 4_294_967_295 ? n : null;
  });
  const atMs = read('t', 0, `0 … ${LONGEST_RUN_MS} (ms)`, (text) => {
    const n = Number(text);
    return /^\d+(\.\d+)?$/.test(text) && n <= LONGEST_RUN_MS ? n : null;
  });
  const speed = read(
    'speed',
    DEFAULT_SPEED,
    SPEEDS.join(', '),
    (text) => SPEEDS.find((s) => String(s) === text) ?? null,
  );
  const start = details?.parseStartSettings(query.get('with') ?? '') ?? { settings: [], wrong: [] };
  const world = startWith(SCENARIOS[scenario], start.settings);
  const people = world.people.count;
  const follow = read('follow', -1, `1 … ${people}`, (text) => {
    const n = Number(text);
    return /^\d{1,6}$/.test(text) && n >= 1 && n <= people ? n - 1 : null;
  });
  for (const value of start.wrong) {
    problems.push({
      code: 'bad-value',
      name: 'with',
      value,
      expected: 'servers.count~3, people.count~24, …',
    });
  }
  const done = details?.parseActions(query.get('do') ?? '') ?? { interventions: [], wrong: [] };
  if (done.wrong.length > 0)
    problems.push({ code: 'bad-actions', values: done.wrong, words: details?.ACTION_WORDS ?? [] });
  return {
    state: {
      scenario,
      start: start.settings,
      seed,
      run: { scenario: world, seed, interventions: done.interventions },
      atMs,
      speed,
      follow,
    },
    problems,
  };
}
