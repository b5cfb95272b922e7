/** The autoscaler's arithmetic, in worlds whose load is known to the millisecond. */
import { describe, expect, it } from 'vitest';
import type { Intervention } from './intervention.ts';
import type { Autoscaler, Scenario } from './scenario.ts';
import { createSimulation } from './simulation.ts';
import { AUTOSCALER, createAutoscaler, keepWish } from './state/autoscaler.ts';
import { ServerState } from './state/servers.ts';
import { record } from './testing/record.ts';
import { tinyScenario } from './testing/scenarios.ts';

/** A visitor every `everyMs` from `fromMs` to `toMs`; each page takes a worker 10 ms. */
function visitors(everyMs: number, fromMs: number, toMs: number): Scenario['visitors']['arrivals'] {
  const list: { atMs: number }[] = [];
  for (let atMs = fromMs + everyMs; atMs <= toMs; atMs += everyMs) list.push({ atMs });
  return list;
}

interface World {
  autoscaler?: Partial<Autoscaler>;
  servers?: Partial<Scenario['servers']>;
  arrivals: Scenario['visitors']['arrivals'];
}

/** What the autoscaler did: when, from how many, to how many. */
function scalings(
  { autoscaler, servers, arrivals }: World,
  untilMs: number,
  interventions: Intervention[] = [],
) {
  const scenario = tinyScenario({
    people: { count: 0 },
    visitors: { shape: 'arrivals', arrivals },
    servers: { count: 1, workers: 1, startMs: 200, ...servers },
    autoscaler: { on: true, periodMs: 1000, coolDownMs: 3000, targetPercent: 50, ...autoscaler },
  });
  const simulation = createSimulation({ scenario, seed: 1, interventions });
  const done: [atMs: number, from: number, to: number][] = [];
  simulation.observe({
    happened: ({ nowMs }, h) => {
      if (h.what === 'scaling') done.push([nowMs, h.from, h.to]);
    },
  });
  simulation.runUntil(untilMs);
  return { done, world: simulation.world };
}

it('takes the sessions of the servers it removes along, and says so', () => {
  const scenario = tinyScenario({
    people: { count: 2, think: { kind: 'constant', meanMs: 400 } },
    servers: { count: 2, workers: 1 },
    sessions: { strategy: 'sticky' },
    autoscaler: { on: true, least: 1, targetPercent: 100, periodMs: 1000, coolDownMs: 0 },
  });
  const { answers, happenings } = record(scenario, 4000);
  expect(happenings).toContainEqual({ atMs: 1000, what: 'scaling', from: 2, to: 1 });
  expect(happenings).toContainEqual(
    expect.objectContaining({ what: 'sessions-lost', place: 1, count: 1, by: AUTOSCALER }),
  );
  const refusals = answers.filter(({ status }) => status === 401);
  expect(refusals).toHaveLength(1);
  const gone = { code: 'record-gone', place: 1, end: 'serverRemoved', atMs: 1000, by: AUTOSCALER };
  expect(refusals[0].causes).toContainEqual(gone);
});

describe('the autoscaler', () => {
  it('leaves a load at the target alone, and one within the tolerance', () => {
    // 10 ms of every 20 ms: 50 % of one worker. 10 of 18.5: 54 %, which is 1.08 times the target.
    expect(scalings({ arrivals: visitors(20, 0, 5000) }, 5000).done).toEqual([]);
    expect(scalings({ arrivals: visitors(18.5, 0, 5000) }, 5000).done).toEqual([]);
  });

  it('wants servers × load ÷ target, rounded up', () => {
    // All of one worker: 1 × 1.0 ÷ 0.5 = 2. Then two servers have half each.
    expect(scalings({ arrivals: visitors(10, 0, 4000) }, 4000).done).toEqual([[1000, 1, 2]]);
    // 1 × 1.0 ÷ 0.3 = 3.3…
    const more = scalings({ arrivals: visitors(10, 0, 1500), autoscaler: { targetPercent: 30 } }, 1500);
    expect(more.done).toEqual([[1000, 1, 4]]);
  });

  it('at most doubles them at one look, or adds four', () => {
    const world = { arrivals: visitors(10, 0, 1500), autoscaler: { targetPercent: 5, most: 30 } };
    expect(scalings(world, 1500).done).toEqual([[1000, 1, 5]]);
  });

  it('stays within its limits', () => {
    const busy = visitors(10, 0, 5000);
    expect(scalings({ arrivals: busy, autoscaler: { targetPercent: 5, most: 3 } }, 1500).done).toEqual([
      [1000, 1, 3],
    ]);
    expect(scalings({ arrivals: [], autoscaler: { least: 3 } }, 5000).done).toEqual([[1000, 1, 3]]);
  });

  it('counts servers that still start as idle when more are wanted', () => {
    // One is up and full, one starts for 5 s: (1.0 + 0) ÷ 2 ÷ 0.5 = 1, so two are enough.
    const world = { arrivals: visitors(10, 0, 4000), servers: { startMs: 5000 } };
    expect(scalings(world, 4000).done).toEqual([[1000, 1, 2]]);
  });

  it('takes servers away when none was wanted for as long as the cool-down, the youngest first', () => {
    // Two wanted at 1, 2 and 3 s; the look at 4 s finds nobody, and the last wish for two is 3 s old at 6 s.
    const { done, world } = scalings({ arrivals: visitors(10, 0, 3000) }, 9000);
    expect(done).toEqual([
      [1000, 1, 2],
      [6000, 2, 1],
    ]);
    expect([world.servers.state[0], world.servers.state[1]]).toEqual([ServerState.up, ServerState.removed]);
    expect([world.servers.addedBy[1], world.servers.by[1]]).toEqual([AUTOSCALER, AUTOSCALER]);
  });

  it('replaces a server that died', () => {
    const kill: Intervention = { atMs: 500, do: 'kill-server', server: 0 };
    const { done, world } = scalings(
      { arrivals: [], servers: { count: 2 }, autoscaler: { least: 2 } },
      3000,
      [kill],
    );
    expect(done).toEqual([[1000, 1, 2]]);
    expect(world.servers.state[2]).toBe(ServerState.up);
  });

  it('can be switched off and on', () => {
    const set = (atMs: number, value: boolean): Intervention => ({
      atMs,
      do: 'set',
      setting: 'autoscaler.on',
      value,
    });
    const world = { arrivals: visitors(10, 0, 8000) };
    expect(scalings(world, 8000, [set(500, false), set(4200, true)]).done).toEqual([[5200, 1, 2]]);
  });
});

it('remembers the most that was wanted, for as long as the cool-down', () => {
  const autoscaler = createAutoscaler();
  const wishes = [3, 5, 2, 2, 4, 1, 1, 1, 1];
  const most = wishes.map((count, i) => keepWish(autoscaler, i * 1000, count, 3000));
  expect(most).toEqual([3, 5, 5, 5, 4, 4, 4, 1, 1]);
  for (let i = 100; i > 0; i--) keepWish(autoscaler, 20_000, i, 1e9);
  expect(keepWish(autoscaler, 20_000, 1, 1e9)).toBe(100);
});
