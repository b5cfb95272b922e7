/** The command line program: options in, metrics out. */

import type { Metrics } from '../metrics/metrics.ts';
import { formatDuration } from '../scenarios/fields/durationText.ts';
import type { ScenarioDocument, ScenarioRun } from '../scenarios/parseScenario.ts';
import { formatMetrics } from './formatMetrics.ts';
import { HELP } from './help.ts';
import { type Options, parseOptions } from './options.ts';
import { readSource } from './readSource.ts';
import { simulate } from './simulate.ts';
import { openTraceFile } from './traceFile.ts';
import { UsageError } from './usageError.ts';

/** What the program needs of the process it runs in. */
export interface Terminal {
  stdin: NodeJS.ReadableStream;
  print(text: string): void;
  /** For messages, which must not end up among the numbers. */
  warn(text: string): void;
}

/** Runs the program and returns its exit status: 0, 1 (could not write, or a bug) or 2 (wrong input). */
export async function main(args: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
  try {
    const options = parseOptions(args);
    if (options === 'help') terminal.print(HELP);
    else await simulateAndPrint(options, terminal);
    return 0;
  } catch (error) {
    const { message } = error as Error;
    if (error instanceof UsageError) {
      terminal.warn(`${message}\nTry: npm run simulate -- --help\n`);
      return 2;
    }
    terminal.warn(`The run could not be finished: ${message}\n`);
    return 1;
  }
}

async function simulateAndPrint(options: Options, terminal: Terminal): Promise<void> {
  const document = withOptions(await readSource(options.source, terminal.stdin), options);
  const trace = options.trace === undefined ? null : await openTraceFile(options.trace);
  const metrics = await simulate(document, options.fromMs, trace);
  await trace?.close();
  terminal.print(formatMetrics(options.format, metrics, document.run.seed, document.name));
  for (const note of notes(document.run, metrics)) terminal.warn(`Note: ${note}\n`);
}

function withOptions(document: ScenarioDocument, { seed, untilMs, fromMs }: Options): ScenarioDocument {
  const run: ScenarioRun = {
    ...document.run,
    ...(seed === undefined ? {} : { seed }),
    ...(untilMs === undefined ? {} : { untilMs }),
  };
  if (fromMs > run.untilMs) {
    throw new UsageError(
      `--from: expected a time before the end of the run (${formatDuration(run.untilMs)}), found ${formatDuration(fromMs)}.`,
    );
  }
  return { ...document, run };
}

/** What the numbers alone would not tell. */
function notes({ interventions, untilMs }: ScenarioRun, { values }: Metrics): string[] {
  const late = interventions.filter(({ atMs }) => atMs > untilMs).length;
  const ignored = values.interventionsIgnored ?? 0;
  return [
    ...(late > 0
      ? [
          `${late} of ${interventions.length} interventions did not happen: the run ends before, at ${formatDuration(untilMs)}.`,
        ]
      : []),
    ...(ignored > 0
      ? [
          `${ignored} of ${interventions.length} interventions changed nothing: they made no sense when their time came.`,
        ]
      : []),
  ];
}
