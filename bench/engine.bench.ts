/**
 * How fast the engine is, in ratios that mean the same on every machine: against a bare loop that does the same
 * queue, against itself with more servers and people, and with snapshots and observers against without.
 */

import '../src/engine/allRules.ts';
import { formatTable } from '../scripts/lib/table.mjs';
import { POLICY_IDS, type PolicyId } from '../src/engine/policies/index.ts';
import type { Scenario } from '../src/engine/scenario.ts';
import { createSimulation, type Simulation } from '../src/engine/simulation.ts';
import { fingerprint, sizeOfWorld } from '../src/engine/snapshot.ts';
import { tinyScenario } from '../src/engine/testing/scenarios.ts';
import { SCENARIOS } from '../src/scenarios/library/index.ts';
import { inTurn, median, ratios } from './inTurn.ts';
import { queueContenders, queueSpeeds, queueTable } from './queue.ts';

// ---- many servers, many people -------------------------------------------------------------------------------

function servers(count: number, policy: PolicyId): Scenario {
  return tinyScenario({
    people: { count: 0 },
    visitors: { perSecond: 80 * count },
    service: { page: { kind: 'exponential', meanMs: 10 } },
    servers: { count },
    balancer: { policy, hashKey: 'address' }, // visitors have no cookie
    hops: { userMs: 20, serverMs: 0.5 },
  });
}

function people(count: number, strategy: Scenario['sessions']['strategy']): Scenario {
  return tinyScenario({
    people: {
      count,
      think: { kind: 'exponential', meanMs: 5000 },
      retype: { kind: 'exponential', meanMs: 5000 },
      cartShare: 0.3,
    },
    servers: { count: 3, workers: Math.ceil(count / 500) },
    hops: { userMs: 20, serverMs: 0.5 },
    sessions: { strategy },
  });
}

/** Microseconds per event of a run that is well under way. */
function perEvent(simulation: Simulation, events: number): number {
  const before = simulation.world.queue.nextNumber;
  const time = seconds(() => {
    while (simulation.world.queue.nextNumber - before < events) {
      simulation.runSlice(Number.MAX_VALUE, 2000);
    }
  });
  return (time * 1e6) / (simulation.world.queue.nextNumber - before);
}

function started(scenario: Scenario, untilMs: number): Simulation {
  const simulation = createSimulation({ scenario, seed: 1, interventions: [] });
  simulation.runUntil(untilMs);
  return simulation;
}

// ---- measuring -----------------------------------------------------------------------------------------------

/** Processor time, which other programs on the machine disturb less than they do the clock on the wall. */
function seconds(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

const fixed = (value: number, digits = 2): string => value.toFixed(digits);

function benchBare(): void {
  const speeds = queueSpeeds(inTurn(queueContenders(seconds)));
  console.log(formatTable(queueTable(`M/M/4 at 90 % load, Node ${process.versions.node}`, speeds)));
}

function benchGrowth(): void {
  const rows: (string | number)[][] = [['per event', 'small, µs', 'large, µs', 'ratio', 'log bound']];
  const compare = (name: string, small: Simulation, large: Simulation, bound: number): void => {
    const events = 200_000;
    const [a, b] = inTurn([() => perEvent(small, events), () => perEvent(large, events)], 7);
    rows.push([name, fixed(median(a), 3), fixed(median(b), 3), fixed(ratios(b, a)), fixed(bound)]);
  };
  for (const policy of POLICY_IDS) {
    compare(
      `3 to 300 servers, ${policy}`,
      started(servers(3, policy), 5000),
      started(servers(300, policy), 5000),
      Math.log(300) / Math.log(3),
    );
  }
  for (const strategy of ['sticky', 'shared'] as const) {
    compare(
      `8 to 100,000 people, ${strategy}`,
      started(people(8, strategy), 60_000),
      started(people(100_000, strategy), 6000),
      Math.log(100_000) / Math.log(8),
    );
  }
  console.log(formatTable(rows));
}

function benchSnapshots(): void {
  const rows: (string | number)[][] = [
    ['snapshot', 'size, kB', 'snapshot, ms', 'restore, ms', 'fingerprint, ms', 'speed after restore'],
  ];
  for (const count of [8, 1000, 100_000]) {
    const simulation = started(people(count, 'sticky'), 6000);
    let snapshot = simulation.snapshot();
    const times = Math.max(3, Math.min(2000, 100_000 / count));
    const repeat = (work: () => void): number =>
      seconds(() => {
        for (let i = 0; i < times; i++) work();
      }) / times;
    const [take, back, print] = inTurn([
      () => repeat(() => (snapshot = simulation.snapshot())),
      () => repeat(() => simulation.restore(snapshot)),
      () => seconds(() => fingerprint(snapshot)),
    ]);
    const fresh = started(people(count, 'sticky'), 6000);
    const [restored, never] = inTurn([() => perEvent(simulation, 50_000), () => perEvent(fresh, 50_000)], 5);
    rows.push([
      `${count} people`,
      fixed(sizeOfWorld(snapshot) / 1000, 0),
      fixed(median(take) * 1000, 3),
      fixed(median(back) * 1000, 3),
      fixed(median(print) * 1000, 1),
      fixed(ratios(never, restored)),
    ]);
  }
  console.log(formatTable(rows));
}

/**
 * A JavaScript engine compiles the rules for the shapes of the objects it meets, so many worlds, moments gone back to
 * and scenarios must all look alike to it. Measured before and after it has met them; nothing to take turns here.
 */
function benchManyWorlds(): void {
  const seed = people(1000, 'sticky');
  const speed = (): number => {
    const simulation = started(seed, 10_000);
    return median(Array.from({ length: 15 }, () => perEvent(simulation, 20_000)));
  };
  started(seed, 60_000); // warms up
  const rows: (string | number)[][] = [['1000 people, sticky', 'per event, µs', 'ratio']];
  const alone = speed();
  rows.push(['the first world', fixed(alone, 3), '']);
  const tell = (what: string): void => {
    const now = speed();
    rows.push([what, fixed(now, 3), fixed(now / alone)]);
  };
  for (let i = 0; i < 30; i++) started(seed, 2000);
  tell('after 30 worlds');
  const simulation = started(seed, 2000);
  const snapshot = simulation.snapshot();
  for (let i = 0; i < 30; i++) {
    simulation.restore(snapshot);
    simulation.runUntil(2500);
  }
  tell('after going back 30 times');
  for (const scenario of Object.values(SCENARIOS)) started(scenario, 20_000);
  tell('after every scenario of the library');
  console.log(formatTable(rows));
}

function benchObserver(): void {
  const counts = { moved: 0, decided: 0, finished: 0, happened: 0 };
  const plain = started(people(1000, 'sticky'), 10_000);
  const watched = started(people(1000, 'sticky'), 10_000);
  watched.observe({
    moved: () => void counts.moved++,
    decided: () => void counts.decided++,
    finished: () => void counts.finished++,
    happened: () => void counts.happened++,
  });
  const [without, withOne] = inTurn([() => perEvent(plain, 200_000), () => perEvent(watched, 200_000)]);
  console.log(
    formatTable([
      ['1000 people, sticky', 'per event, µs'],
      ['without observer', fixed(median(without), 3)],
      ['with one that counts', fixed(median(withOne), 3)],
      ['ratio', fixed(ratios(withOne, without))],
    ]),
  );
}

for (const bench of [benchBare, benchManyWorlds, benchGrowth, benchSnapshots, benchObserver]) {
  bench();
  console.log();
}
