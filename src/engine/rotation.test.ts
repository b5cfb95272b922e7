/** The balancer's list of servers that may get new requests. */
import { expect, it } from 'vitest';
import type { Intervention } from './intervention.ts';
import { record } from './testing/record.ts';
import { tinyScenario } from './testing/scenarios.ts';

const visitors = { people: { count: 0 }, visitors: { perSecond: 10 } };

it('grows beyond what it was made for, and the policy remembers what it knew', () => {
  const scenario = tinyScenario({
    ...visitors,
    servers: { count: 8 },
    balancer: { policy: 'weighted-round-robin' },
  });
  const added: Intervention = { atMs: 10_000, do: 'add-server' };
  const before = record(scenario, 10_000).answers.at(-1)?.server ?? '';
  const { answers } = record(scenario, 12_000, [added]);
  // Had it forgotten, it would begin with A again.
  const next = answers.filter((a) => a.bornMs > 10_000)[0].server;
  expect(before).not.toBe('H');
  expect(next).toBe(String.fromCharCode(before.charCodeAt(0) + 1));
  expect(new Set(answers.map((a) => a.server)).has('I')).toBe(true);
});

it('knows nothing of what a server is really doing', () => {
  const blind = { intervalMs: 1e9, timeoutMs: 1, fall: 1, rise: 1 };
  const scenario = tinyScenario({ ...visitors, servers: { count: 3 }, balancer: { health: blind } });
  const { simulation } = record(scenario, 5000, [
    { atMs: 1000, do: 'kill-server', server: 0 },
    { atMs: 2000, do: 'hang-server', server: 1 },
    { atMs: 3000, do: 'add-server' },
  ]);
  const { usable, usableCount } = simulation.world.balancer;
  expect(Array.from(usable.subarray(0, usableCount))).toEqual([0, 1, 2, 3]);
});
