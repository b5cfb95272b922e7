/**
 * How long a balancer takes to notice. A check comes every `intervalMs`, so the first one after a death comes
 * after a rest of 0 to 1 interval, and the last of `fall` after (fall - 1) more.
 */
import { describe, expect, it } from 'vitest';
import type { Intervention } from './intervention.ts';
import type { Detection, HealthCheck } from './scenario.ts';
import { record } from './testing/record.ts';
import { tinyScenario } from './testing/scenarios.ts';

/** Published windows in seconds: [name, checks, down after a kill, down after a hang, up after ready]. */
const PRODUCTS: [string, HealthCheck & Pick<Detection, 'checks'>, number[], number[], number[]][] = [
  [
    'HAProxy',
    { checks: 'after-each', intervalMs: 2000, timeoutMs: 2000, fall: 3, rise: 2 },
    [4, 6],
    [10, 12],
    [2, 4],
  ],
  [
    'AWS ALB',
    { checks: 'grid', intervalMs: 30_000, timeoutMs: 5000, fall: 2, rise: 5 },
    [30, 60],
    [35, 65],
    [120, 150],
  ],
  [
    'Kubernetes',
    { checks: 'grid', intervalMs: 10_000, timeoutMs: 1000, fall: 3, rise: 1 },
    [20, 30],
    [21, 31],
    [0, 10],
  ],
  [
    'a grid as close as the time limit',
    { checks: 'grid', intervalMs: 10_000, timeoutMs: 10_000, fall: 2, rise: 1 },
    [10, 20],
    [20, 30],
    [0, 10],
  ],
  [
    'Traefik',
    { checks: 'grid', intervalMs: 30_000, timeoutMs: 5000, fall: 1, rise: 1 },
    [0, 30],
    [5, 35],
    [0, 30],
  ],
];

const TRIES = 400;

/** Seconds from an intervention to the balancer's next change of belief, tried at times all over an interval. */
function delays(
  checked: HealthCheck & Pick<Detection, 'checks'>,
  before: Intervention[],
  change: Intervention,
  offsetMs = 0,
): number[] {
  const { checks, ...health } = checked;
  const { balancer } = tinyScenario();
  const scenario = tinyScenario({
    people: { count: 0 },
    balancer: { health, detection: { ...balancer.detection, checks } },
    servers: { restartMs: 0 },
  });
  return Array.from({ length: TRIES }, (_, i) => {
    const atMs = change.atMs + (i * health.intervalMs) / TRIES;
    const { happenings } = record(scenario, atMs + 300_000, [...before, { ...change, atMs }]);
    const noticed = happenings.find((h) => h.what === 'server-health' && h.atMs >= atMs);
    return ((noticed?.atMs ?? Number.NaN) - atMs - offsetMs) / 1000;
  });
}

function expectWindow(found: number[], [from, to]: number[], health: HealthCheck): void {
  const step = health.intervalMs / TRIES / 1000;
  expect(Math.min(...found)).toBeGreaterThanOrEqual(from - 1e-9);
  expect(Math.max(...found)).toBeLessThanOrEqual(to + 1e-9);
  // Tried all over an interval, the first and the last come within one step of the ends.
  expect(Math.min(...found)).toBeLessThanOrEqual(from + step + 1e-9);
  expect(Math.max(...found)).toBeGreaterThanOrEqual(to - step - 1e-9);
}

describe.each(PRODUCTS)('checks as in %s', (_, health, killed, hung, ready) => {
  it(`take a killed server out after ${killed[0]} to ${killed[1]} s`, () => {
    expectWindow(delays(health, [], { atMs: 100_000, do: 'kill-server', server: 0 }), killed, health);
  });

  it(`take a silent server out after ${hung[0]} to ${hung[1]} s`, () => {
    expectWindow(delays(health, [], { atMs: 100_000, do: 'hang-server', server: 0 }), hung, health);
  });

  it(`let a server in ${ready[0]} to ${ready[1]} s after it is ready`, () => {
    const before: Intervention[] = [{ atMs: 1000, do: 'kill-server', server: 0 }];
    const change: Intervention = { atMs: 200_000, do: 'restart-server', server: 0, graceful: false };
    expectWindow(delays(health, before, change), ready, health);
  });
});

it('checks of different servers are spread over the interval', () => {
  const scenario = tinyScenario({ people: { count: 0 }, servers: { count: 200 } });
  const kills = Array.from(
    { length: 200 },
    (_, server): Intervention => ({ atMs: 10_000, do: 'kill-server', server }),
  );
  const { happenings } = record(scenario, 20_000, kills);
  const seconds = happenings.filter((h) => h.what === 'server-health').map((h) => Math.floor(h.atMs / 500));
  // Noticed from 14 to 16 s, about 50 servers in each half second.
  expect(new Set(seconds)).toEqual(new Set([28, 29, 30, 31]));
});

it('a single passed check in between starts the count anew', () => {
  // Down for 3 s: one or two failed checks, never three.
  const scenario = tinyScenario({ people: { count: 0 }, servers: { restartMs: 3000 } });
  const { happenings } = record(scenario, 60_000, [
    { atMs: 10_000, do: 'restart-server', server: 0, graceful: false },
    { atMs: 15_000, do: 'restart-server', server: 0, graceful: false },
  ]);
  expect(happenings.filter((h) => h.what === 'server-health')).toEqual([]);
});

it('a check that a silent server left open fails when it runs out, even if the server is back', () => {
  const scenario = tinyScenario({
    people: { count: 0 },
    servers: { restartMs: 0 },
    balancer: { health: { intervalMs: 1000, timeoutMs: 5000, fall: 1, rise: 1 } },
  });
  const { happenings } = record(scenario, 60_000, [
    { atMs: 10_000, do: 'hang-server', server: 0 },
    { atMs: 12_000, do: 'restart-server', server: 0, graceful: false },
  ]);
  const [out, back] = happenings.filter((h) => h.what === 'server-health');
  // The check opened between 10 and 11 s; out 5 s later, in again one interval after that.
  expect(out.atMs).toBeGreaterThanOrEqual(15_000);
  expect(out.atMs).toBeLessThan(16_000);
  expect(back.atMs).toBe(out.atMs + 1000);
});
