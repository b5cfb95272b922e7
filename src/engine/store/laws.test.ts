/** What holds for every kind of store, whatever is done to its nodes and to the network between the zones. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Action, Intervention } from '../intervention.ts';
import { createSimulation, type Run } from '../simulation.ts';
import { placeOfNode } from '../state/sessions.ts';
import { arbitraryRun, RUN_MS } from '../testing/arbitraries.ts';
import { checkWorld, contents } from '../testing/checkWorld.ts';
import { watchVersions } from '../testing/watchVersions.ts';
import { STORE_KIND_IDS, type StoreKindId } from './kinds.ts';
import { nodesOf } from './sharding.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Runs in which everybody uses the store and most of what is done is done to it. */
function storeRun(kind: StoreKindId, others: boolean): fc.Arbitrary<Run> {
  const node = fc.constantFrom(0, 1, 2);
  const action: fc.Arbitrary<Action> = fc.oneof(
    node.map((n): Action => ({ do: 'kill-store', node: n })),
    node.map((n): Action => ({ do: 'restart-store', node: n })),
    fc.constant<Action>({ do: 'partition' }),
    fc.constant<Action>({ do: 'heal' }),
    fc.constant<Action>({ do: 'add-shard' }),
  );
  const atMs = fc.oneof(
    fc.integer({ min: 0, max: RUN_MS / 1000 }).map((s) => s * 1000),
    fc.nat(RUN_MS),
  );
  const done = fc.array(fc.tuple(atMs, action), { maxLength: 16, size: 'max' });
  return fc.tuple(arbitraryRun(fc), done).map(([run, own]): Run => {
    const { scenario } = run;
    const interventions: Intervention[] = [
      ...run.interventions.filter((i) => others && i.do !== 'set-strategy'),
      ...own.map(([time, one]): Intervention => ({ ...one, atMs: time })),
    ];
    return {
      ...run,
      scenario: {
        ...scenario,
        people: { ...scenario.people, count: Math.max(2, scenario.people.count), script: null },
        servers: { ...scenario.servers, count: Math.max(2, scenario.servers.count) },
        autoscaler: { ...scenario.autoscaler, on: others && scenario.autoscaler.on },
        sessions: {
          ...scenario.sessions,
          strategy: 'shared',
          ...(others ? {} : { idleMs: null, lifetimeMs: null }),
        },
        store: {
          ...scenario.store,
          kind,
          replicas: kind === 'cp' ? 2 : Math.max(1, scenario.store.replicas),
          ...(others ? {} : { maxSessions: null, timeoutMs: 300 }),
        },
        zones: { ...scenario.zones, count: 2 },
      },
      interventions: interventions.sort((a, b) => a.atMs - b.atMs),
    };
  });
}

describe.each(STORE_KIND_IDS)('%s', (kind) => {
  it('is sound at every moment', () => {
    fc.assert(
      fc.property(storeRun(kind, true), (run) => {
        const simulation = createSimulation(run);
        for (let i = 0; i < 1500 && simulation.step(RUN_MS); i++) {
          if (i % 3 === 0) expect(checkWorld(simulation.world, simulation.scenario)).toEqual([]);
        }
      }),
      { seed: 1, numRuns: 40 },
    );
  });

  it('has nothing that was never written, and forgets only what it may', () => {
    let found = 0;
    fc.assert(
      fc.property(storeRun(kind, true), (run) => {
        const simulation = createSimulation(run);
        const watch = watchVersions(run);
        simulation.observe(watch.observer);
        simulation.runSlice(RUN_MS, 15_000);
        expect(watch.broken).toEqual([]);
        found += watch.found;
      }),
      { seed: 2, numRuns: 100 },
    );
    expect(found).toBeGreaterThan(1500);
  });

  it('agrees with itself once everything is there again and what was on its way has arrived', () => {
    let compared = 0;
    fc.assert(
      fc.property(storeRun(kind, false), (run) => {
        const endMs = RUN_MS + 1;
        const mended: Intervention[] = [
          { atMs: endMs, do: 'heal' },
          ...Array.from(
            { length: 18 },
            (_, node): Intervention => ({ atMs: endMs, do: 'restart-store', node }),
          ),
          // Everybody falls silent, and what is under way comes to its end.
          ...Array.from(
            { length: 12 },
            (_, server): Intervention => ({ atMs: endMs, do: 'kill-server', server }),
          ),
        ];
        const simulation = createSimulation({ ...run, interventions: [...run.interventions, ...mended] });
        if (!simulation.runSlice(endMs, 20_000)) return;
        // Whoever asks without a pause is refused a thousand times a second, and there is an end to that.
        if (!simulation.runSlice(endMs + 30_000, 20_000)) return;
        const { world } = simulation;
        expect(world.copies.used).toBe(0);
        for (let shard = 0; shard < world.shards.length; shard++) {
          const shelves = nodesOf(world, shard).map((n) => contents(world, placeOfNode(n)));
          expect(new Set(shelves).size).toBe(1);
          if (shelves[0] !== '') compared++;
        }
      }),
      { seed: 3, numRuns: 60 },
    );
    expect(compared).toBeGreaterThan(10);
  });
});
