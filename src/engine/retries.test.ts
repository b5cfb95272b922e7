/**
 * Further attempts as real balancers make them. One person asks at 1000 ms; pages and logins take 10 ms, there are no
 * travel times, and health checks are too rare to matter.
 */
import { describe, expect, it } from 'vitest';
import type { Intervention } from './intervention.ts';
import type { Scenario } from './scenario.ts';
import { chain, lines, record } from './testing/record.ts';
import { tinyScenario } from './testing/scenarios.ts';

const BLIND = { intervalMs: 1e9, timeoutMs: 1000, fall: 1, rise: 1 };
const ms = (meanMs: number) => ({ kind: 'constant', meanMs }) as const;

function servers(count: number, balancer: Partial<Scenario['balancer']>): Scenario {
  return tinyScenario({ servers: { count }, balancer: { health: BLIND, ...balancer } });
}

const at = (atMs: number, what: 'kill-server' | 'hang-server', ...which: number[]): Intervention[] =>
  which.map((server) => ({ atMs, do: what, server }));

describe('the same server again', () => {
  const same = (balancer: Partial<Scenario['balancer']> = {}) =>
    servers(2, { retryTo: 'same', retries: 3, ...balancer });

  it('is asked four times, a second apart, and then given up', () => {
    const { answers, causes } = record(same(), 5000, at(500, 'kill-server', 0));
    // Refused at 1000, 2000, 3000 and 4000.
    expect(lines(answers)).toEqual(['4000 A login 503 unreachable']);
    expect(chain(causes[0])).toEqual([
      'answered 503 unreachable 4000',
      'tried A refused ×4',
      'server-state A down 500 by 0',
    ]);
  });

  it('answers when it is back in time', () => {
    const scenario = same();
    scenario.servers.restartMs = 900;
    const { answers } = record(scenario, 3500, [
      ...at(500, 'kill-server', 0),
      { atMs: 1500, do: 'restart-server', server: 0, graceful: false },
    ]);
    // Listens again at 2400: the attempt at 3000 is served.
    expect(lines(answers)).toEqual(['3010 A login 200 loggedIn']);
  });

  it('is asked again at once when nobody answered: the balancer has waited already', () => {
    const { answers } = record(same({ connectTimeoutMs: 5000 }), 30_000, at(500, 'hang-server', 0));
    // Four times five seconds.
    expect(lines(answers).slice(0, 1)).toEqual(['21000 A login 503 unreachable']);
  });

  it('is paused for no longer than the connect timeout', () => {
    const { answers } = record(same({ connectTimeoutMs: 200 }), 5000, at(500, 'kill-server', 0));
    expect(lines(answers).slice(0, 1)).toEqual(['1600 A login 503 unreachable']);
  });

  it('counts as in flight there meanwhile', () => {
    const { simulation } = record(same(), 1500, at(500, 'kill-server', 0));
    expect(simulation.world.servers.inFlight[0]).toBe(1);
    simulation.runUntil(4000);
    expect(simulation.world.servers.inFlight[0]).toBe(0);
  });

  it('is left when it is taken from the list', () => {
    const { answers } = record(same(), 5000, [
      ...at(500, 'kill-server', 0),
      { atMs: 1500, do: 'remove-server', server: 0 },
    ]);
    expect(lines(answers).slice(0, 1)).toEqual(['2010 B login 200 loggedIn']);
  });
});

describe('redispatch', () => {
  const redispatch = (count: number, balancer: Partial<Scenario['balancer']> = {}) =>
    servers(count, { retryTo: 'redispatch', retries: 3, ...balancer });

  it('sends whoever is bound to nobody elsewhere at once', () => {
    const { answers } = record(redispatch(2), 1500, at(500, 'kill-server', 0));
    expect(lines(answers)).toEqual(['1010 B login 200 loggedIn']);
  });

  it('lets those who are bound wait for their server until the last attempt', () => {
    const scenario = redispatch(2);
    scenario.sessions.strategy = 'sticky';
    const { answers } = record(scenario, 4500, at(1500, 'kill-server', 0));
    // Logged in on A. Refused at 2010, 3010 and 4010; the third retry goes to B, two seconds after the first attempt.
    expect(lines(answers)).toEqual(['1010 A login 200 loggedIn', '4011 B page 401 noRecord']);
    expect(chain(answers[1].causes).slice(0, 3)).toEqual([
      'answered 401 noRecord 4011',
      'tried A refused ×3',
      'server-state A down 1500 by 0',
    ]);
  });

  it('does not wait for a bound server that the health checks have taken out meanwhile', () => {
    const scenario = redispatch(2, { health: { intervalMs: 1000, timeoutMs: 100, fall: 1, rise: 1 } });
    scenario.sessions.strategy = 'sticky';
    const { answers } = record(scenario, 4500, at(2005, 'kill-server', 0));
    // Out within a second of the kill, so the first pause is the last.
    expect(lines(answers).slice(0, 2)).toEqual(['1010 A login 200 loggedIn', '3011 B page 401 noRecord']);
  });

  it('avoids only the server that failed last', () => {
    // A and B are dead: A, B, A, B.
    const { causes } = record(redispatch(3, { policy: 'round-robin' }), 1500, [
      ...at(500, 'kill-server', 0, 1, 2),
    ]);
    expect(chain(causes[0]).filter((link) => link.startsWith('tried'))).toEqual([
      'tried A refused',
      'tried B refused',
      'tried C refused',
      'tried A refused',
    ]);
  });

  it('keeps a hash that named the server until the last attempt', () => {
    const scenario = redispatch(2, { policy: 'ip-hash' });
    const { server } = record(scenario, 1500).answers[0];
    const other = server === 'A' ? 'B' : 'A';
    const { answers } = record(scenario, 3500, at(500, 'kill-server', server === 'A' ? 0 : 1));
    expect(lines(answers)).toEqual([`3010 ${other} login 200 loggedIn`]);
  });

  it('stays with the only server there is, a second apart', () => {
    const { answers } = record(redispatch(1), 5000, at(500, 'kill-server', 0));
    expect(lines(answers)).toEqual(['4000 A login 503 unreachable']);
  });
});

describe('what the balancer answers when no attempt succeeded', () => {
  const status = { refused: 502, unanswered: 504, noServer: 503, queueTimeout: 503 };

  it('follows from how the last one failed', () => {
    const refused = record(servers(1, { retries: 0, status }), 1500, at(500, 'kill-server', 0));
    expect(lines(refused.answers)).toEqual(['1000 A login 502 unreachable']);
    const silent = record(servers(1, { retries: 0, status }), 7000, at(500, 'hang-server', 0));
    expect(lines(silent.answers)).toEqual(['6000 A login 504 unreachable']);
    const both = [...at(500, 'hang-server', 0), ...at(500, 'kill-server', 1)];
    expect(lines(record(servers(2, { status, retries: 1 }), 7000, both).answers)).toEqual([
      '6000 B login 502 unreachable',
    ]);
  });

  it('is another thing when there is no server to try, or none that was not tried', () => {
    const nobody = { ...status, noServer: 504 };
    expect(lines(record(servers(0, { status: nobody }), 1500).answers)).toEqual([
      '1000 - login 504 noServer',
    ]);
    const tried = record(servers(1, { retries: 3, status: nobody }), 1500, at(500, 'kill-server', 0));
    expect(lines(tried.answers)).toEqual(['1000 A login 504 unreachable']);
    // As many attempts as servers, as in nginx: then the last one decides.
    const each = record(servers(1, { retries: null, status: nobody }), 1500, at(500, 'kill-server', 0));
    expect(lines(each.answers)).toEqual(['1000 A login 502 unreachable']);
  });
});

describe('a request that a server had when it died', () => {
  /** Logs in on A at 1000, asks for a page at 2010 (worked on until 2110); A dies in the middle. */
  function death(replay: 'none' | 'idempotent', cartShare = 0) {
    const scenario = servers(2, { replay, policy: 'weighted-round-robin' });
    scenario.sessions.strategy = 'shared';
    scenario.store.latency = ms(0);
    scenario.people.cartShare = cartShare;
    scenario.service.page = ms(100);
    return record(scenario, 2400, [
      { atMs: 1500, do: 'drain-server', server: 1 },
      { atMs: 2050, do: 'resume-server', server: 1 },
      { atMs: 2060, do: 'kill-server', server: 0 },
    ]);
  }

  it('is lost when the balancer sends nothing twice', () => {
    expect(lines(death('none').answers).slice(1)).toEqual(['2060 A page 502 serverDied']);
  });

  it('goes to the next server when it is a page', () => {
    const { answers } = death('idempotent');
    expect(lines(answers).slice(1)).toEqual(['2160 B page 200 served']);
    expect(chain(answers[1].causes).slice(1, 4)).toEqual([
      'tried A died',
      'server-state A down 2060 by 2',
      'routed B policy weighted-round-robin',
    ]);
  });

  it('is lost when it may not be done twice', () => {
    expect(lines(death('idempotent', 1).answers).slice(1)).toEqual(['2060 A cart 502 serverDied']);
  });

  it('is lost when there is no attempt left', () => {
    const scenario = servers(2, { replay: 'idempotent', retries: 0 });
    scenario.people.count = 0;
    scenario.visitors.perSecond = 1;
    scenario.service.page = ms(10_000);
    const { answers } = record(scenario, 4000, at(4000, 'kill-server', 0, 1));
    expect(answers.length).toBeGreaterThan(1);
    expect(new Set(answers.map((a) => a.reason))).toEqual(new Set(['serverDied']));
  });

  it('forgets what the dead server had found out', () => {
    // A refuses a page for 100 ms, because B has the record; it dies in the middle, and B serves the page.
    const scenario = servers(2, { replay: 'idempotent' });
    scenario.service.refusalMs = 100;
    const { answers } = record(scenario, 3200, [
      { atMs: 500, do: 'drain-server', server: 0 },
      { atMs: 1500, do: 'resume-server', server: 0 },
      { atMs: 2050, do: 'kill-server', server: 0 },
    ]);
    expect(lines(answers).slice(0, 2)).toEqual(['1010 B login 200 loggedIn', '2060 B page 200 served']);
  });
});

describe('a page that takes too long', () => {
  it('goes to the next server where pages may be sent twice, and all of them wait in vain', () => {
    const scenario = servers(2, { replay: 'idempotent', answerTimeoutMs: 3000, retries: null });
    scenario.people.count = 0;
    scenario.visitors.perSecond = 0.5;
    scenario.service.page = ms(1e6);
    const { answers } = record(scenario, 30_000);
    expect(answers[0].atMs - answers[0].bornMs).toBeCloseTo(6000);
    expect(chain(answers[0].causes).slice(0, 2)).toEqual([
      `answered 504 tooSlow ${answers[0].atMs}`,
      'tried A tooSlow',
    ]);
  });

  it('ends in 504 with the last attempt', () => {
    const scenario = servers(3, { replay: 'idempotent', answerTimeoutMs: 3000, retries: 1 });
    scenario.people.count = 0;
    scenario.visitors.perSecond = 0.5;
    scenario.service.page = ms(1e6);
    const [first] = record(scenario, 30_000).answers;
    expect(first).toMatchObject({ server: 'B', status: 504, reason: 'tooSlow' });
    expect(first.atMs - first.bornMs).toBeCloseTo(6000);
  });
});

describe('the queue timeout', () => {
  it('ends the wait in a queue, and not the work', () => {
    // Three logins of 10 s at 1000: one is worked on, two wait until 3000.
    const scenario = servers(1, { queueTimeoutMs: 2000 });
    scenario.people.count = 3;
    scenario.service.login = ms(10_000);
    const { answers, causes } = record(scenario, 11_000);
    expect(lines(answers)).toContain('11000 A login 200 loggedIn');
    expect(lines(answers).slice(0, 2)).toEqual([
      '3000 A login 503 queuedTooLong',
      '3000 A login 503 queuedTooLong',
    ]);
    expect(chain(causes[0])).toEqual([
      'answered 503 queuedTooLong 3000',
      'routed A policy round-robin',
      'server-busy A 1 1 1',
    ]);
  });

  it('does nothing when the answer timeout is over sooner', () => {
    const scenario = servers(1, { queueTimeoutMs: 2000, answerTimeoutMs: 1500 });
    scenario.people.count = 2;
    scenario.service.login = ms(10_000);
    expect(new Set(record(scenario, 2600).answers.map((a) => a.reason))).toEqual(new Set(['tooSlow']));
  });

  it('holds for those who wait already when it is set', () => {
    const scenario = servers(1, {});
    scenario.people.count = 2;
    scenario.service.login = ms(10_000);
    const { answers, causes } = record(scenario, 6000, [
      { atMs: 3000, do: 'set', setting: 'balancer.queueTimeoutMs', value: 2500 },
    ]);
    expect(lines(answers)).toEqual(['3500 A login 503 queuedTooLong']);
    expect(chain(causes[0]).at(-1)).toBe('setting-changed balancer.queueTimeoutMs 2500 3000 by 0');
  });
});
