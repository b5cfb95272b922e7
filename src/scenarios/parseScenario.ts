/** Reads a scenario file, and says everything that is wrong with it at once. */
import * as v from 'valibot';
import type { Scenario } from '../engine/scenario.ts';
import type { Run } from '../engine/simulation.ts';
import { checkRun } from './checkRun.ts';
import { fileSchema } from './fileSchema.ts';
import { valueProblems } from './issues.ts';
import { readJson } from './jsonText.ts';
import type { Problem } from './problem.ts';
import { structureProblems } from './structure.ts';

/** A run that ends: all that a scenario file says about the simulation. */
export interface ScenarioRun extends Run {
  /** Simulated time in milliseconds. */
  untilMs: number;
}

/** What a scenario file holds. */
export interface ScenarioDocument {
  run: ScenarioRun;
  name?: string;
  /** What the run shows, in the languages that the file has. */
  title?: { en?: string; ko?: string };
}

export type ParseResult = ({ ok: true } & ScenarioDocument) | { ok: false; problems: Problem[] };

/**
 * Reads a scenario file from its text, or from a value that `JSON.parse` made. What is left out gets its
 * default, and interventions and a script are put in order of time, what is at the same time in the order of the file.
 * Never throws; `problems` holds at least one problem when the result is not `ok`.
 */
export function parseScenario(source: unknown): ParseResult {
  let value = source;
  if (typeof source === 'string') {
    const json = readJson(source);
    if (!json.ok) return { ok: false, problems: [json.problem] };
    value = json.value;
  }
  const structure = structureProblems(fileSchema, value);
  const result = v.safeParse(fileSchema, value);
  if (!result.success || structure.length > 0) {
    const values = valueProblems(result.issues ?? [], value).filter(
      (problem) => !structure.some(({ path }) => isWithin(problem.path, path)),
    );
    return { ok: false, problems: [...structure, ...values] };
  }
  const { $schema, name, title, seed, until, interventions, ...parts } = result.output;
  // What `fileSchema` makes is a scenario: its fields are those of the type, each checked as described.
  // Its script is in the order of the file, which problems name.
  const scenario = parts as unknown as Scenario;
  const placed = interventions.map((intervention, index) => ({ index, intervention }));
  placed.sort((a, b) => a.intervention.atMs - b.intervention.atMs);
  const problems = checkRun(scenario, placed);
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    run: {
      scenario: withListsInOrder(scenario),
      seed,
      interventions: placed.map((one) => one.intervention),
      untilMs: until,
    },
    ...(name === undefined ? {} : { name }),
    ...(title === undefined ? {} : { title: withoutUndefined(title) }),
  };
}

/** What is laid down or recorded may be in any order in the file; the engine wants it in order of time. */
function withListsInOrder(scenario: Scenario): Scenario {
  const { people, visitors } = scenario;
  return {
    ...scenario,
    people: { ...people, script: inOrder(people.script) },
    visitors: { ...visitors, rates: inOrder(visitors.rates), arrivals: inOrder(visitors.arrivals) },
  };
}

function inOrder<Item extends { atMs: number }>(list: readonly Item[] | null): readonly Item[] | null {
  return list === null ? null : [...list].sort((a, b) => a.atMs - b.atMs);
}

/** Does the path lead to the place or to something in it? */
function isWithin(path: Problem['path'], place: Problem['path']): boolean {
  return place.every((key, i) => path[i] === key);
}

function withoutUndefined({ en, ko }: { en?: string | undefined; ko?: string | undefined }) {
  return { ...(en === undefined ? {} : { en }), ...(ko === undefined ? {} : { ko }) };
}
