/** Changing a setting while the run goes on: what comes later follows it, what has begun does not. */
import { describe, expect, it } from 'vitest';
import type { Intervention } from '../intervention.ts';
import { scenarioAfter, settingOf, withSetting } from '../settings.ts';
import { createSimulation } from '../simulation.ts';
import { fingerprint } from '../snapshot.ts';
import { chain, lines, record } from '../testing/record.ts';
import { tinyScenario } from '../testing/scenarios.ts';

const ms = (meanMs: number) => ({ kind: 'constant', meanMs }) as const;

describe('set', () => {
  it('holds for what begins afterwards', () => {
    // A login takes 10 ms. From 1500 ms on a page takes 40 instead of 10.
    const { answers } = record(tinyScenario(), 4000, [
      { atMs: 1500, do: 'set', setting: 'service.page', value: ms(40) },
    ]);
    expect(lines(answers)).toEqual([
      '1010 A login 200 loggedIn',
      '2050 A page 200 served',
      '3090 A page 200 served',
    ]);
  });

  it('is ignored when the setting has that value already', () => {
    const { happenings } = record(tinyScenario(), 2000, [
      { atMs: 500, do: 'set', setting: 'balancer.retries', value: 3 },
      { atMs: 600, do: 'set', setting: 'balancer.retries', value: 2 },
    ]);
    expect(happenings.filter((h) => h.what === 'intervention')).toMatchObject([
      { index: 0, ignored: true },
      { index: 1, ignored: false },
    ]);
  });

  it('makes a more patient balancer impatient with those who wait already', () => {
    // Three logins of 10 s each, one worker. At 2000 ms the patience becomes 3 s, counted from their
    // arrival at 1000 ms: the two in the queue get a 504 at 4000 ms, and again 3 s after they have asked
    // anew at 5000 ms. The one at work began under the old patience.
    const scenario = tinyScenario({
      people: { count: 3 },
      service: { login: ms(10_000) },
      balancer: { answerTimeoutMs: null },
    });
    const { answers } = record(scenario, 11_000, [
      { atMs: 2000, do: 'set', setting: 'balancer.answerTimeoutMs', value: 3000 },
    ]);
    expect(lines(answers).slice(0, 3)).toEqual([
      '4000 A login 504 tooSlow',
      '4000 A login 504 tooSlow',
      '8000 A login 504 tooSlow',
    ]);
    expect(lines(answers)).toContain('11000 A login 200 loggedIn');
  });

  it('of the patience with a server that falls silent later ends at once what is overdue by then', () => {
    // The login at 1000 may take for ever; since 2000 nobody waits longer than 500 ms; at 5000 its server hangs.
    const scenario = tinyScenario({ service: { login: ms(10_000) }, balancer: { answerTimeoutMs: null } });
    const { answers } = record(scenario, 6000, [
      { atMs: 2000, do: 'set', setting: 'balancer.answerTimeoutMs', value: 500 },
      { atMs: 5000, do: 'hang-server', server: 0 },
    ]);
    expect(lines(answers)).toEqual(['5000 A login 504 tooSlow']);
  });

  it('is named in the chain behind what it leads to', () => {
    const scenario = tinyScenario({ service: { login: ms(500) } });
    const { causes } = record(scenario, 3000, [
      { atMs: 200, do: 'set', setting: 'balancer.answerTimeoutMs', value: 300 },
    ]);
    expect(chain(causes[0])).toEqual([
      'answered 504 tooSlow 1300',
      'routed A policy round-robin',
      'server-busy A 1 1 0',
      'setting-changed balancer.answerTimeoutMs 300 200 by 0',
    ]);
  });

  it('is undone by going back to a snapshot from before', () => {
    const interventions: Intervention[] = [{ atMs: 1500, do: 'set', setting: 'service.page', value: ms(40) }];
    const simulation = createSimulation({ scenario: tinyScenario(), seed: 1, interventions });
    simulation.runUntil(1200);
    const before = simulation.snapshot();
    simulation.runUntil(3000);
    const print = fingerprint(simulation.world);
    expect(simulation.scenario.service.page).toEqual(ms(40));
    simulation.restore(before);
    expect(simulation.scenario.service.page).toEqual(ms(10));
    simulation.runUntil(3000);
    expect(fingerprint(simulation.world)).toBe(print);
  });
});

describe('the scenario with another setting', () => {
  it('differs there and nowhere else, and leaves the old one alone', () => {
    const old = tinyScenario();
    const changed = withSetting(old, 'balancer.health.fall', 7);
    expect(settingOf(changed, 'balancer.health.fall')).toBe(7);
    expect(old.balancer.health.fall).toBe(3);
    expect(changed).toEqual({
      ...old,
      balancer: { ...old.balancer, health: { ...old.balancer.health, fall: 7 } },
    });
    expect(changed.servers).toBe(old.servers);
  });

  it('follows from the interventions that have happened', () => {
    const interventions: Intervention[] = [
      { atMs: 1, do: 'set', setting: 'balancer.retries', value: 0 },
      { atMs: 2, do: 'add-server' },
      { atMs: 3, do: 'set', setting: 'balancer.retries', value: 1 },
    ];
    const retries = (count: number) => scenarioAfter(tinyScenario(), interventions, count).balancer.retries;
    expect([0, 1, 2, 3].map(retries)).toEqual([3, 0, 0, 1]);
  });
});
