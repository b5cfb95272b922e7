/** Affinity by source address. Three servers in turn, four people; two of them share an address where it says so. */
import { describe, expect, it } from 'vitest';
import type { Intervention } from './intervention.ts';
import type { BalancerSettings } from './scenario.ts';
import { record } from './testing/record.ts';
import { tinyScenario } from './testing/scenarios.ts';

interface World {
  balancer?: Partial<BalancerSettings>;
  sharedAddress?: number;
  interventions?: Intervention[];
}

/** Everybody logs in, one after the other, and then asks three times. Returns where each was sent. */
function serversOf({ balancer, sharedAddress = 0, interventions = [] }: World = {}) {
  const rounds = [1000, 3000, 5000, 7000];
  const script = rounds.flatMap((atMs, round) =>
    [0, 1, 2, 3].map((user) => ({
      atMs: atMs + user * 100,
      user,
      ask: round === 0 ? ('login' as const) : ('page' as const),
    })),
  );
  const scenario = tinyScenario({
    people: { count: 4, script, sharedAddress },
    servers: { count: 3 },
    balancer: { affinity: 'address', ...balancer },
    sessions: { strategy: 'sticky' },
  });
  const { answers } = record(scenario, 20_000, interventions);
  return {
    answers,
    servers: rounds.map((_, i) =>
      answers
        .slice(4 * i, 4 * i + 4)
        .map((a) => a.server)
        .join(''),
    ),
  };
}

describe('affinity by address', () => {
  it('sends everybody where their address was sent first, without a cookie', () => {
    const { servers, answers } = serversOf();
    expect(servers).toEqual(['ABCA', 'ABCA', 'ABCA', 'ABCA']);
    expect(answers[4].causes).toContainEqual(expect.objectContaining({ code: 'routed', how: 'address' }));
  });

  it('sends everybody behind one address to one server', () => {
    // Half of them share an address: the second and the fourth.
    expect(serversOf({ sharedAddress: 0.5 }).servers).toEqual(['ABCB', 'ABCB', 'ABCB', 'ABCB']);
  });

  it('forgets an address that nobody comes from any more', () => {
    // Two seconds lie between the rounds; with less than that remembered the turns go on: A B C A, B C A B, …
    expect(serversOf({ balancer: { affinityTimeoutMs: 2000 } }).servers[1]).toBe('ABCA');
    expect(serversOf({ balancer: { affinityTimeoutMs: 1900 } }).servers.slice(0, 2)).toEqual([
      'ABCA',
      'BCAB',
    ]);
  });

  it('binds anew who cannot be sent there, and leaves them when the server is back', () => {
    const interventions: Intervention[] = [
      { atMs: 2000, do: 'kill-server', server: 1 },
      { atMs: 4000, do: 'restart-server', server: 1, graceful: false },
    ];
    const health = { intervalMs: 100, timeoutMs: 100, fall: 1, rise: 1 };
    const { servers, answers } = serversOf({ balancer: { health }, interventions });
    expect(servers.map((round) => round[1])).toEqual(['B', 'C', 'C', 'C']);
    expect(answers[5].causes).toContainEqual({ code: 'bound-server-out', server: 1, named: 'address' });
  });

  it('is nothing where the strategy binds nobody', () => {
    const scenario = tinyScenario({
      people: { count: 1, script: [1, 2, 3].map((s) => ({ atMs: s * 1000, user: 0, ask: 'login' })) },
      servers: { count: 3 },
      balancer: { affinity: 'address' },
    });
    expect(record(scenario, 9000).answers.map(({ server }) => server)).toEqual(['A', 'B', 'C']);
  });
});
