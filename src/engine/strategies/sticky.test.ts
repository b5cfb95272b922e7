/** A cookie of the balancer brings people back to the server that knows them. */
import { describe, expect, it } from 'vitest';
import type { Intervention } from '../intervention.ts';
import { POLICY_IDS } from '../policies/index.ts';
import type { Scenario } from '../scenario.ts';
import { lines, record } from '../testing/record.ts';
import { tinyScenario } from '../testing/scenarios.ts';

function sticky(count: number, people: number): Scenario {
  return tinyScenario({
    people: { count: people },
    servers: { count, workers: 20 },
    sessions: { strategy: 'sticky' },
  });
}

describe('sticky', () => {
  it.each(POLICY_IDS)('refuses nobody, whatever the policy: %s', (policy) => {
    const scenario = sticky(4, 10);
    scenario.people.think = { kind: 'exponential', meanMs: 1000 };
    scenario.balancer.policy = policy;
    const { answers } = record(scenario, 30_000);
    expect(answers.length).toBeGreaterThan(200);
    expect(answers.every((a) => a.status === 200)).toBe(true);
    // Each person has one server.
    const pairs = new Set(answers.map((a) => `${a.user} ${a.server}`));
    expect(pairs.size).toBe(10);
  });

  it('binds anew when the bound server is down, and does not go back when it returns', () => {
    const { answers } = record(sticky(2, 1), 60_000, [
      { atMs: 1500, do: 'kill-server', server: 0 },
      { atMs: 20_000, do: 'restart-server', server: 0, graceful: false },
    ]);
    // Logged in on A. B refuses after the kill, and keeps the person for good.
    expect(lines(answers.slice(0, 3))).toEqual([
      '1010 A login 200 loggedIn',
      '2011 B page 401 noRecord',
      '3021 B login 200 loggedIn',
    ]);
    expect(answers.slice(3).every((a) => a.server === 'B' && a.status === 200)).toBe(true);
  });

  it('goes on to the same server for a login after a refusal there', () => {
    const scenario = sticky(3, 1);
    scenario.sessions.idleMs = 500;
    const { answers } = record(scenario, 5000);
    expect(new Set(answers.map((a) => a.server))).toEqual(new Set(['A']));
    expect(answers[1]).toMatchObject({ status: 401, reason: 'expired' });
  });

  it('of an answer that the balancer gave itself binds to nobody', () => {
    const scenario = sticky(2, 1);
    scenario.service.login = { kind: 'constant', meanMs: 9000 };
    scenario.balancer.answerTimeoutMs = 2000;
    const { answers, simulation } = record(scenario, 3500);
    expect(answers[0]).toMatchObject({ server: 'A', status: 504 });
    expect(simulation.world.users.bound[0]).toBe(-1);
  });

  it('leaves passing visitors to the policy', () => {
    const scenario = sticky(3, 0);
    scenario.visitors.perSecond = 10;
    const { answers } = record(scenario, 3000);
    expect(answers.slice(0, 6).map((a) => a.server)).toEqual(['A', 'B', 'C', 'A', 'B', 'C']);
  });
});

describe('switched on in the middle of a run', () => {
  const switchOn: Intervention = { atMs: 10_000, do: 'set-strategy', strategy: 'sticky' };

  it('after memory, refuses nobody from then on, those on their way included', () => {
    const scenario = sticky(3, 10);
    scenario.sessions.strategy = 'memory';
    scenario.people.think = { kind: 'exponential', meanMs: 500 };
    scenario.hops = { ...scenario.hops, userMs: 200, serverMs: 1 };
    const { answers } = record(scenario, 30_000, [switchOn]);
    expect(answers.some((a) => a.status === 401)).toBe(true);
    // Balanced after the switch: 200 ms or less on the way at that time.
    const later = answers.filter((a) => a.bornMs + 200 > 10_000 && a.kind !== 'login');
    expect(later.length).toBeGreaterThan(150);
    expect(later.every((a) => a.status === 200)).toBe(true);
  });

  it('after shared, leaves the sessions in the store, where no server looks now', () => {
    const scenario = sticky(3, 4);
    scenario.sessions.strategy = 'shared';
    const { answers, simulation } = record(scenario, 20_000, [switchOn]);
    const refused = answers.filter((a) => a.status === 401);
    expect(refused.map((a) => a.user).sort()).toEqual([0, 1, 2, 3]);
    expect(simulation.world.stores.shelfCount[0]).toBe(4);
  });
});
