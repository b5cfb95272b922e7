/**
 * A queue with four workers at 90 % load, by the engine and by a bare loop: how much of the speed of as little code as
 * will do is left when everything else that the engine knows is there but not asked for.
 */
import { log } from '../src/engine/math/portable.ts';
import { createStreams, uniform } from '../src/engine/random/streams.ts';
import { createSimulation, type Simulation } from '../src/engine/simulation.ts';
import { tinyScenario } from '../src/engine/testing/scenarios.ts';
import { median, ratios } from './inTurn.ts';

const WORKERS = 4;
/** 0.9 of what four workers can do, with a service time of 1 ms. */
const PER_SECOND = 3600;
const JOBS = 300_000;

function engineQueue(): Simulation {
  const scenario = tinyScenario({
    people: { count: 0 },
    visitors: { perSecond: PER_SECOND },
    service: { page: { kind: 'exponential', meanMs: 1 } },
    servers: { workers: WORKERS },
  });
  return createSimulation({ scenario, seed: 1, interventions: [] });
}

/** The same arrivals and services, in as little code as will do. Returns the time of the last departure. */
function bareQueue(jobs: number): number {
  const { arrival, visitorService } = createStreams(1);
  const times = new Float64Array(16);
  const workersOf = new Int32Array(16);
  const waiting = new Float64Array(1 << 16);
  let head = 0;
  let tail = 0;
  let length = 0;
  let busy = 0;
  let born = 0;
  let done = 0;
  let nowMs = 0;

  const push = (timeMs: number, kind: number): void => {
    let hole = length++;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      if (times[parent] <= timeMs) break;
      times[hole] = times[parent];
      workersOf[hole] = workersOf[parent];
      hole = parent;
    }
    times[hole] = timeMs;
    workersOf[hole] = kind;
  };
  const pop = (): void => {
    const last = --length;
    const timeMs = times[last];
    const kind = workersOf[last];
    let hole = 0;
    let child = 1;
    while (child < last) {
      if (child + 1 < last && times[child + 1] < times[child]) child++;
      if (timeMs < times[child]) break;
      times[hole] = times[child];
      workersOf[hole] = workersOf[child];
      hole = child;
      child = 2 * hole + 1;
    }
    times[hole] = timeMs;
    workersOf[hole] = kind;
  };
  const gapMs = (n: number): number => (-1000 / PER_SECOND) * log(uniform(arrival, 0, n));

  push(gapMs(++born), 0);
  while (done < jobs) {
    nowMs = times[0];
    const kind = workersOf[0];
    pop();
    if (kind === 0) {
      const luck = uniform(visitorService, 0, born + 1);
      push(nowMs + gapMs(++born), 0);
      if (busy < WORKERS) {
        busy++;
        push(nowMs - log(luck), 1);
      } else waiting[tail++ & 0xffff] = luck;
    } else {
      done++;
      if (head < tail) push(nowMs - log(waiting[head++ & 0xffff]), 1);
      else busy--;
    }
  }
  return nowMs;
}

/** Events per second of both, in millions, and the engine's part of the bare loop's speed, from rounds of seconds. */
export function queueSpeeds([engine, bare]: number[][]): { engine: number; bare: number; part: number } {
  const speed = (times: number[]): number => (2 * JOBS) / median(times) / 1e6;
  return { engine: speed(engine), bare: speed(bare), part: ratios(bare, engine) };
}

/** The two contenders, each of which returns the seconds it took on the given clock. */
export function queueContenders(seconds: (work: () => void) => number): (() => number)[] {
  return [
    () => {
      const simulation = engineQueue();
      return seconds(() => simulation.runUntil((JOBS / PER_SECOND) * 1000));
    },
    () => seconds(() => bareQueue(JOBS)),
  ];
}

export function queueTable(
  title: string,
  { engine, bare, part }: ReturnType<typeof queueSpeeds>,
): string[][] {
  return [
    [title, 'million events/s'],
    ['engine', engine.toFixed(2)],
    ['bare loop', bare.toFixed(2)],
    ['engine / bare (goal 0.33)', part.toFixed(2)],
  ];
}
