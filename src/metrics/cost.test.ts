/** What runs cost, with the arithmetic shown. */
import { describe, expect, it } from 'vitest';
import type { Intervention } from '../engine/intervention.ts';
import { tinyScenario } from '../engine/testing/scenarios.ts';
import { collectMetrics } from './collectMetrics.ts';
import { balancerUsdPerHour } from './cost.ts';

const cost = (scenario: Parameters<typeof tinyScenario>[0], ...interventions: Intervention[]) => {
  const { values } = collectMetrics({ scenario: tinyScenario(scenario), seed: 1, interventions }, 10_000);
  const { serversUsdPerHour, balancerUsdPerHour: balancer, storeUsdPerHour } = values;
  return { servers: serversUsdPerHour, balancer, store: storeUsdPerHour };
};
const nobody = { people: { count: 0 } };

describe('the cost of an hour', () => {
  it('is that of the machines and the balancer', () => {
    expect(cost({ ...nobody, servers: { count: 3, size: 'm7i.large' } })).toEqual({
      servers: expect.closeTo(3 * 0.1008, 10),
      balancer: 0.0225,
      store: 0,
    });
  });

  it('is that of as many vCPUs as workers for a machine without a size, or what it is told', () => {
    expect(cost({ ...nobody, servers: { workers: 4 } }).servers).toBeCloseTo(4 * 0.0504, 10);
    expect(cost({ ...nobody, servers: { usdPerHour: 7 } }).servers).toBeCloseTo(7, 10);
  });

  it('counts machines from the order to the end, also dead and starting ones', () => {
    // A all the time, though dead from 1 s on; B from 4 s to 9 s: 10 + 5 of 10 seconds.
    const servers = { size: 'm7i.large', startMs: 3000 } as const;
    const { servers: usd } = cost(
      { ...nobody, servers },
      { atMs: 1000, do: 'kill-server', server: 0 },
      { atMs: 4000, do: 'add-server' },
      { atMs: 9000, do: 'remove-server', server: 1 },
    );
    expect(usd).toBeCloseTo(1.5 * 0.1008, 10);
  });

  it('follows a resize', () => {
    // Half of the time 0.1008, half of the time 0.8064.
    const resize: Intervention = { atMs: 5000, do: 'resize-server', server: 0, size: 'm7i.4xlarge' };
    expect(cost({ ...nobody, servers: { size: 'm7i.large' } }, resize).servers).toBeCloseTo(0.4536, 10);
  });

  it('has the store while sessions live there', () => {
    const shared: Intervention = { atMs: 7500, do: 'set-strategy', strategy: 'shared' };
    expect(cost(nobody, shared).store).toBeCloseTo(0.158 / 4, 10);
  });

  it('has it for a list of revoked tokens, and none for tokens alone', () => {
    const tokens = (revocation: 'list' | 'none') =>
      cost({ ...nobody, sessions: { strategy: 'token', token: { ttlMs: null, revocation } } }).store;
    expect(tokens('list')).toBeCloseTo(0.158, 10);
    expect(tokens('none')).toBe(0);
  });

  it('has one capacity unit of the balancer for 25 requests a second', () => {
    expect(balancerUsdPerHour(25, 1)).toBeCloseTo(0.0305, 10);
    expect(balancerUsdPerHour(0, 1)).toBe(0.0225);
    expect(balancerUsdPerHour(0, 2)).toBe(0.045);
  });
});
