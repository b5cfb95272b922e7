import { describe, expect, it } from 'vitest';
import { createSimulation } from '../../engine/simulation.ts';
import { Reason } from '../../engine/state/requests.ts';
import { SCENARIO_IDS, SCENARIOS, type ScenarioId } from './index.ts';

function totalsOf(id: ScenarioId, untilMs = 60_000) {
  const simulation = createSimulation({ scenario: SCENARIOS[id], seed: 1, interventions: [] });
  simulation.runUntil(untilMs);
  return simulation.world.totals;
}

describe('the library', () => {
  it('uses names that can stand in an address', () => {
    for (const id of SCENARIO_IDS) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  it.each(['one-server', 'sticky-three', 'shared-store'] as const)('%s refuses and loses nobody', (id) => {
    const totals = totalsOf(id);
    expect(totals.ok).toBeGreaterThan(300);
    expect(totals).toMatchObject({ refused: 0, failed: 0, forcedLogins: 0 });
  });

  it('two-servers and three-servers send people back to the login, and more of them the more there are', () => {
    const two = totalsOf('two-servers');
    const three = totalsOf('three-servers');
    const refused = (totals: typeof two) => totals.refused / (totals.ok - totals.logins + totals.refused);
    expect(refused(two)).toBeGreaterThan(0.4);
    expect(refused(three)).toBeGreaterThan(refused(two));
  });

  it('lone-user never gets a page', () => {
    const totals = totalsOf('lone-user');
    expect(totals.refused).toBeGreaterThan(10);
    expect(totals.ok).toBe(totals.logins);
  });

  it('busy-crowd is busy but well', () => {
    const totals = totalsOf('busy-crowd', 10_000);
    expect(totals.ok).toBeGreaterThan(2500);
    expect(totals.failed).toBe(0);
  });

  it('sudden-rush is well until many come at once, and well again some time after', () => {
    const simulation = createSimulation({ scenario: SCENARIOS['sudden-rush'], seed: 1, interventions: [] });
    const failed: number[] = [];
    let lastMs = 0;
    simulation.observe({
      finished: ({ requests, nowMs }, r) => {
        if (requests.status[r] < 500) return;
        failed.push(nowMs);
        lastMs = nowMs;
      },
    });
    simulation.runUntil(60_000);
    expect(failed.length).toBeGreaterThan(50);
    expect(failed[0]).toBeGreaterThan(10_000);
    expect(lastMs).toBeLessThan(25_000);
    expect(simulation.world.servers.queueLength[0]).toBeLessThan(5);
  });

  it('lunch-rush is too much: requests are turned away', () => {
    const totals = totalsOf('lunch-rush');
    expect(totals.refused).toBe(0);
    expect(totals.failed).toBeGreaterThan(100);
  });

  it('balancer-pair fails for as long as the other one needs, and logs nobody out', () => {
    const scenario = SCENARIOS['balancer-pair'];
    const simulation = createSimulation({
      scenario,
      seed: 1,
      interventions: [{ atMs: 10_000, do: 'kill-balancer' }],
    });
    const failedMs: number[] = [];
    simulation.observe({
      decided: ({ requests, nowMs }, r) => {
        if (requests.status[r] >= 400) failedMs.push(nowMs);
      },
    });
    simulation.runUntil(60_000);
    expect(failedMs.length).toBeGreaterThan(10);
    expect(failedMs[0]).toBeGreaterThanOrEqual(10_000);
    expect(failedMs[failedMs.length - 1]).toBeLessThan(10_000 + scenario.balancer.takeOverMs);
    expect(simulation.world.totals).toMatchObject({ refused: 0, forcedLogins: 0 });
  });

  it('failover loses nobody while nothing happens', () => {
    const { refused, failed, logoutsUndone } = totalsOf('failover');
    expect({ refused, failed, logoutsUndone }).toEqual({ refused: 0, failed: 0, logoutsUndone: 0 });
  });

  it('cut in two, the consistent store fails one side and shows nobody an old cart; the available one does not fail', () => {
    const outcome = (id: ScenarioId) => {
      const simulation = createSimulation({
        scenario: SCENARIOS[id],
        seed: 7,
        interventions: [{ atMs: 8000, do: 'partition' }],
      });
      let stale = 0;
      simulation.observe({
        decided: ({ requests }, r) => {
          if (requests.reason[r] === Reason.staleCart) stale++;
        },
      });
      simulation.runUntil(30_000);
      return { stale, failed: simulation.world.totals.failed };
    };
    const consistent = outcome('cut-consistent');
    expect(consistent.failed).toBeGreaterThan(20);
    expect(consistent.stale).toBe(0);
    const available = outcome('cut-available');
    expect(available.failed).toBe(0);
    expect(available.stale).toBeGreaterThan(10);
  });

  it('pictures come from the CDN, mostly', () => {
    const { edgeHits, edgeMisses, refused, failed } = totalsOf('pictures');
    expect(edgeHits / (edgeHits + edgeMisses)).toBeGreaterThan(0.6);
    expect({ refused, failed }).toEqual({ refused: 0, failed: 0 });
  });

  it('leaky-cdn shows people each other’s pages', () => {
    const { wrongPages, refused } = totalsOf('leaky-cdn');
    expect(wrongPages).toBeGreaterThan(50);
    expect(refused).toBe(0);
  });
});
