import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Action, Intervention } from '../engine/intervention.ts';
import type { SettingValue } from '../engine/settings.ts';
import { arbitraryRun } from '../engine/testing/arbitraries.ts';
import type { SingleField } from '../scenarios/fields/field.ts';
import { formatIntervention } from '../scenarios/formatIntervention.ts';
import { parseScenario } from '../scenarios/parseScenario.ts';
import { actionParts, type Cast, castAt, withPart } from './actionParts.ts';

const CAST: Cast = { servers: 3, people: 8, storeNodes: 2 };

const keys = (action: Action) => actionParts(action, CAST).map(({ key }) => key);

test('what may be another way of each kind of action', () => {
  expect(keys({ do: 'kill-server', server: 1 })).toEqual(['do', 'server']);
  expect(keys({ do: 'restart-server', server: 1, graceful: true })).toEqual(['do', 'server', 'graceful']);
  expect(keys({ do: 'resize-server', server: 0, size: 't3.medium' })).toEqual(['server', 'size']);
  expect(keys({ do: 'deploy', batch: 1, drain: true })).toEqual(['batch', 'drain']);
  expect(keys({ do: 'set-strategy', strategy: 'sticky' })).toEqual(['strategy']);
  expect(keys({ do: 'set', setting: 'balancer.retries', value: 2 })).toEqual(['value']);
  expect(keys({ do: 'log-out', user: 3 })).toEqual(['user']);
  expect(keys({ do: 'kill-store' })).toEqual(['node']);
  expect(keys({ do: 'add-server' })).toEqual([]);
  expect(keys({ do: 'partition' })).toEqual([]);
});

test('a store of one node leaves nothing to choose', () => {
  expect(actionParts({ do: 'kill-store' }, { ...CAST, storeNodes: 1 })).toEqual([]);
});

test('people and nodes of the store are numbered from 1, as on the page', () => {
  expect(withPart({ atMs: 5, do: 'log-out', user: 3 }, 'user', 1)).toEqual({
    atMs: 5,
    do: 'log-out',
    user: 0,
  });
  expect(withPart({ atMs: 5, do: 'kill-store' }, 'node', 2)).toEqual({ atMs: 5, do: 'kill-store', node: 1 });
});

test('another thing is done to the same server at the same time, with nothing left of the first', () => {
  const restart: Intervention = { atMs: 5, do: 'restart-server', server: 2, graceful: true };
  const hang = withPart(restart, 'do', 'hang-server');
  expect(hang).toEqual({ atMs: 5, do: 'hang-server', server: 2 });
  expect(withPart(hang, 'do', 'restart-server')).toEqual({ ...restart, graceful: false });
});

test('the servers that were added before can be meant, and those that come later cannot', () => {
  const { scenario, interventions } = {
    scenario: { servers: { count: 2 }, people: { count: 8 } } as Parameters<typeof castAt>[0],
    interventions: [
      { atMs: 1, do: 'add-server' },
      { atMs: 2, do: 'kill-server', server: 0 },
      { atMs: 3, do: 'add-server' },
    ] satisfies Intervention[],
  };
  expect(castAt(scenario, interventions, 1, 1).servers).toBe(3);
});

/** Some value that the field allows. */
function anyValue(field: SingleField): fc.Arbitrary<SettingValue> {
  switch (field.kind) {
    case 'choice':
      return fc.constantFrom(...field.choices);
    case 'yes-or-no':
      return fc.boolean();
    case 'whole':
      return fc.integer({ min: field.least, max: field.most });
    case 'decimal':
      return fc.constantFrom(field.least, field.most);
    case 'duration':
      return fc.constantFrom(Math.max(1, field.leastMs), field.mostMs);
    case 'distribution':
      return fc.constant({ kind: 'constant', meanMs: Math.max(1, field.leastMeanMs) });
  }
}

test('whatever is chosen, a file would take it; and the same choice changes nothing', () => {
  fc.assert(
    fc.property(arbitraryRun(fc), fc.gen(), ({ scenario, interventions }, gen) => {
      const all = [...interventions].sort((a, b) => a.atMs - b.atMs);
      all.forEach((intervention, i) => {
        const cast = castAt(scenario, all, i, 2);
        for (const { key, field, value } of actionParts(intervention, cast)) {
          expect(withPart(intervention, key, value)).toEqual(
            key === 'node' ? { node: 0, ...intervention } : intervention,
          );
          const other = withPart(intervention, key, gen(anyValue, field));
          expect(other.atMs).toBe(intervention.atMs);
          // Whether there are as many people and machines is for the run to know; here there are.
          const parsed = parseScenario({
            people: { count: 100 },
            servers: { count: 300 },
            store: { kind: 'redis-cluster', shards: 6, replicas: 2 },
            interventions: [formatIntervention(other)],
          });
          const wrong = parsed.ok ? [] : parsed.problems.filter(({ code }) => code !== 'conflict');
          expect(wrong).toEqual([]);
        }
      });
    }),
    { seed: 1, numRuns: 60 },
  );
});
