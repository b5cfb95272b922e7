import { describe, expect, it } from 'vitest';
import type { Intervention } from '../engine/intervention.ts';
import { SCENARIOS, type ScenarioId } from '../scenarios/library/index.ts';
import { strangersIn } from './strangers.ts';

const told = (interventions: Intervention[], id: ScenarioId = 'two-servers') =>
  strangersIn({ scenario: SCENARIOS[id], seed: 1, interventions }).map((problem) =>
    problem.code === 'told' ? problem.words.en : problem.code,
  );
const kill = (server: number, atMs: number): Intervention => ({ atMs, do: 'kill-server', server });

describe('who is meant and not there', () => {
  it('is nobody where all are there, also those that were added before', () => {
    expect(told([kill(0, 1000), { atMs: 2000, do: 'add-server' }, kill(2, 3000)])).toEqual([]);
  });
  it('is a server that never was, or not yet', () => {
    expect(told([kill(25, 6000), kill(25, 7000)])).toEqual([expect.stringMatching(/server Z/)]);
    expect(told([kill(2, 1000), { atMs: 2000, do: 'add-server' }])).toEqual([
      expect.stringMatching(/server C/),
    ]);
  });
  it('is a person too many', () => {
    expect(told([{ atMs: 6000, do: 'log-out', user: 98 }])).toEqual([expect.stringMatching(/person 99/)]);
  });
  it('is no server where an autoscaler may add some', () => {
    const on: Intervention = { atMs: 0, do: 'set', setting: 'autoscaler.on', value: true };
    expect(told([on, kill(5, 6000)])).toEqual([]);
  });
});
