/** A session that may only live for so long is over then, wherever it is kept and however much it is used. */
import { expect, it } from 'vitest';
import type { Intervention } from './intervention.ts';
import type { Scenario } from './scenario.ts';
import { STRATEGY_IDS, type StrategyId } from './strategies/index.ts';
import { chain, lines, record } from './testing/record.ts';
import { tinyScenario } from './testing/scenarios.ts';

/** One person, who does something every 1010 ms. */
const world = (strategy: StrategyId, sessions: Partial<Scenario['sessions']> = {}): Scenario =>
  tinyScenario({
    store: { latency: { kind: 'constant', meanMs: 0 } },
    sessions: { strategy, lifetimeMs: 2500, idleMs: 1500, ...sessions },
  });

it.each(STRATEGY_IDS)('ends a session under %s that is in use, counted from its login', (strategy) => {
  const { answers } = record(world(strategy), 6000);
  const refused = answers.filter((a) => a.status === 401);
  // Logged in at 1010: pages at 2020 and 3030, and at 4040 it is over.
  expect(answers.slice(0, 4).map((a) => a.status)).toEqual([200, 200, 200, 401]);
  expect(refused[0].reason).toBe(strategy === 'token' ? 'tokenExpired' : 'expired');
});

it('leaves alone who logs out and in again in time, for each login begins anew', () => {
  const scenario = world('memory');
  const { answers } = record({ ...scenario, people: { ...scenario.people, pagesPerVisit: 1 } }, 9000);
  expect(lines(answers).filter((line) => line.includes('401'))).toEqual([]);
});

it('says whether a session was unused or had lived for long enough', () => {
  const last = (scenario: Scenario, list: Intervention[] = []) => {
    const { answers } = record(scenario, 8000, list);
    return chain(answers.find((a) => a.status === 401)?.causes ?? []);
  };
  expect(last(world('memory')).find((line) => line.startsWith('record-gone'))).toContain('outlived 3510');
  const idle = last(world('memory', { idleMs: 500 })).find((line) => line.startsWith('record-gone'));
  expect(idle).toContain('expired');
});
