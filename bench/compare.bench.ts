/**
 * What it costs to compare: four runs in lockstep against one run alone, each with the numbers that the page shows of
 * it, and the four with their table besides, in frames and in one go. The four are the same run, so that they have four
 * times as much to do. The goal is 4.4.
 */
import '../src/engine/allRules.ts';
import { formatTable } from '../scripts/lib/table.mjs';
import { createLockstep } from '../src/compare/core/lockstep.ts';
import type { Run } from '../src/engine/simulation.ts';
import { SCENARIOS, type ScenarioId } from '../src/scenarios/library/index.ts';
import { recentNumbers } from '../src/timeline/numbers.ts';
import { createTimeline } from '../src/timeline/timeline.ts';
import { inTurn, median, ratios } from './inTurn.ts';

/** Processor time, which other programs on the machine disturb less than they do the clock on the wall. */
function seconds(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

/** Simulated time of a frame at 60 a second, in real time. */
const FRAME_MS = 1000 / 60;

/** Moves to `untilMs` frame by frame, or at once; `each` is what else is done as often as the page shows them. */
function move(goTo: (timeMs: number) => void, untilMs: number, frames: boolean, each: () => void): void {
  if (!frames) {
    goTo(untilMs);
    each();
    return;
  }
  let frame = 0;
  for (let now = 0; now < untilMs; now += FRAME_MS) {
    goTo(Math.min(untilMs, now + FRAME_MS));
    if (frame++ % 9 === 0) each();
  }
}

function bench(id: ScenarioId, untilMs: number, frames: boolean): (string | number)[] {
  const run: Run = { scenario: SCENARIOS[id], seed: 1, interventions: [] };
  const [one, four] = inTurn([
    () =>
      seconds(() => {
        const timeline = createTimeline(run);
        move(
          (timeMs) => timeline.goTo(timeMs),
          untilMs,
          frames,
          () => recentNumbers(timeline.recent, timeline.nowMs),
        );
      }),
    () =>
      seconds(() => {
        const lockstep = createLockstep([run, run, run, run].map((each) => createTimeline(each)));
        move(lockstep.goTo, untilMs, frames, () => {
          for (const { recent, nowMs } of lockstep.timelines) recentNumbers(recent, nowMs);
          lockstep.numbers();
        });
      }),
  ]);
  return [
    `${id}, ${untilMs / 1000} s, ${frames ? 'in frames' : 'in one go'}`,
    (median(one) * 1000).toFixed(0),
    (median(four) * 1000).toFixed(0),
    ratios(four, one).toFixed(2),
  ];
}

console.log(
  formatTable([
    ['four in lockstep, with their numbers', 'one, ms', 'four, ms', 'ratio (goal 4.4)'],
    bench('three-servers', 300_000, true),
    bench('three-servers', 300_000, false),
    bench('busy-crowd', 20_000, true),
    bench('busy-crowd', 20_000, false),
  ]),
);
