/**
 * What moving about in a long run costs: going anywhere in a run of a million events against simulating it from the
 * start, and the memory that is kept of an hour of it.
 */
import '../src/engine/allRules.ts';
import { formatTable } from '../scripts/lib/table.mjs';
import { createStreams, uniform } from '../src/engine/random/streams.ts';
import type { Scenario } from '../src/engine/scenario.ts';
import { createSimulation } from '../src/engine/simulation.ts';
import { teachingScenario } from '../src/scenarios/library/teaching.ts';
import { createTimeline } from '../src/timeline/timeline.ts';
import { median } from './inTurn.ts';

const EVENTS = 1_000_000;
const SEEKS = 101;
const HOUR_MS = 3_600_000;

function visited(perSecond: number): Scenario {
  return teachingScenario({
    servers: { count: 3, workers: Math.max(4, Math.ceil(perSecond / 8)) },
    visitors: { perSecond },
  });
}

function seconds(work: () => void): number {
  const { user, system } = process.cpuUsage();
  work();
  const after = process.cpuUsage();
  return (after.user + after.system - user - system) / 1e6;
}

function bytesInUse(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function benchSeeking(): void {
  const rows = [
    ['a million events', 'run, s', 'engine alone, s', 'timeline, s', 'seek, ms', 'seek / run (goal 0.01)'],
  ];
  for (const perSecond of [10, 100, 1000, 5000]) {
    const run = { scenario: visited(perSecond), seed: 1, interventions: [] };
    const alone = createSimulation(run);
    const aloneS = seconds(() => {
      while (alone.world.queue.nextNumber < EVENTS) alone.runSlice(Number.MAX_VALUE, 2000);
    });
    const endMs = alone.world.nowMs;
    const timeline = createTimeline(run);
    const timelineS = seconds(() => timeline.goTo(endMs));
    const { routing } = createStreams(1);
    const seeks: number[] = [];
    for (let i = 0; i < SEEKS; i++) {
      const toMs = endMs * uniform(routing, 0, i);
      seeks.push(seconds(() => timeline.goTo(toMs)));
    }
    const seekS = median(seeks);
    rows.push([
      `${perSecond} visitors/s`,
      (endMs / 1000).toFixed(0),
      aloneS.toFixed(2),
      timelineS.toFixed(2),
      (seekS * 1000).toFixed(2),
      (seekS / timelineS).toFixed(4),
    ]);
  }
  console.log(formatTable(rows));
}

function benchMemory(): void {
  const before = bytesInUse();
  const rows = [['an hour', 'simulated in, s', 'memory, MB (goal 200)', 'median seek, ms']];
  for (const perSecond of [0, 100, 1000]) {
    const timeline = createTimeline({ scenario: visited(perSecond), seed: 1, interventions: [] });
    const tookS = seconds(() => timeline.goTo(HOUR_MS));
    const bytes = bytesInUse() - before;
    const { routing } = createStreams(1);
    const seeks: number[] = [];
    for (let i = 0; i < 21; i++) {
      const toMs = HOUR_MS * uniform(routing, 1, i);
      seeks.push(seconds(() => timeline.goTo(toMs)));
    }
    rows.push([
      `8 people, ${perSecond} visitors/s`,
      tookS.toFixed(1),
      (bytes / 1e6).toFixed(0),
      (median(seeks) * 1000).toFixed(1),
    ]);
  }
  console.log(formatTable(rows));
}

// What is measured first leaves nothing behind that would count as saved.
benchMemory();
console.log();
benchSeeking();
