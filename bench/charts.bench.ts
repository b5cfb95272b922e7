/**
 * What the charts cost: keeping their data while a run goes on, as a ratio of a timeline with and without, and drawing
 * all of them anew after an hour.
 */
import '../src/engine/allRules.ts';
import { formatTable } from '../scripts/lib/table.mjs';
import { CHARTS } from '../src/charts/panel/charts/index.ts';
import { draw } from '../src/charts/panel/draw.ts';
import { type Kept, latestLines } from '../src/charts/panel/kept.ts';
import { spreadOf } from '../src/charts/panel/spread.ts';
import { tinyScenario } from '../src/engine/testing/scenarios.ts';
import { chartsEn } from '../src/i18n/charts/en.ts';
import { en } from '../src/i18n/en.ts';
import { createFormat } from '../src/i18n/format.ts';
import { furtherEn } from '../src/i18n/further/en.ts';
import { mergeMessages } from '../src/i18n/mergeMessages.ts';
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

const language = { t: mergeMessages(en, furtherEn), f: createFormat('en'), words: chartsEn };

/** All charts of a run anew, as when a bucket more is whole: what is read, and the paths. Returns their characters. */
function drawAll(kept: Kept, widthPx: number, spanMs: number): number {
  const { bucketMs, samples } = kept.series;
  const frame = { widthPx, heightPx: 132, spanMs, bucketMs, buckets: samples.length };
  let length = spreadOf(kept.series, samples.length).bars.length;
  for (const chart of CHARTS) {
    const lines = chart.lines(kept, language).filter(({ untold }) => !untold);
    const shown = chart.shape === 'strips' ? latestLines(lines, samples.length, 10) : lines;
    const drawn = draw(chart, shown, frame);
    for (const { d } of drawn.paths) length += d.length;
  }
  return length;
}

function benchDrawing(): void {
  const rows: (string | number)[][] = [
    ['drawing all charts', 'buckets', '1440 px, ms', '390 px, ms', 'paths, kB'],
  ];
  for (const [id, minutes, spanMinutes] of [
    ['three-servers', 1, 2],
    ['three-servers', 7.9, 8],
    ['three-servers', 60, 64],
    ['busy-crowd', 60, 64],
    ['autoscaler', 60, 64],
  ] as const) {
    const timeline = createTimeline({ scenario: SCENARIOS[id], seed: 1, interventions: [] });
    timeline.goTo(minutes * 60_000);
    const { series, history } = timeline;
    if (series === null) throw new Error('A timeline should keep a series.');
    const times = 20;
    let length = 0;
    const perDrawing = (widthPx: number) =>
      (seconds(() => {
        for (let i = 0; i < times; i++) length = drawAll({ series, history }, widthPx, spanMinutes * 60_000);
      }) *
        1000) /
      times;
    const [wide, narrow] = inTurn([() => perDrawing(328), () => perDrawing(246)], 7);
    rows.push([
      `${id}, ${minutes} min`,
      series.samples.length,
      median(wide).toFixed(2),
      median(narrow).toFixed(2),
      (length / 1000).toFixed(0),
    ]);
  }
  console.log(formatTable(rows));
}

benchKeeping();
console.log();
benchDrawing();
