import { expect, it } from 'vitest';
import { parseScenario } from '../../src/scenarios/parseScenario.ts';
import { playEngine } from './engineRun.ts';
import { asks, QUICK } from './script.ts';

function play(file: object) {
  const parsed = parseScenario({ ...QUICK, ...file });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return playEngine(parsed.run);
}

it('gives what became of each line, in the order of the script, however late its answer came', () => {
  const { outcomes } = play({
    servers: { count: 2, each: [{ speed: 0.1 }] },
    people: { count: 3, script: asks(0, 'login 0 1 2') },
  });
  // Two hops of half a millisecond each way; A takes ten times the 20 ms of B.
  expect(outcomes.map(({ line, ...rest }) => ({ user: line.user, ...rest }))).toEqual([
    { user: 0, bornMs: 0, tookMs: 202, status: 200, newCookie: true, server: 'A', tried: [] },
    { user: 1, bornMs: 100, tookMs: 22, status: 200, newCookie: true, server: 'B', tried: [] },
    { user: 2, bornMs: 200, tookMs: 202, status: 200, newCookie: true, server: 'A', tried: [] },
  ]);
});

it('says who wrote the answer, who was tried before, and when the balancer changed its mind', () => {
  const { outcomes, health } = play({
    servers: { count: 2, restart: '1s' },
    balancer: { health: { interval: '100ms', fall: 1, rise: 1 } },
    people: { count: 1, script: [...asks(200, 'login 0 0 0'), ...asks(1000, 'login 0')] },
    interventions: [
      { at: '150ms', do: 'kill-server', server: 'B' },
      { at: '310ms', do: 'kill-server', server: 'A' },
    ],
    seed: 2,
  });
  expect(outcomes.map(({ status, server, tried }) => [status, server, tried])).toEqual([
    [200, 'A', []],
    [502, '-', ['A']], // A died with it
    [503, '-', ['A']],
    [503, '-', []],
  ]);
  expect(health?.map(({ server, healthy }) => [server, healthy])).toEqual([
    ['B', false],
    ['A', false],
  ]);
});
