/**
 * What the charts cost: keeping their data while a run goes on, as a ratio of a timeline with and without, and drawing
 * all of them anew after an hour.
 */
import '../src/engine/allRules.ts';
import { formatTable } from '../scripts/lib/table.mjs';
import { tinyScenario } from '../src/engine/testing/scenarios.ts';
import { SCENARIOS } from '../src/scenarios/library/index.ts';
import { createSeries } from '../src/timeline/series.ts';
import { createTimeline } from '../src/timeline/timeline.ts';
import { inTurn, median, ratios } from './inTurn.ts';

/** Processor time, which other programs on the machine disturb less than they do the clock on the wall. */
function seconds(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

const crowd = tinyScenario({
  people: {
    count: 100_000,
    think: { kind: 'exponential', meanMs: 5000 },
    retype: { kind: 'exponential', meanMs: 5000 },
  },
  servers: { count: 3, workers: 200 },
  hops: { userMs: 20, serverMs: 0.5 },
  sessions: { strategy: 'sticky' },
});

function benchKeeping(): void {
  const rows: (string | number)[][] = [['keeping the data', 'without, ms/min', 'with, ms/min', 'ratio']];
  for (const [name, scenario, minutes] of [
    ['three-servers, an hour', SCENARIOS['three-servers'], 60],
    ['busy-crowd, two minutes', SCENARIOS['busy-crowd'], 2],
    ['100,000 people, six seconds', crowd, 0.1],
  ] as const) {
    const run = { scenario, seed: 1, interventions: [] };
    const perMinute = (keeps: boolean) =>
      (seconds(() => createTimeline(run, keeps ? createSeries() : null).goTo(minutes * 60_000)) * 1000) /
      minutes;
    const [without, withSeries] = inTurn([() => perMinute(false), () => perMinute(true)], 9);
    rows.push([
      name,
      median(without).toFixed(1),
      median(withSeries).toFixed(1),
      ratios(withSeries, without).toFixed(3),
    ]);
  }
  console.log(formatTable(rows));
}

benchKeeping();
