/** Caches for the page that all visitors get: before the servers, and in each of them. A page takes 100 ms. */
import { describe, expect, it } from 'vitest';
import type { Intervention } from '../intervention.ts';
import type { PageCache, Scenario } from '../scenario.ts';
import { chain, record } from '../testing/record.ts';
import { tinyScenario } from '../testing/scenarios.ts';

const tiny = tinyScenario();
const ms = (meanMs: number) => ({ kind: 'constant', meanMs }) as const;
const blind = { ...tiny.balancer, retries: 0, health: { intervalMs: 1e9, timeoutMs: 1, fall: 1, rise: 1 } };

/** Passing visitors at these times. */
function visits(
  times: number[],
  pageCache: Partial<PageCache>,
  parts: Parameters<typeof tinyScenario>[0] = {},
): Scenario {
  return tinyScenario({
    people: { count: 0 },
    visitors: { ...tiny.visitors, shape: 'arrivals', arrivals: times.map((atMs) => ({ atMs })) },
    pageCache: { ...tiny.pageCache, ttlMs: 1000, ...pageCache },
    service: { ...tiny.service, page: ms(100), cachedMs: 1 },
    servers: { workers: 9 },
    balancer: blind,
    ...parts,
  });
}

/** When each page was asked for and had, from which server, and how. */
const pages = (scenario: Scenario, untilMs: number, interventions: Intervention[] = []) =>
  record(scenario, untilMs, interventions)
    .answers.filter((a) => a.kind === 'visit')
    .map((a) => `${a.bornMs} ${a.atMs} ${a.server} ${a.status} ${a.reason}`);

const totals = (scenario: Scenario, untilMs: number) => record(scenario, untilMs).simulation.world.totals;

describe('at the balancer', () => {
  it('a page is computed once in its lifetime, and given out without any server', () => {
    const scenario = visits([0, 150, 1099, 1100], { at: 'balancer' });
    expect(pages(scenario, 3000)).toEqual([
      '0 100 A 200 served',
      '150 150 - 200 cached',
      '1099 1099 - 200 cached',
      '1100 1200 A 200 served',
    ]);
    expect(totals(scenario, 3000)).toMatchObject({ pageHits: 2, pageMisses: 2, pageFetches: 2 });
    const { answers } = record(scenario, 3000);
    expect(chain(answers[1].causes)).toEqual(['answered 200 cached 150', 'kept balancer 0 100']);
  });

  it('everybody who asks while there is none makes a server compute it: a stampede', () => {
    const scenario = visits([0, 10, 20, 30], { at: 'balancer' });
    expect(pages(scenario, 3000).map((line) => line.split(' ')[1])).toEqual(['100', '110', '120', '130']);
    expect(totals(scenario, 3000)).toMatchObject({ pageMisses: 4, pageFetches: 4 });
  });

  it('with one computing for all, the others wait for it', () => {
    const scenario = visits([0, 10, 20, 30], { at: 'balancer', coalesces: true });
    expect(pages(scenario, 3000)).toEqual([
      '0 100 A 200 served',
      '10 100 - 200 cached',
      '20 100 - 200 cached',
      '30 100 - 200 cached',
    ]);
    expect(totals(scenario, 3000)).toMatchObject({ pageMisses: 4, pageFetches: 1 });
  });

  it('who has waited long enough goes to a server after all', () => {
    const scenario = visits([0, 10], { at: 'balancer', coalesces: true, longestWaitMs: 30 });
    expect(pages(scenario, 3000)[1]).toBe('10 140 A 200 served');
  });

  it('the old page is given out while the new one is computed', () => {
    const scenario = visits([0, 1150, 1160, 1300], { at: 'balancer', staleWhileRevalidateMs: 500 });
    const { answers } = record(scenario, 3000);
    expect(answers.map((a) => `${a.bornMs} ${a.atMs} ${a.kind} ${a.reason}`)).toEqual([
      '0 100 visit served',
      '1150 1150 visit stale',
      '1160 1160 visit stale',
      '1150 1250 refresh served',
      '1300 1300 visit cached',
    ]);
  });

  it('the old page stands in for a failure', () => {
    const kill: Intervention[] = [{ atMs: 500, do: 'kill-server', server: 0 }];
    const scenario = visits([0, 1150, 4000], { at: 'balancer', staleIfErrorMs: 1000 });
    expect(pages(scenario, 5000, kill)).toEqual([
      '0 100 A 200 served',
      '1150 1150 A 200 stale',
      '4000 4000 A 503 unreachable',
    ]);
  });

  it('when the one who was sent fails, the next of those who wait is sent', () => {
    const restart: Intervention[] = [{ atMs: 50, do: 'restart-server', server: 0, graceful: false }];
    const scenario = visits(
      [0, 10, 20],
      { at: 'balancer', coalesces: true },
      { servers: { restartMs: 0, workers: 9 } },
    );
    expect(pages(scenario, 3000, restart)).toEqual([
      '0 50 A 502 serverDied',
      '10 150 A 200 served',
      '20 150 - 200 cached',
    ]);
  });

  it('thousands who wait for a page that cannot be had fail one after the other, without calls inside calls', () => {
    const kill: Intervention[] = [{ atMs: 90, do: 'kill-server', server: 0 }];
    const times = [0, ...Array.from({ length: 20_000 }, () => 50)];
    const scenario = visits(times, { at: 'balancer', coalesces: true });
    const { simulation } = record(scenario, 200, kill);
    expect(simulation.world.totals).toMatchObject({ failed: 20_001, pageFetches: 20_001 });
    expect(simulation.world.nowMs).toBe(200);
  });

  it('serves a CDN like anybody else', () => {
    const cdn = { ...tiny.cdn, on: true, keeps: 'public-pages' as const, ttlMs: 100 };
    const scenario = visits([0, 150, 500], { at: 'balancer' }, { cdn });
    expect(pages(scenario, 3000)).toEqual([
      '0 100 A 200 served',
      '150 150 - 200 cached', // by the node, until 200
      '500 500 - 200 cached', // by the balancer, for the node
    ]);
    expect(totals(scenario, 3000)).toMatchObject({
      edgeHits: 1,
      edgeFetches: 2,
      pageHits: 1,
      pageFetches: 1,
    });
  });
});

describe('in the servers', () => {
  it('each server computes the page for itself, and then takes it from its memory', () => {
    const scenario = visits([0, 1, 150, 151, 152], { at: 'servers' }, { servers: { count: 2, workers: 9 } });
    expect(pages(scenario, 3000)).toEqual([
      '0 100 A 200 served',
      '1 101 B 200 served',
      '150 151 A 200 cached',
      '151 152 B 200 cached',
      '152 153 A 200 cached',
    ]);
    expect(totals(scenario, 3000)).toMatchObject({ pageHits: 3, pageMisses: 2, pageFetches: 2 });
  });

  it('workers who find no page all compute it, or wait for the first', () => {
    const stampede = visits([0, 10, 20], { at: 'servers' });
    expect(pages(stampede, 3000).map((line) => line.split(' ')[1])).toEqual(['100', '110', '120']);
    const once = visits([0, 10, 20], { at: 'servers', coalesces: true });
    expect(pages(once, 3000)).toEqual(['0 100 A 200 served', '10 100 A 200 cached', '20 100 A 200 cached']);
    // Those who wait occupy their workers.
    const { simulation } = record(once, 50);
    expect(simulation.world.servers.busy[0]).toBe(3);
  });

  it('who waits computes it after all when that takes too long, and stops when the balancer does', () => {
    const scenario = visits([0, 10], { at: 'servers', coalesces: true, longestWaitMs: 30 });
    expect(pages(scenario, 3000)[1]).toBe('10 140 A 200 served');
    const impatient = { ...visits([0, 10], { at: 'servers', coalesces: true }) };
    impatient.balancer = { ...impatient.balancer, answerTimeoutMs: 60 };
    expect(pages(impatient, 3000)).toEqual(['0 60 A 504 tooSlow', '10 70 A 504 tooSlow']);
  });

  it('the next worker who waits computes it when the first was stopped', () => {
    const scenario = visits([0, 10, 20], { at: 'servers', coalesces: true });
    scenario.balancer = { ...scenario.balancer, answerTimeoutMs: 95 };
    // The first is stopped at 95. The second would need until 195 and is stopped at 105, the third at 115.
    expect(pages(scenario, 3000)).toEqual([
      '0 95 A 504 tooSlow',
      '10 105 A 504 tooSlow',
      '20 115 A 504 tooSlow',
    ]);
    expect(totals(scenario, 3000)).toMatchObject({ pageFetches: 3 });
  });

  it('the old page is given out while one worker computes the new one', () => {
    const scenario = visits([0, 1150, 1160, 1300], { at: 'servers', staleWhileRevalidateMs: 500 });
    expect(pages(scenario, 3000)).toEqual([
      '0 100 A 200 served',
      '1160 1161 A 200 stale',
      '1150 1250 A 200 served',
      '1300 1301 A 200 cached',
    ]);
  });

  it('a restart forgets the page, and a waiting worker dies with its server', () => {
    const restart: Intervention[] = [{ atMs: 200, do: 'restart-server', server: 0, graceful: false }];
    const fast = { servers: { restartMs: 0, workers: 9 } };
    expect(pages(visits([0, 150, 300], { at: 'servers' }, fast), 3000, restart)).toEqual([
      '0 100 A 200 served',
      '150 151 A 200 cached',
      '300 400 A 200 served',
    ]);
    const kill: Intervention[] = [{ atMs: 50, do: 'restart-server', server: 0, graceful: false }];
    const waiting = visits([0, 10, 60], { at: 'servers', coalesces: true }, fast);
    expect(pages(waiting, 3000, kill)).toEqual([
      '0 50 A 502 serverDied',
      '10 50 A 502 serverDied',
      '60 160 A 200 served',
    ]);
  });

  it('pages of the logged-in are computed for each', () => {
    const scenario = tinyScenario({ pageCache: { ...tiny.pageCache, at: 'servers' } });
    const { answers } = record(scenario, 5000);
    expect(answers.map((a) => a.reason)).toEqual(['loggedIn', 'served', 'served', 'served']);
  });
});

it('hits of one cache before three servers and of one in each of them follow from the rates that they see', () => {
  const hits = (at: PageCache['at']) => {
    const scenario = visits([], { at, ttlMs: 1000 }, { servers: { count: 3, workers: 99 } });
    scenario.visitors = { ...tiny.visitors, perSecond: 9 };
    scenario.service = { ...scenario.service, page: ms(0) };
    const { pageHits, pageMisses } = totals(scenario, 600_000);
    return pageHits / (pageHits + pageMisses);
  };
  // 9 a second for a second: 9 / 10. Three caches with 3 a second each, in turn: an arrival at a server is every third
  // one, and an interval of 1 s has n of those after a miss with n = floor(Poisson(9) / 3), which has the mean 2.667.
  expect(hits('balancer')).toBeCloseTo(0.9, 2);
  expect(hits('servers')).toBeCloseTo(2.667 / 3.667, 2);
});
