/** Copies of every session on every server. A copy takes 5 ms, work no time, and the ways none. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Intervention } from './intervention.ts';
import type { Scenario } from './scenario.ts';
import { createSimulation } from './simulation.ts';
import { accepts } from './state/servers.ts';
import { arbitraryRun, RUN_MS } from './testing/arbitraries.ts';
import { checkWorld, contents } from './testing/checkWorld.ts';
import { doAt, type Line, play, twoSides } from './testing/twoSides.ts';
import { watchVersions } from './testing/watchVersions.ts';

vi.setConfig({ testTimeout: 60_000 });

function scenarioOf(lines: Line[], copies: Partial<Scenario['sessions']['copies']> = {}): Scenario {
  const scenario = twoSides({}, lines);
  return {
    ...scenario,
    zones: { ...scenario.zones, count: 1 },
    sessions: {
      ...scenario.sessions,
      strategy: 'replicated',
      copies: { ...scenario.sessions.copies, ...copies },
    },
  };
}

const told = (lines: Line[], interventions: Intervention[] = [], copies = {}) =>
  play(scenarioOf(lines, copies), interventions, 60_000);

describe('a copy on every server', () => {
  it('is there after its way, and not before', () => {
    expect(
      told([
        [1000, 'A', 0, 'login'],
        [1002, 'B', 0, 'page'],
        [1500, 'A', 1, 'login'],
        [1506, 'B', 1, 'page'],
      ]).told,
    ).toEqual(['A login 200', 'B page 401', 'A login 200', 'B page 200']);
  });

  it('says how far it has come when it is missed', () => {
    const { causes } = told([
      [1000, 'A', 0, 'login'],
      [1002, 'B', 0, 'page'],
    ]);
    const chain = causes.find((c) => c.some(({ code }) => code === 'record-elsewhere')) ?? [];
    expect(chain.slice(-2)).toEqual([
      { code: 'record-elsewhere', place: 0 },
      { code: 'not-copied-yet', place: 1, from: 0, ms: 2 },
    ]);
  });

  it('shows an old cart for as long', () => {
    const { answers } = told([
      [1000, 'A', 0, 'login'],
      [2000, 'A', 0, 'cart'],
      [2002, 'B', 0, 'page'],
      [2010, 'B', 0, 'page'],
    ]);
    expect(answers.map((a) => [a.cart, a.reason])).toEqual([
      [0, 'loggedIn'],
      [1, 'served'],
      [0, 'staleCart'],
      [1, 'served'],
    ]);
  });

  it('outlives its server, except what was still on its way', () => {
    expect(
      told(
        [
          [1000, 'A', 0, 'login'],
          [2998, 'A', 1, 'login'],
          [4000, 'B', 0, 'page'],
          [4500, 'B', 1, 'page'],
        ],
        [doAt(3000, { do: 'kill-server', server: 0 })],
      ).told,
    ).toEqual(['A login 200', 'A login 200', 'B page 200', 'B page 401']);
  });

  it('costs as many copies as there are other servers, for every request that uses a session', () => {
    const scenario = scenarioOf([
      [1000, 'A', 0, 'login'],
      [2000, 'A', 0, 'page'],
      [3000, 'A', 0, 'cart'],
    ]);
    const { simulation } = play({ ...scenario, servers: { ...scenario.servers, count: 5 } }, [], 60_000);
    expect(simulation.world.totals.copies).toBe(3 * 4);
  });

  it('takes the worker time for each', () => {
    const { answers } = told([[1000, 'A', 0, 'login']], [], { perCopyMs: 7 });
    expect(answers[0].atMs - answers[0].bornMs).toBe(7);
  });

  it('reaches a server that is added, and one that restarts, before it listens', () => {
    const { simulation } = told(
      [
        [1000, 'A', 0, 'login'],
        [1500, 'B', 1, 'login'],
      ],
      [doAt(3000, { do: 'restart-server', server: 0, graceful: false }), doAt(4000, { do: 'add-server' })],
    );
    const shelves = [0, 1, 2].map((s) => contents(simulation.world, s));
    expect(shelves[0]).not.toBe('');
    expect(new Set(shelves).size).toBe(1);
  });

  it('so a rolling restart logs nobody out', () => {
    const { told: answers } = told(
      [
        [1000, 'A', 0, 'login'],
        [30_000, 'A', 0, 'page'],
        [31_000, 'B', 0, 'page'],
      ],
      [doAt(2000, { do: 'deploy', batch: 1, drain: true })],
    );
    expect(answers).toEqual(['A login 200', 'A page 200', 'B page 200']);
  });
});

describe('waiting for the others', () => {
  it('takes a way there and one back, and then everybody knows', () => {
    const { answers } = told(
      [
        [1000, 'A', 0, 'login'],
        [1010.1, 'B', 0, 'page'],
      ],
      [],
      { waits: true },
    );
    expect(answers.map((a) => [a.status, a.reason])).toEqual([
      [200, 'loggedIn'],
      [200, 'served'],
    ]);
    expect(answers[0].atMs - answers[0].bornMs).toBe(10);
  });

  it('is held up by a silent server until that is no member any more', () => {
    const { answers } = told([[2000, 'A', 0, 'login']], [doAt(1000, { do: 'hang-server', server: 1 })], {
      waits: true,
    });
    expect(answers[0].atMs).toBe(4000);
  });
});

describe('switching to copies', () => {
  it('refuses nobody: every server gets what one of them had', () => {
    const scenario = scenarioOf([
      [1000, 'A', 0, 'login'],
      [3000, 'B', 0, 'page'],
    ]);
    scenario.sessions.strategy = 'memory';
    const { told: answers } = play(
      scenario,
      [doAt(2000, { do: 'set-strategy', strategy: 'replicated' })],
      9000,
    );
    expect(answers).toEqual(['A login 200', 'B page 200']);
  });
});

/** Runs in which everybody's session is on every server. */
const runs = arbitraryRun(fc).map((run) => ({
  ...run,
  scenario: {
    ...run.scenario,
    people: { ...run.scenario.people, count: Math.max(2, run.scenario.people.count), script: null },
    servers: { ...run.scenario.servers, count: Math.max(2, run.scenario.servers.count) },
    sessions: { ...run.scenario.sessions, strategy: 'replicated' as const },
  },
  interventions: run.interventions.filter((i) => i.do !== 'set-strategy'),
}));

describe('laws', () => {
  it('the world is sound at every moment', () => {
    fc.assert(
      fc.property(runs, (run) => {
        const simulation = createSimulation(run);
        for (let i = 0; i < 1500 && simulation.step(RUN_MS); i++) {
          if (i % 3 === 0) expect(checkWorld(simulation.world, simulation.scenario)).toEqual([]);
        }
      }),
      { seed: 7701, numRuns: 70 },
    );
  });

  it('nothing is found that was never written', () => {
    let found = 0;
    fc.assert(
      fc.property(runs, (run) => {
        const simulation = createSimulation(run);
        const watch = watchVersions(run);
        simulation.observe(watch.observer);
        simulation.runSlice(RUN_MS, 15_000);
        expect(watch.broken).toEqual([]);
        found += watch.found;
      }),
      { seed: 2, numRuns: 100 },
    );
    expect(found).toBeGreaterThan(3000);
  });

  it('once nobody asks and nothing is on its way, all servers hold the same', () => {
    let compared = 0;
    fc.assert(
      fc.property(runs, (run) => {
        const calm = {
          ...run,
          scenario: {
            ...run.scenario,
            autoscaler: { ...run.scenario.autoscaler, on: false },
            sessions: { ...run.scenario.sessions, idleMs: null, lifetimeMs: null, maxPerServer: null },
          },
          // Whoever fell silent never reads what came meanwhile, until its process starts anew.
          interventions: run.interventions.filter((i) => i.do !== 'hang-server' && i.do !== 'set'),
        };
        const simulation = createSimulation(calm);
        // What a server had not told yet when its process ended, the others may know or not.
        let isUntold = false;
        simulation.observe({
          happened({ copies, servers }, happening) {
            if (happening.what !== 'server-state' || accepts(servers.state[happening.server])) return;
            isUntold ||= copies.event.some((event, c) => event !== 0 && copies.from[c] === happening.server);
          },
        });
        simulation.runSlice(RUN_MS, 15_000);
        const { world } = simulation;
        // Until then nobody leaves anything half done: the wait is for copies alone.
        for (let i = 0; i < 4000 && world.copies.used > 0; i++) simulation.step(Number.POSITIVE_INFINITY);
        if (world.copies.used > 0 || isUntold) return;
        const shelves = new Set<string>();
        for (let s = 0; s < world.servers.length; s++) {
          if (accepts(world.servers.state[s])) shelves.add(contents(world, s));
        }
        expect(shelves.size).toBeLessThan(2);
        compared += shelves.size;
      }),
      { seed: 7703, numRuns: 120 },
    );
    expect(compared).toBeGreaterThan(10);
  });
});
