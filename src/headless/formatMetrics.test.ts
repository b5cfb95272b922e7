import { describe, expect, it } from 'vitest';
import { collectMetrics } from '../metrics/collectMetrics.ts';
import { METRIC_IDS, SERVER_METRIC_IDS } from '../metrics/definitions.ts';
import { SCENARIOS } from '../scenarios/library/index.ts';
import { formatMetrics } from './formatMetrics.ts';

const metrics = collectMetrics({ scenario: SCENARIOS['two-servers'], seed: 1, interventions: [] }, 10_000);

describe('JSON', () => {
  const file = JSON.parse(formatMetrics('json', metrics, 1, 'n'));

  it('has every metric under its name', () => {
    expect(Object.keys(file)).toEqual(['name', 'seed', 'fromMs', 'untilMs', 'metrics', 'servers']);
    expect(Object.keys(file.metrics)).toEqual(METRIC_IDS);
    expect(Object.keys(file.servers[1])).toEqual(['server', 'state', ...SERVER_METRIC_IDS]);
  });

  it('keeps counts whole and everything else to six digits', () => {
    expect(file.metrics.requestsBorn).toBe(metrics.values.requestsBorn);
    expect(file.metrics.responseMeanMs).toBeCloseTo(metrics.values.responseMeanMs ?? 0, 3);
    expect(String(file.metrics.responseMeanMs).length).toBeLessThanOrEqual(7);
  });
});

describe('CSV', () => {
  const rows = formatMetrics('csv', metrics, 1, 'n').trimEnd().split('\n');

  it('is one number a row, in four columns', () => {
    expect(rows[0]).toBe('metric,server,value,unit');
    expect(rows).toHaveLength(1 + 4 + METRIC_IDS.length + 2 * (1 + SERVER_METRIC_IDS.length));
    expect(rows.every((row) => row.split(',').length === 4)).toBe(true);
    expect(rows).toContain(`requestsBorn,,${metrics.values.requestsBorn},requests`);
    expect(rows).toContain('state,B,up,text');
  });

  it.each([
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['=1+1', "'=1+1"],
  ])('writes the name %s so that a spreadsheet shows it as it is', (name, cell) => {
    expect(formatMetrics('csv', metrics, 1, name).split('\n')[1]).toBe(`name,,${cell},text`);
  });

  it('leaves a value empty where there is nothing to measure', () => {
    const { values } = metrics;
    const nothing = { ...metrics, values: { ...values, responseMeanMs: null } };
    expect(formatMetrics('csv', nothing, 1)).toContain('\nresponseMeanMs,,,ms\n');
    expect(formatMetrics('json', nothing, 1)).toContain('"responseMeanMs": null,');
  });
});
