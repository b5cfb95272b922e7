/**
 * nginx's passive checks to the second. A visitor comes every second on the second; two servers take turns, so that B has
 * the even ones until it fails; a page takes 10 ms.
 */
import { describe, expect, it } from 'vitest';
import type { Intervention } from './intervention.ts';
import type { BalancerSettings, Detection } from './scenario.ts';
import { record } from './testing/record.ts';
import { tinyScenario } from './testing/scenarios.ts';

const tiny = tinyScenario().balancer;
const nginx: Detection = { ...tiny.detection, checks: 'off', maxFails: 1, failTimeoutMs: 10_000 };

function run(
  detection: Partial<Detection>,
  interventions: Intervention[],
  untilMs: number,
  more: { servers?: number; balancer?: Partial<BalancerSettings> } = {},
) {
  const arrivals = Array.from({ length: 60 }, (_, i) => ({ atMs: (i + 1) * 1000 }));
  const scenario = tinyScenario({
    people: { count: 0 },
    visitors: { shape: 'arrivals', arrivals },
    servers: { count: more.servers ?? 2, restartMs: 0 },
    balancer: { retries: 3, ...more.balancer, detection: { ...nginx, ...detection } },
  });
  const { happenings, answers } = record(scenario, untilMs, interventions);
  const beliefs = happenings.flatMap((h) =>
    h.what === 'server-health' && h.atMs > 0 ? [`${h.atMs / 1000} s: ${h.healthy ? 'in' : 'out'}`] : [],
  );
  return { beliefs, statuses: answers.map(({ status }) => status), answers };
}

const kill = (atMs: number, server = 1): Intervention => ({ atMs, do: 'kill-server', server });
const start = (atMs: number, server = 1): Intervention => ({
  atMs,
  do: 'restart-server',
  server,
  graceful: false,
});

describe('passive checks', () => {
  it('shut a server out with its first failure, and try it again with one request after fail_timeout', () => {
    // Fails at 2 s; more than 10 s later, at 13 s, it has a turn, and fails again: until 24 s.
    const { beliefs, statuses } = run({}, [kill(500)], 25_500);
    expect(beliefs).toEqual(['2 s: out', '13 s: in', '13 s: out', '24 s: in', '24 s: out']);
    // Nobody notices, because the next server is tried at once.
    expect(new Set(statuses)).toEqual(new Set([200]));
  });

  it('let a server in when that one request succeeds', () => {
    const { beliefs, answers } = run({}, [kill(500), start(5000)], 20_500);
    // The one at 13 s is the test: until its answer, 10 ms later, the server gets no other.
    expect(beliefs).toEqual(['2 s: out', '13 s: in', '13 s: out', '13.01 s: in']);
    expect(answers.slice(12, 16).map(({ server }) => server)).toEqual(['B', 'A', 'B', 'A']);
  });

  it('count failures until a request succeeds that was sent long enough after the last one', () => {
    // Down from 1.5 to 2.5 s: one failure, at 2 s, after which B has the odd seconds. Successes up to 11 s change
    // nothing; that at 13 s, 11 s later, does. So the failure at 17 s is the first, and that at 18 s the second.
    const twice = run({ maxFails: 2 }, [kill(1500), start(2500), kill(15_500)], 18_500);
    expect(twice.beliefs).toEqual(['18 s: out']);
    // Without that success in between, the second failure within the time counts.
    const soon = run({ maxFails: 2 }, [kill(1500), start(2500), kill(9500)], 18_500);
    expect(soon.beliefs).toEqual(['11 s: out']);
  });

  it('never shut out a server that is alone', () => {
    const { beliefs, statuses } = run({}, [kill(500, 0)], 3500, { servers: 1 });
    expect(beliefs).toEqual([]);
    expect(statuses).toEqual([503, 503, 503]);
  });

  it('leave nobody when all have failed', () => {
    const { beliefs, answers } = run({}, [kill(500, 0), kill(500, 1)], 3500);
    // The first visitor tries both; the second finds none, until both are tried again after 12 s.
    expect(beliefs).toEqual(['1 s: out', '1 s: out']);
    expect(answers.map(({ status, reason }) => `${status} ${reason}`)).toEqual([
      '503 unreachable',
      '503 noServer',
      '503 noServer',
    ]);
  });

  it('are off without a number of failures', () => {
    expect(run({ maxFails: 0 }, [kill(500)], 30_000).beliefs).toEqual([]);
  });

  it('forget everything when they are set anew', () => {
    const set: Intervention = { atMs: 5000, do: 'set', setting: 'balancer.detection.maxFails', value: 0 };
    expect(run({}, [kill(500), set], 20_000).beliefs).toEqual(['2 s: out', '5 s: in']);
  });
});

describe('new servers and the last resort', () => {
  const add: Intervention = { atMs: 1000, do: 'add-server' };

  it('a new server gets requests after its first passed check, however many it takes later', () => {
    const balancer = { health: { intervalMs: 2000, timeoutMs: 500, fall: 1, rise: 5 } };
    const { beliefs } = run({ checks: 'grid', newcomers: 'checked', maxFails: 0 }, [add], 9000, { balancer });
    expect(beliefs).toHaveLength(1);
    expect(Number.parseFloat(beliefs[0])).toBeGreaterThan(1);
    expect(Number.parseFloat(beliefs[0])).toBeLessThanOrEqual(3);
    const atOnce = run({ checks: 'grid', newcomers: 'at-once', maxFails: 0 }, [add], 9000, { balancer });
    expect(Number.parseFloat(atOnce.beliefs[0])).toBeLessThan(1.1);
  });

  it('when all checks fail, all are used or none', () => {
    const balancer = { health: { intervalMs: 100, timeoutMs: 100, fall: 1, rise: 100 } };
    // Both come back, but the checks need a hundred passes to believe it.
    const blip = [kill(500, 0), kill(500, 1), start(1500, 0), start(1500, 1)];
    const with_ = (allDown: Detection['allDown']) =>
      run({ checks: 'grid', allDown, maxFails: 0 }, blip, 3500, { balancer }).statuses;
    expect(with_('none')).toEqual([503, 503, 503]);
    expect(with_('all')).toEqual([503, 200, 200]);
  });
});
