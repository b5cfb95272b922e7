/** Metrics as text. */
import {
  METRIC_IDS,
  METRICS,
  type MetricId,
  SERVER_METRIC_IDS,
  SERVER_METRICS,
  type ServerMetricId,
} from '../metrics/definitions.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Format } from './options.ts';

/** The metrics of a named run. Ends with a line break. */
export function formatMetrics(format: Format, metrics: Metrics, seed: number, name?: string): string {
  return format === 'json' ? formatJson(metrics, seed, name) : formatCsv(metrics, seed, name);
}

function formatJson({ fromMs, untilMs, values, servers }: Metrics, seed: number, name?: string): string {
  const file = {
    ...(name === undefined ? {} : { name }),
    seed,
    fromMs,
    untilMs,
    metrics: rounded(METRIC_IDS, values),
    servers: servers.map((one) => ({
      server: one.server,
      state: one.state,
      ...rounded(SERVER_METRIC_IDS, one.values),
    })),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** One number a row, so that tables of several runs can be put below each other. */
function formatCsv({ fromMs, untilMs, values, servers }: Metrics, seed: number, name = ''): string {
  const rows: (string | number | null)[][] = [
    ['metric', 'server', 'value', 'unit'],
    ['name', '', name, 'text'],
    ['seed', '', seed, 'number'],
    ['fromMs', '', fromMs, 'ms'],
    ['untilMs', '', untilMs, 'ms'],
    ...METRIC_IDS.map((id) => [id, '', round(values[id]), METRICS[id].unit]),
  ];
  for (const one of servers) {
    rows.push(['state', one.server, one.state, 'text']);
    for (const id of SERVER_METRIC_IDS) {
      rows.push([id, one.server, round(one.values[id]), SERVER_METRICS[id].unit]);
    }
  }
  return `${rows.map((row) => row.map(cell).join(',')).join('\n')}\n`;
}

function rounded<Id extends MetricId | ServerMetricId>(
  ids: readonly Id[],
  values: Record<Id, number | null>,
) {
  return Object.fromEntries(ids.map((id) => [id, round(values[id])]));
}

/** Percentiles are good for two digits and means for a few more; six are shown. Counts stay whole. */
function round(value: number | null): number | null {
  return value === null || Number.isInteger(value) ? value : Number(value.toPrecision(6));
}

function cell(value: string | number | null): string {
  const text = String(value ?? '');
  // A text that a spreadsheet would take for a formula is kept from being one.
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
