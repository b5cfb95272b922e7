/**
 * The address of a moment: scenario, seed, what the visitor did, the time and the speed, as readable
 * parameters. Anything that cannot be used is reported and replaced by the usual value; nothing throws.
 */
import type { Run } from '../../engine/simulation.ts';
import { SCENARIO_IDS, SCENARIOS, type ScenarioId } from '../../scenarios/library/index.ts';
import { DEFAULT_SPEED, LONGEST_RUN_MS, SPEEDS } from '../createPlayer.ts';
import { ACTION_WORDS, formatActions, parseActions } from './actions.ts';
import { formatStartSettings, parseStartSettings, type StartSetting, startWith } from './startSettings.ts';

export interface LinkState {
  scenario: ScenarioId;
  /** Settings that the run begins with in place of the scenario's own. */
  start: readonly StartSetting[];
  seed: number;
  run: Run;
  atMs: number;
  speed: number;
}

/** Something in a link that could not be used. */
export type LinkProblem =
  | { code: 'bad-value'; name: string; value: string; expected: string }
  | { code: 'bad-action'; value: string; expected: string };

const DEFAULT_SCENARIO: ScenarioId = 'one-server';
const DEFAULT_SEED = 7;

export function parseLink(query: URLSearchParams): { state: LinkState; problems: LinkProblem[] } {
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
  const start = parseStartSettings(query.get('with') ?? '');
  for (const value of start.wrong) {
    problems.push({
      code: 'bad-value',
      name: 'with',
      value,
      expected: 'servers.count~3, people.count~24, …',
    });
  }
  const { interventions, wrong } = parseActions(query.get('do') ?? '');
  for (const value of wrong) problems.push({ code: 'bad-action', value, expected: ACTION_WORDS.join(', ') });
  return {
    state: {
      scenario,
      start: start.settings,
      seed,
      run: { scenario: startWith(SCENARIOS[scenario], start.settings), seed, interventions },
      atMs,
      speed,
    },
    problems,
  };
}

/** The parameters that lead to a moment; what is as usual is left out, except the scenario and the seed. */
export function formatLink(state: LinkState): URLSearchParams {
  const query = new URLSearchParams();
  query.set('scenario', state.scenario);
  if (state.start.length > 0) query.set('with', formatStartSettings(state.start));
  query.set('seed', String(state.seed));
  if (state.run.interventions.length > 0) query.set('do', formatActions(state.run.interventions));
  // In full, because a thousandth later something else may have happened. (Shorter times would read 1e-7.)
  if (state.atMs >= 1e-6) query.set('t', String(state.atMs));
  if (state.speed !== DEFAULT_SPEED) query.set('speed', String(state.speed));
  return query;
}
