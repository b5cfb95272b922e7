import { expect, it } from 'vitest';
import { ACTION_KINDS } from '../engine/interventions/index.ts';
import { parseScenario } from './parseScenario.ts';

it('knows every action of the engine, and no other', () => {
  const result = parseScenario({ interventions: [{ at: 0, do: '?' }] });
  const expected = result.ok ? null : result.problems[0].expected;
  expect(expected).toEqual({ what: 'choice', choices: ACTION_KINDS });
});
