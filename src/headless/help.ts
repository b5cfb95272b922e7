import { SCENARIO_IDS } from '../scenarios/library/index.ts';

export const HELP = `Runs a scenario and prints its metrics.

  npm run simulate -- FILE [options]             a scenario file
  npm run simulate -- - [options]                the same from standard input
  npm run simulate -- --scenario NAME [options]  a scenario of the library:
                                                 ${SCENARIO_IDS.slice(0, 4).join(', ')},
                                                 ${SCENARIO_IDS.slice(4).join(', ')}

  --seed N        the seed, instead of the file's
  --until TIME    the end of the run, instead of the file's: 500ms, 90s, 5min, 1h
  --from TIME     leaves out what happened before; the run still starts at 0
  --format NAME   json (the default) or csv
  --trace FILE    writes everything that happens, one JSON object a line
  --help          this text

Exit status: 0 when the run went through, 1 when something could not be written, 2 when an option or the
file is wrong. docs/headless.md describes files, metrics and the trace.
`;
