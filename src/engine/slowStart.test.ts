/** A server that is let in gets its share little by little, and one without weight gets only those who are bound to it. */
import { describe, expect, it } from 'vitest';
import type { Intervention } from './intervention.ts';
import type { PolicyId } from './policies/index.ts';
import type { Scenario } from './scenario.ts';
import { record } from './testing/record.ts';
import { tinyScenario } from './testing/scenarios.ts';

/** A visitor every 10 ms, so that weights are seen to the request. */
const steady = (untilMs: number): Partial<Scenario['visitors']> => ({
  shape: 'arrivals',
  arrivals: Array.from({ length: untilMs / 10 }, (_, i) => ({ atMs: i * 10 + 5 })),
});

/** How many of the hundred visitors of each second the last server of `servers` got, from `fromMs` on. */
function shares(
  scenario: Scenario,
  interventions: Intervention[],
  fromMs: number,
  seconds: number,
): number[] {
  const { answers } = record(scenario, fromMs + seconds * 1000, interventions);
  return Array.from({ length: seconds }, (_, i) => {
    const begin = fromMs + i * 1000;
    return answers.filter((a) => a.server === 'B' && a.bornMs >= begin && a.bornMs < begin + 1000).length;
  });
}

function world(policy: PolicyId, parts: Parameters<typeof tinyScenario>[0] = {}): Scenario {
  return tinyScenario({
    people: { count: 0 },
    visitors: steady(30_000),
    service: { page: { kind: 'constant', meanMs: 1 } },
    ...parts,
    balancer: { policy, slowStartMs: 16_000, ...parts.balancer },
  });
}

/** Beside a server of weight 1, `k` sixteenths are this part of a hundred. */
const expected = Array.from({ length: 18 }, (_, i) => {
  const part = Math.min(16, i + 1);
  return (100 * part) / (16 + part);
});

describe('slow start', () => {
  const add: Intervention = { atMs: 1000, do: 'add-server' };

  it.each(['weighted-round-robin', 'weighted-round-robin-haproxy', 'least-connections-envoy'] as const)(
    'gives a server that came a sixteenth more of its weight sixteen times, under %s',
    (policy) => {
      // With even weights Envoy chooses by chance among those that are as busy.
      const got = shares(world(policy), [add], 1000, policy.endsWith('envoy') ? 15 : 18);
      for (const [i, count] of got.entries()) expect(Math.abs(count - expected[i])).toBeLessThanOrEqual(2.5);
    },
  );

  it('counts from when checks let a server in that had died', () => {
    const scenario = world('weighted-round-robin', {
      servers: { count: 2, restartMs: 0 },
      balancer: { health: { intervalMs: 500, timeoutMs: 100, fall: 1, rise: 1 } },
    });
    const { happenings } = record(scenario, 4000, [
      { atMs: 1000, do: 'kill-server', server: 1 },
      { atMs: 2000, do: 'restart-server', server: 1, graceful: false },
    ]);
    const back = happenings.find((h) => h.what === 'server-health' && h.healthy && h.atMs > 0)?.atMs ?? 0;
    expect(back).toBeGreaterThan(2000);
    const interventions: Intervention[] = [
      { atMs: 1000, do: 'kill-server', server: 1 },
      { atMs: 2000, do: 'restart-server', server: 1, graceful: false },
    ];
    const got = shares(scenario, interventions, Math.floor(back), 17);
    for (const [i, count] of got.entries()) expect(Math.abs(count - expected[i])).toBeLessThanOrEqual(2);
  });

  it('does not hold back those who are there from the start', () => {
    const got = shares(world('weighted-round-robin', { servers: { count: 2 } }), [], 0, 3);
    expect(got).toEqual([50, 50, 50]);
  });

  it('follows a weight that changes meanwhile', () => {
    const scenario = world('weighted-round-robin');
    const { simulation } = record(scenario, 3500, [
      add,
      { atMs: 3000, do: 'set', setting: 'servers.weight', value: 8 },
    ]);
    expect([...simulation.world.servers.weight.subarray(0, 2)]).toEqual([8, (8 * 3) / 16]);
    simulation.runUntil(30_000);
    expect([...simulation.world.servers.weight.subarray(0, 2)]).toEqual([8, 8]);
  });

  it('is not for policies that nginx does not combine with it', () => {
    const [first] = shares(world('random'), [add], 1000, 1);
    expect(first).toBeGreaterThan(30);
  });
});

describe('a weight of 0', () => {
  it('sends nobody there but those who are bound to it', () => {
    const scenario = tinyScenario({
      people: { count: 4 },
      servers: { count: 2, workers: 4 },
      sessions: { strategy: 'sticky' },
      visitors: { perSecond: 20 },
    });
    const { answers } = record(scenario, 20_000, [
      { atMs: 10_000, do: 'set', setting: 'servers.weight', value: 0 },
    ]);
    const late = answers.filter((a) => a.bornMs > 10_000);
    expect(late.filter((a) => a.user >= 0).every((a) => a.status === 200)).toBe(true);
    expect(new Set(late.filter((a) => a.user < 0).map((a) => a.reason))).toEqual(new Set(['noServer']));
  });

  it('leaves the others their shares, under every policy', () => {
    for (const policy of [
      'ip-hash',
      'consistent-hashing',
      'random',
      'maglev-hashing',
      'round-robin',
    ] as const) {
      const scenario = world(policy, {
        servers: { count: 3, each: [{}, { weight: 0 }] },
        balancer: { hashKey: 'address' },
      });
      const { answers } = record(scenario, 3000);
      const seen = [...new Set(answers.map((a) => a.server))].sort();
      expect([policy, ...seen]).toEqual([policy, 'A', 'C']);
    }
  });
});
