import { describe, expect, it } from 'vitest';
import { DEFAULT_SCENARIO } from './defaults.ts';
import { formatScenario } from './formatScenario.ts';
import { parseScenario } from './parseScenario.ts';
import { problemText } from './problemText.ts';
import { allows, changeSetting, SETTINGS, settingAt } from './settings.ts';

describe('settings', () => {
  it('have the names of a file, and those of the engine', () => {
    expect(settingAt('balancer.health.interval')).toMatchObject({
      enginePath: 'balancer.health.intervalMs',
      live: true,
    });
    expect(settingAt('balancer.healt.interval')).toBeUndefined();
  });

  it('that only a new run can have are not changed', () => {
    expect(changeSetting('people.count', 9)).toBeNull();
    expect(changeSetting('balancer.retries', 0)).toEqual({
      do: 'set',
      setting: 'balancer.retries',
      value: 0,
    });
  });

  it.each([
    ['balancer.retries', [0, 3, 20, null], [-1, 21, 1.5, 'two']],
    ['balancer.answerTimeout', [0, 1e6, null], [-1, true, 'soon']],
    ['people.leaveChance', [0, 0.5, 1], [1.1, null]],
    [
      'service.page',
      [{ kind: 'exponential', meanMs: 5 }],
      [5, null, { kind: 'hyperexponential', meanMs: 5, cv: 0.5 }],
    ],
  ] as const)('%s may be %j, but not %j', (path, good, bad) => {
    const field = settingAt(path)?.field;
    if (field === undefined) throw new Error(path);
    expect(good.map((value) => allows(field, value))).toEqual(good.map(() => true));
    expect(bad.map((value) => allows(field, value))).toEqual(bad.map(() => false));
  });

  it('allow every default', () => {
    for (const { enginePath, field } of SETTINGS) {
      const value = enginePath
        .split('.')
        .reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], DEFAULT_SCENARIO);
      expect(allows(field, value as number), enginePath).toBe(true);
    }
  });
});

describe('set in a file', () => {
  it('takes the names and values of the file, and is written the same way', () => {
    const file = {
      interventions: [
        { at: '1s', do: 'set', setting: 'balancer.connectTimeout', value: '2s' },
        { at: '2s', do: 'set', setting: 'service.page', value: { kind: 'exponential', mean: '50ms' } },
        { at: '3s', do: 'set', setting: 'sessions.idle', value: null },
      ],
    };
    const result = parseScenario(file);
    if (!result.ok) throw new Error(result.problems.map(problemText).join());
    expect(result.run.interventions).toEqual([
      { atMs: 1000, do: 'set', setting: 'balancer.connectTimeoutMs', value: 2000 },
      { atMs: 2000, do: 'set', setting: 'service.page', value: { kind: 'exponential', meanMs: 50 } },
      { atMs: 3000, do: 'set', setting: 'sessions.idleMs', value: null },
    ]);
    expect(JSON.parse(formatScenario(result))).toEqual(file);
  });

  it.each([
    [{ setting: 'balancer.retry', value: 1 }, 'interventions[0].setting', '"balancer.retries"'],
    [{ setting: 'people.count', value: 1 }, 'interventions[0].setting', 'expected one of'],
    [
      { setting: 'balancer.retries', value: 90 },
      'interventions[0].value',
      'a whole number from 0 to 20, or null',
    ],
    [{ setting: 'balancer.retries' }, 'interventions[0].value', 'missing'],
    [{ setting: 'balancer.connectTimeout' }, 'interventions[0].value', 'missing'],
    [{ value: 1 }, 'interventions[0].setting', 'expected one of'],
    [
      { setting: 'balancer.retries', value: 1, valeu: 2 },
      'interventions[0].valeu',
      'no setting of this name',
    ],
  ])('%j is refused with the place and what was expected', (fields, place, expected) => {
    const result = parseScenario({ interventions: [{ at: 0, do: 'set', ...fields }] });
    const texts = result.ok ? [] : result.problems.map(problemText);
    expect(texts).toHaveLength(1);
    expect(texts[0]).toContain(place);
    expect(texts[0]).toContain(expected);
  });
});
