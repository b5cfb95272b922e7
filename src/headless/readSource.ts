/** Gets the scenario from where the command line says. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { DEFAULT_SEED, DEFAULT_UNTIL_MS } from '../scenarios/defaults.ts';
import { SCENARIOS } from '../scenarios/library/index.ts';
import { parseScenario, type ScenarioDocument } from '../scenarios/parseScenario.ts';
import { problemText } from '../scenarios/problemText.ts';
import type { Source } from './options.ts';
import { UsageError } from './usageError.ts';

/** Problems that are told; with more, the file is probably something else. */
const MOST_TOLD = 20;

/** The scenario with its run. Throws a UsageError that names everything wrong with it. */
export async function readSource(source: Source, stdin: NodeJS.ReadableStream): Promise<ScenarioDocument> {
  if (source.from === 'library') {
    const scenario = SCENARIOS[source.id];
    return {
      name: source.id,
      run: { scenario, seed: DEFAULT_SEED, interventions: [], untilMs: DEFAULT_UNTIL_MS },
    };
  }
  const name = source.from === 'stdin' ? 'standard input' : source.path;
  const bytes = source.from === 'stdin' ? await buffer(stdin) : await readBytes(source.path);
  const result = parseScenario(decode(name, bytes));
  if (result.ok) return result;
  const { problems } = result;
  const told = problems.slice(0, MOST_TOLD).map((problem) => `  ${problemText(problem)}`);
  if (problems.length > MOST_TOLD) told.push(`  … and ${problems.length - MOST_TOLD} more.`);
  throw new UsageError(
    [
      `${name}: this is not a scenario file as expected.`,
      ...told,
      'docs/headless.md describes the format; editors can check it with public/schema/scenario.v1.json.',
    ].join('\n'),
  );
}

async function readBytes(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new UsageError(`${path}: ${reasonOf(error as NodeJS.ErrnoException, path)}`);
  }
}

function reasonOf(error: NodeJS.ErrnoException, path: string): string {
  switch (error.code) {
    case 'ENOENT':
      return `expected a scenario file, but there is no ${resolve(path)}.`;
    case 'EISDIR':
      return 'expected a scenario file, found a folder.';
    case 'EACCES':
      return 'expected a scenario file that may be read, but reading it is not allowed.';
    default:
      return `the file cannot be read (${error.code ?? error.message}).`;
  }
}

function decode(name: string, bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError(`${name}: expected UTF-8 text, found other bytes. Save it as UTF-8.`);
  }
}
