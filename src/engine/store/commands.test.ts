/** How long a command to the store takes. */
import { describe, expect, it } from 'vitest';
import type { Intervention } from '../intervention.ts';
import { sampleMs } from '../random/distributions.ts';
import { createStreams, uniform } from '../random/streams.ts';
import type { Scenario } from '../scenario.ts';
import { judge } from '../testing/measureQueue.ts';
import { chain, lines, record } from '../testing/record.ts';
import { tinyScenario } from '../testing/scenarios.ts';

/** People who all log in at 1000, each in 10 ms of work, and ask for pages again and again a second later. */
function shared(store: Partial<Scenario['store']>, people = 1): Scenario {
  return tinyScenario({
    people: { count: people },
    servers: { workers: 100 },
    sessions: { strategy: 'shared' },
    store: { latency: { kind: 'constant', meanMs: 2 }, ...store },
  });
}

const kill = (atMs: number): Intervention => ({ atMs, do: 'kill-store' });
const restart = (atMs: number): Intervention => ({ atMs, do: 'restart-store' });

describe('latency', () => {
  it('may be drawn by chance, for each command anew', () => {
    const { answers } = record(shared({ latency: { kind: 'uniform', minMs: 1, maxMs: 4 } }, 30), 60_000);
    const pages = answers.filter((a) => a.kind === 'page').map((a) => a.atMs - a.bornMs - 10);
    // Two commands each: 2 to 8 ms, 5 in the mean; a sum of two has the deviation 3 / sqrt(6) = 1.22 ms.
    expect(pages.length).toBeGreaterThan(1500);
    expect(Math.min(...pages)).toBeGreaterThanOrEqual(2);
    expect(Math.max(...pages)).toBeLessThanOrEqual(8);
    expect(new Set(pages).size).toBe(pages.length);
    const mean = pages.reduce((sum, ms) => sum + ms, 0) / pages.length;
    expect(Math.abs(mean - 5)).toBeLessThan((5 * 1.22) / Math.sqrt(pages.length));
  });
});

describe('a limited rate', () => {
  it('lets commands wait for each other, first come, first served', () => {
    // 100 a second: each takes 10 ms. Three logins write at 1010: done at 1020, 1030 and 1040, and 2 ms on the way.
    const { answers, simulation } = record(shared({ perSecond: 100 }, 3), 1100);
    expect(answers.map((a) => [a.user, a.atMs])).toEqual([
      [0, 1022],
      [1, 1032],
      [2, 1042],
    ]);
    expect(simulation.world.stores.writes[0]).toBe(3);
  });

  it('costs a lone command its own time only', () => {
    // Page at 2022: 10 + 2 to read, 10 of work, 10 + 2 to write.
    const { answers } = record(shared({ perSecond: 100 }), 3000);
    expect(lines(answers)[1]).toBe('2056 A page 200 served');
  });

  it('makes commands wait as the theory of M/D/1 queues says', () => {
    // Logins as a Poisson stream, each one command: 80 a second, where 100 can be carried out.
    const jobs = 20_000;
    const stream = createStreams(3).arrival;
    let atMs = 0;
    const script = Array.from({ length: jobs }, (_, user) => {
      atMs += sampleMs({ kind: 'exponential', meanMs: 12.5 }, uniform(stream, user, 0));
      return { atMs, user, ask: 'login' as const };
    });
    const scenario = shared({ perSecond: 100, latency: { kind: 'constant', meanMs: 0 } });
    scenario.people = { ...scenario.people, count: jobs, script };
    scenario.service.login = { kind: 'constant', meanMs: 0 };
    scenario.servers.workers = 1000;
    const { answers } = record(scenario, atMs + 60_000);
    const waits = answers.map((a) => a.atMs - a.bornMs);
    expect(waits.length).toBe(jobs);
    const batches = Array.from({ length: 20 }, (_, i) => waits.slice(i * 1000, (i + 1) * 1000));
    const means = batches.map((batch) => batch.reduce((sum, ms) => sum + ms, 0) / batch.length);
    const mean = means.reduce((sum, ms) => sum + ms, 0) / 20;
    const squares = means.reduce((sum, ms) => sum + (ms - mean) * (ms - mean), 0);
    // W = 1/mu + rho / (2 mu (1 - rho)) = 10 + 0.8 / (2 * 0.1 * 0.2) = 30 ms.
    expect(judge({ mean, error: Math.sqrt(squares / 19 / 20) }, 30, 0.25)).toBe('near');
  });

  it('ends the patience of servers, and the chain says so', () => {
    // 10 a second and 250 ms of patience: of five logins at 1010 two are done in time, at 1112 and 1212.
    const { answers, causes } = record(shared({ perSecond: 10, timeoutMs: 250 }, 5), 1300);
    expect(lines(answers)).toEqual([
      '1112 A login 200 loggedIn',
      '1212 A login 200 loggedIn',
      '1260 A login 500 storeSlow',
      '1260 A login 500 storeSlow',
      '1260 A login 500 storeSlow',
    ]);
    // Carried out by then: those of 1110 and 1210. The third is half done.
    expect(chain(causes[0]).slice(-1)).toEqual(['store-busy -2 3 10']);
  });

  it('keeps commands in the queue that nobody waits for any more', () => {
    // Five logins at 1010 occupy the store until 1510. A page at 1300 (of who was in at 1112) waits for them.
    const scenario = shared({ perSecond: 10, timeoutMs: 250 }, 5);
    scenario.people.script = [
      ...[0, 1, 2, 3, 4].map((user) => ({ atMs: 1000, user, ask: 'login' as const })),
      { atMs: 1300, user: 0, ask: 'page' as const },
      { atMs: 1450, user: 1, ask: 'page' as const },
    ];
    const { answers } = record(scenario, 3000);
    const pages = answers.filter((a) => a.kind === 'page');
    // 1300: its turn would be over at 1610, too late. 1450: after that one, 1710, too late as well.
    expect(lines(pages)).toEqual(['1550 A page 500 storeSlow', '1700 A page 500 storeSlow']);
  });

  it('is forgotten with the queue when the store dies', () => {
    const scenario = shared({ perSecond: 10 }, 5);
    const { answers } = record(scenario, 2500, [kill(1050), restart(1200)]);
    // At 1200 all five are sent again, and carried out one after the other.
    expect(answers.map((a) => a.atMs)).toEqual([1302, 1402, 1502, 1602, 1702]);
  });
});

describe('a dead store that is not waited for', () => {
  it('fails what is asked of it at once', () => {
    const { answers, causes } = record(shared({ whenDown: 'fail' }), 9000, [kill(1500), restart(4500)]);
    expect(lines(answers).slice(0, 5)).toEqual([
      '1012 A login 200 loggedIn',
      '2012 A page 500 storeDown',
      '3012 A page 500 storeDown',
      '4012 A page 500 storeDown',
      '5015 A page 401 noRecord',
    ]);
    expect(chain(causes[0]).slice(-1)).toEqual(['store-down -2 1500 by 0']);
  });

  it('fails what was under way at once', () => {
    const { answers } = record(shared({ whenDown: 'fail' }), 3000, [kill(2013)]);
    expect(lines(answers)[1]).toBe('2013 A page 500 storeDown');
  });

  it('makes no call in a call for each of those who wait in a long queue', () => {
    const scenario = shared({ whenDown: 'fail' }, 20_000);
    scenario.servers.workers = 1;
    scenario.service.login = { kind: 'constant', meanMs: 0 };
    scenario.people.script = Array.from({ length: 20_000 }, (_, user) => ({ atMs: 1000, user, ask: null }));
    const { answers } = record(scenario, 3000, [kill(500)]);
    expect(answers.filter((a) => a.status === 500).length).toBe(20_000);
  });
});
