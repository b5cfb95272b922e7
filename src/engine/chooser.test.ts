/** What policies get to see of a run: keys, addresses, how attempts end, and tables of the servers there are. */
import { describe, expect, it } from 'vitest';
import type { Intervention } from './intervention.ts';
import type { PolicyId } from './policies/index.ts';
import type { Scenario } from './scenario.ts';
import { createSimulation } from './simulation.ts';
import { fingerprint } from './snapshot.ts';
import { type Answer, record } from './testing/record.ts';
import { tinyScenario } from './testing/scenarios.ts';

const BLIND = { intervalMs: 1e9, timeoutMs: 1000, fall: 1, rise: 1 };

function hashing(
  policy: PolicyId,
  servers: number,
  parts: Parameters<typeof tinyScenario>[0] = {},
): Scenario {
  return tinyScenario({
    ...parts,
    people: { count: 12, ...parts.people },
    servers: { count: servers, workers: 20, ...parts.servers },
    balancer: { policy, health: BLIND, ...parts.balancer },
  });
}

/** Who was served where, as `0 B`, each once. */
const homes = (answers: Answer[]): string[] =>
  [...new Set(answers.map(({ user, server }) => `${user} ${server}`))].sort();

describe('hashing a key', () => {
  it.each(['hash-modulo', 'consistent-hashing', 'rendezvous-hashing', 'maglev-hashing', 'ip-hash'] as const)(
    'keeps everybody on one server under %s, so nobody is refused',
    (policy) => {
      const { answers } = record(hashing(policy, 4), 10_000);
      expect(homes(answers)).toHaveLength(12);
      expect(new Set(answers.map((a) => a.server)).size).toBeGreaterThan(2);
      expect(answers.filter((a) => a.status !== 200)).toEqual([]);
    },
  );

  it('goes by the cookie or by the address, as it is set', () => {
    const homesBy = (hashKey: 'user' | 'address') =>
      homes(record(hashing('consistent-hashing', 4, { balancer: { hashKey } }), 3000).answers);
    expect(homesBy('user')).not.toEqual(homesBy('address'));
  });

  it('by address sends everybody behind one address to one server, and the others where they were', () => {
    const homesWith = (sharedAddress: number) =>
      homes(record(hashing('ip-hash', 4, { people: { count: 40, sharedAddress } }), 1500).answers);
    const [none, half, all] = [0, 0.5, 1].map(homesWith);
    const serversOf = (list: string[]) => new Set(list.map((home) => home.split(' ')[1]));
    expect(serversOf(none).size).toBe(4);
    expect(serversOf(all).size).toBe(1);
    const stayed = half.filter((home) => none.includes(home)).length;
    expect(stayed).toBeGreaterThanOrEqual(20);
    expect(stayed).toBeLessThan(40);
  });

  it('by the cookie is not touched by a shared address', () => {
    const homesWith = (sharedAddress: number) =>
      homes(record(hashing('hash-modulo', 3, { people: { sharedAddress } }), 3000).answers);
    expect(homesWith(1)).toEqual(homesWith(0));
  });

  it('sends visitors, who have no cookie, in turn; by address they go anywhere', () => {
    const countsBy = (hashKey: 'user' | 'address') => {
      const scenario = hashing('hash-modulo', 4, {
        people: { count: 0 },
        visitors: { perSecond: 100 },
        balancer: { hashKey },
      });
      return Array.from(record(scenario, 20_000).simulation.world.servers.routed.subarray(0, 4));
    };
    const inTurn = countsBy('user');
    expect(Math.max(...inTurn) - Math.min(...inTurn)).toBeLessThanOrEqual(1);
    const byAddress = countsBy('address');
    const total = byAddress.reduce((a, b) => a + b);
    // 5 standard errors of a quarter of about 2000: 5 * sqrt(3 / 16 / 2000) = 0.048.
    for (const count of byAddress) expect(Math.abs(count / total - 0.25)).toBeLessThan(0.048);
    expect(Math.max(...byAddress) - Math.min(...byAddress)).toBeGreaterThan(1);
  });
});

describe('one server more', () => {
  const add: Intervention[] = [{ atMs: 5500, do: 'add-server' }];

  it.each([
    ['hash-modulo', 3 / 4],
    ['consistent-hashing', 1 / 4],
    ['rendezvous-hashing', 1 / 4],
    ['maglev-hashing', 1 / 4],
  ] as const)('under %s logs out about %f of the people, each once', (policy, share) => {
    const people = 400;
    const scenario = hashing(policy, 3, { people: { count: people }, servers: { workers: 400 } });
    const { answers } = record(scenario, 9500, add);
    const refused = answers.filter((a) => a.status === 401).map((a) => a.user);
    expect(new Set(refused).size).toBe(refused.length);
    // 4 standard errors of a binomial share, and the unevenness of the ring.
    const tolerance = 4 * Math.sqrt((share * (1 - share)) / people) + 0.02;
    expect(Math.abs(refused.length / people - share)).toBeLessThan(tolerance);
  });

  it('is the cause of the refusals, whoever was added', () => {
    const { causes } = record(hashing('hash-modulo', 3, { people: { count: 40 } }), 9500, add);
    expect(causes.length).toBeGreaterThan(20);
    for (const chain of causes) {
      expect(chain.filter((c) => c.code === 'server-added')).toEqual([
        { code: 'server-added', server: 3, atMs: 5500, by: 0 },
      ]);
    }
  });
});

it('a policy that was changed is the cause of refusals', () => {
  const { causes } = record(hashing('hash-modulo', 3, { people: { count: 40 } }), 9500, [
    { atMs: 5500, do: 'set-policy', policy: 'rendezvous-hashing' },
  ]);
  expect(causes.length).toBeGreaterThan(10);
  for (const chain of causes) {
    expect(chain).toContainEqual({ code: 'policy-changed', policy: 'rendezvous-hashing', atMs: 5500, by: 0 });
  }
});

it('a key that was changed is the cause of refusals', () => {
  const { causes } = record(hashing('consistent-hashing', 3, { people: { count: 40 } }), 9500, [
    { atMs: 5500, do: 'set', setting: 'balancer.hashKey', value: 'address' },
  ]);
  expect(causes.length).toBeGreaterThan(10);
  for (const chain of causes) {
    expect(chain).toContainEqual(
      expect.objectContaining({ code: 'setting-changed', setting: 'balancer.hashKey', by: 0 }),
    );
  }
});

it('weights recover after a failure: nginx’s rule, in a run', () => {
  // A lone person asks every 1010 ms; weights 3, 1. A is dead for the first request and back for the second.
  // It is picked, credits (-1, 1), and loses its weight; the retry is B's, who alone gains 1 and pays it: (-1, 1).
  // Then A gains 0, 1, 2, 3, 3, 3, … and B always 1:
  // B from (-1, 2) to (-1, 1) · B from (0, 2) to (0, 0) · A from (2, 1) to (-1, 1) · A, the first, from (2, 2) to (-2, 2) ·
  // B from (1, 3) to (1, -1) · A from (4, 0) to (0, 0) · A
  const { answers } = record(
    tinyScenario({
      servers: { count: 2, each: [{ weight: 3, restartMs: 100 }] },
      balancer: { policy: 'weighted-round-robin', health: BLIND },
    }),
    9000,
    [
      { atMs: 500, do: 'kill-server', server: 0 },
      { atMs: 1500, do: 'restart-server', server: 0, graceful: false },
    ],
  );
  expect(answers.map((a) => a.server).join(' ')).toBe('B B B A A B A A');
});

it('those who are bound count as turns', () => {
  // Two people log in on A and B, weights 1, 1, and stay there. A newcomer then goes to whoever has had fewer turns.
  const line = (atMs: number, user: number) => ({ atMs, user, ask: null });
  const { answers } = record(
    tinyScenario({
      people: {
        count: 4,
        script: [line(0, 0), line(100, 1), line(200, 0), line(300, 2), line(400, 2), line(500, 3)],
      },
      servers: { count: 2 },
      balancer: { policy: 'weighted-round-robin', health: BLIND },
      sessions: { strategy: 'sticky' },
    }),
    1000,
  );
  // Credits: A (-1, 1) · B (0, 0) · bound to A (-1, 1) · so B (0, 0) · bound to B (1, -1) · so A (0, 0).
  expect(answers.map((a) => `${a.user} ${a.server}`)).toEqual(['0 A', '1 B', '0 A', '2 B', '2 B', '3 A']);
});

it('tables are those of the moment, however one comes to it', () => {
  const run = {
    scenario: hashing('maglev-hashing', 3, { visitors: { perSecond: 20 }, balancer: { hashKey: 'address' } }),
    seed: 3,
    interventions: [
      { atMs: 1000, do: 'remove-server', server: 1 },
      { atMs: 2000, do: 'add-server' },
      { atMs: 3000, do: 'set-policy', policy: 'bounded-load-hashing' },
      { atMs: 4000, do: 'remove-server', server: 0 },
    ] satisfies Intervention[],
  };
  const straight = createSimulation(run);
  const moments = [500, 1500, 2500, 3500, 4500].map((timeMs) => {
    straight.runUntil(timeMs);
    return straight.snapshot();
  });
  const wandering = createSimulation(run);
  for (const from of [4, 0, 2, 1, 3, 0, 4]) {
    wandering.restore(moments[from]);
    for (let to = from + 1; to < moments.length; to++) {
      wandering.runUntil(moments[to].nowMs);
      expect(fingerprint(wandering.world)).toBe(fingerprint(moments[to]));
    }
  }
});
