/**
 * Why an answer is what it is, link by link, down to what the visitor did. `by 0` names the first
 * intervention. One person asks at 1000 ms, then every 1010 ms, unless a test says otherwise.
 */
import { describe, expect, it } from 'vitest';
import type { Intervention } from './intervention.ts';
import type { Scenario } from './scenario.ts';
import { chain, record } from './testing/record.ts';
import { tinyScenario } from './testing/scenarios.ts';

const ms = (meanMs: number) => ({ kind: 'constant', meanMs }) as const;
const BLIND = { intervalMs: 1e9, timeoutMs: 1000, fall: 1, rise: 1 };

/** The chain behind the first answer that is not a success, or the nth. */
function why(scenario: Scenario, interventions: Intervention[] = [], nth = 0, untilMs = 30_000): string[] {
  return chain(record(scenario, untilMs, interventions).causes[nth] ?? []);
}

function blind(parts: Parameters<typeof tinyScenario>[0] = {}): Scenario {
  return tinyScenario({ ...parts, balancer: { health: BLIND, ...parts.balancer } });
}

describe('401, a record that is somewhere else', () => {
  it('because the next server knows nothing of it', () => {
    expect(why(blind({ servers: { count: 2 } }))).toEqual([
      'answered 401 noRecord 2011',
      'routed B policy round-robin',
      'cookie-valid 1',
      'looked-in B false',
      'record-made A 1010',
      'record-elsewhere A',
    ]);
  });

  it('because a second server was added: on the new one and on the old one', () => {
    const added: Intervention[] = [{ atMs: 1500, do: 'add-server' }];
    expect(why(blind(), added).slice(-2)).toEqual(['record-elsewhere A', 'server-added B 1500 by 0']);
    // Several people, who come in no order: the old server refuses those who logged in on the new one.
    const people = { count: 4, think: { kind: 'exponential', meanMs: 1000 } } as const;
    const both = record(blind({ people }), 9000, added);
    const onA = both.answers.filter((a) => a.status === 401 && a.server === 'A').map((a) => chain(a.causes));
    expect(onA.length).toBeGreaterThan(0);
    for (const links of onA) {
      expect(links.slice(-2)).toEqual(['record-elsewhere B', 'server-added B 1500 by 0']);
    }
  });

  it('because stickiness was switched off', () => {
    const scenario = blind({ servers: { count: 2 }, sessions: { strategy: 'sticky' } });
    expect(why(scenario, [{ atMs: 1500, do: 'set-strategy', strategy: 'memory' }])).toEqual([
      'answered 401 noRecord 2011',
      'routed B policy round-robin',
      'cookie-valid 1',
      'looked-in B false',
      'record-made A 1010',
      'record-elsewhere A',
      'strategy-changed memory 1500 by 0',
    ]);
  });

  it('because it is in the store, and servers look into their memory since the strategy changed', () => {
    const scenario = blind({
      sessions: { strategy: 'shared' },
      store: { latency: { kind: 'constant', meanMs: 0 } },
    });
    expect(why(scenario, [{ atMs: 1500, do: 'set-strategy', strategy: 'sticky' }]).slice(-4)).toEqual([
      'looked-in A false',
      'record-made -2 1010',
      'record-elsewhere -2',
      'strategy-changed sticky 1500 by 0',
    ]);
  });

  it('names the place where the server did look, even if the strategy has changed by then', () => {
    const scenario = blind({ servers: { count: 2 }, service: { refusalMs: 100 } });
    // B looks into its memory at 2010; the sessions move to the store at 2050; the refusal leaves at 2110.
    const links = why(scenario, [{ atMs: 2050, do: 'set-strategy', strategy: 'shared' }]);
    expect(links[3]).toBe('looked-in B false');
  });

  it('because the bound server is silent', () => {
    const scenario = blind({ servers: { count: 2 }, sessions: { strategy: 'sticky' } });
    expect(why(scenario, [{ atMs: 1500, do: 'hang-server', server: 0 }])).toEqual([
      'answered 401 noRecord 7011',
      'tried A unanswered',
      'server-state A hung 1500 by 0',
      'routed B policy round-robin',
      'cookie-valid 1',
      'looked-in B false',
      'record-made A 1010',
      'record-elsewhere A',
    ]);
  });
});

describe('401, a record that is gone', () => {
  const sticky = (parts: Parameters<typeof tinyScenario>[0] = {}) =>
    blind({ servers: { count: 2 }, sessions: { strategy: 'sticky' }, ...parts });

  it('because its server was killed, before the balancer noticed', () => {
    expect(why(sticky(), [{ atMs: 1500, do: 'kill-server', server: 0 }])).toEqual([
      'answered 401 noRecord 2011',
      'tried A refused',
      'server-state A down 1500 by 0',
      'routed B policy round-robin',
      'cookie-valid 1',
      'looked-in B false',
      'record-made A 1010',
      'record-gone A serverKilled 1500 by 0',
    ]);
  });

  it('because its server was killed, after the balancer noticed', () => {
    const scenario = sticky({
      people: { think: ms(20_000) },
      balancer: { health: { intervalMs: 100, timeoutMs: 100, fall: 1, rise: 1 } },
    });
    expect(why(scenario, [{ atMs: 21_000, do: 'kill-server', server: 0 }], 0, 50_000)).toEqual([
      'answered 401 noRecord 40011',
      'routed B policy round-robin',
      'bound-server-out A',
      'server-state A down 21000 by 0',
      'cookie-valid 1',
      'looked-in B false',
      'record-made A 20010',
      'record-gone A serverKilled 21000 by 0',
    ]);
  });

  it('because its server was killed; it is back, but not let in yet', () => {
    const scenario = sticky({
      people: { think: ms(3000) },
      servers: { count: 2, restartMs: 100 },
      balancer: { health: { intervalMs: 1000, timeoutMs: 100, fall: 1, rise: 100 } },
    });
    const links = why(scenario, [
      { atMs: 3100, do: 'kill-server', server: 0 },
      { atMs: 5000, do: 'restart-server', server: 0, graceful: false },
    ]);
    expect(links.slice(2, 4)).toEqual(['bound-server-out A', 'awaiting-checks A 5100 by 1']);
    expect(links.at(-1)).toBe('record-gone A serverKilled 3100 by 0');
  });

  it('because its server was restarted', () => {
    const scenario = blind({ servers: { restartMs: 100 } });
    const links = why(scenario, [{ atMs: 1500, do: 'restart-server', server: 0, graceful: true }]);
    expect(links.slice(-3)).toEqual([
      'looked-in A false',
      'record-made A 1010',
      'record-gone A serverRestarted 1500 by 0',
    ]);
  });

  it('because its server was removed', () => {
    const links = why(sticky(), [{ atMs: 1500, do: 'remove-server', server: 0 }]);
    expect(links).toContain('bound-server-out A');
    expect(links).toContain('server-state A removed 1500 by 0');
    expect(links.at(-1)).toBe('record-gone A serverRemoved 1500 by 0');
  });

  it('because the store died, though the session was made in memory', () => {
    const scenario = blind({ store: { latency: { kind: 'constant', meanMs: 0 } } });
    expect(
      why(scenario, [
        { atMs: 1500, do: 'set-strategy', strategy: 'shared' },
        { atMs: 1600, do: 'kill-store' },
        { atMs: 1700, do: 'restart-store' },
      ]),
    ).toEqual([
      'answered 401 noRecord 2011',
      'routed A policy round-robin',
      'cookie-valid 1',
      'looked-in -2 false',
      'record-made A 1010',
      'record-gone -2 storeKilled 1600 by 1',
    ]);
  });

  it('because it was not used for too long: the visitor has no part in it', () => {
    const scenario = blind({ sessions: { strategy: 'memory', idleMs: 600 } });
    expect(why(scenario)).toEqual([
      'answered 401 expired 2011',
      'routed A policy round-robin',
      'cookie-valid 1',
      'looked-in A false',
      'record-made A 1010',
      'record-gone A expired 1610 by nobody', // made at 1010 and unused for 600 ms
    ]);
  });
});

describe('502', () => {
  it('because the server was killed with the request in its hands', () => {
    expect(why(blind(), [{ atMs: 1005, do: 'kill-server', server: 0 }])).toEqual([
      'answered 502 serverDied 1005',
      'routed A policy round-robin',
      'server-state A down 1005 by 0',
    ]);
  });

  it('because a drain took too long', () => {
    const scenario = blind({ service: { login: ms(9000) }, balancer: { drainMs: 2000 } });
    expect(
      why(scenario, [{ atMs: 1005, do: 'restart-server', server: 0, graceful: true }]).slice(-1),
    ).toEqual(['server-state A starting 3005 by 0']);
    expect(why(scenario, [{ atMs: 1005, do: 'remove-server', server: 0 }]).slice(-1)).toEqual([
      'server-state A removed 3005 by 0',
    ]);
  });

  it('even while it was writing a refusal', () => {
    const scenario = blind({ servers: { count: 2 }, service: { refusalMs: 100 } });
    expect(why(scenario, [{ atMs: 2050, do: 'kill-server', server: 1 }])[0]).toBe(
      'answered 502 serverDied 2050',
    );
  });
});

describe('503', () => {
  it('because every server refuses: all four attempts are named', () => {
    const kills = [0, 1, 2, 3].map((server): Intervention => ({ atMs: 100, do: 'kill-server', server }));
    expect(why(blind({ servers: { count: 6 } }), kills)).toEqual([
      'answered 503 unreachable 1000',
      'tried A refused',
      'server-state A down 100 by 0',
      'tried B refused',
      'server-state B down 100 by 1',
      'tried C refused',
      'server-state C down 100 by 2',
      'tried D refused',
      'server-state D down 100 by 3',
    ]);
  });

  it('because one is silent, one refuses, and the third was taken out by hand', () => {
    const links = why(blind({ servers: { count: 3 } }), [
      { atMs: 100, do: 'hang-server', server: 0 },
      { atMs: 200, do: 'kill-server', server: 1 },
      { atMs: 300, do: 'drain-server', server: 2 },
    ]);
    expect(links).toEqual([
      'answered 503 unreachable 6000',
      'tried A unanswered',
      'server-state A hung 100 by 0',
      'tried B refused',
      'server-state B down 200 by 1',
      'server-state C draining 300 by 2',
    ]);
  });

  it('because the server was starting then, though it is up by now', () => {
    const scenario = blind({ servers: { count: 2, restartMs: 3000 } });
    const links = why(scenario, [
      { atMs: 100, do: 'hang-server', server: 1 },
      { atMs: 200, do: 'restart-server', server: 0, graceful: false },
    ]);
    // A refuses at 1000; B keeps the request waiting until 6000; A was up at 3200.
    expect(links).toEqual([
      'answered 503 unreachable 6000',
      'tried A refused',
      'server-state A up 3200 by 1',
      'tried B unanswered',
      'server-state B hung 100 by 0',
    ]);
  });

  it('because no server is in rotation', () => {
    const scenario = tinyScenario({ people: { think: ms(9000) }, servers: { count: 2 } });
    const links = why(scenario, [
      { atMs: 100, do: 'kill-server', server: 0 },
      { atMs: 200, do: 'kill-server', server: 1 },
    ]);
    // The last one to go first.
    expect(links).toEqual([
      'answered 503 noServer 9000',
      'server-state B down 200 by 1',
      'server-state A down 100 by 0',
    ]);
  });

  it('because there never was a server', () => {
    expect(why(blind({ servers: { count: 0 } }))).toEqual(['answered 503 noServer 1000']);
  });

  it('because the queue is full since there is more traffic, and one server less', () => {
    const scenario = blind({ people: { count: 0 }, servers: { count: 2, queueLimit: 0 } });
    const links = (action: 'drain-server' | 'hang-server') =>
      why(
        scenario,
        [
          { atMs: 500, do: action, server: 1 },
          { atMs: 1500, do: 'set-visitors', perSecond: 1000 },
          { atMs: 1501, do: 'set-visitors', perSecond: 900 }, // less is no cause
        ],
        0,
        1600,
      );
    expect(links('drain-server')[0]).toMatch(/^answered 503 queueFull/);
    expect(links('drain-server').slice(-3)).toEqual([
      'server-busy A 1 1 0',
      'server-state B draining 500 by 0',
      'traffic-changed 1500 by 1',
    ]);
    // Named too when the balancer does not know it yet.
    expect(links('hang-server').slice(-2)).toEqual([
      'server-state B hung 500 by 0',
      'traffic-changed 1500 by 1',
    ]);
  });
});

describe('500 and 504', () => {
  it('500 because the store is down', () => {
    const scenario = blind({
      sessions: { strategy: 'shared' },
      store: { latency: { kind: 'constant', meanMs: 0 } },
    });
    expect(why(scenario, [{ atMs: 1500, do: 'kill-store' }])).toEqual([
      'answered 500 storeDown 7010',
      'routed A policy round-robin',
      'store-down -2 1500 by 0',
    ]);
  });

  it('504 because the server fell silent', () => {
    const scenario = blind({ balancer: { answerTimeoutMs: 2000 } });
    expect(why(scenario, [{ atMs: 1005, do: 'hang-server', server: 0 }])).toEqual([
      'answered 504 tooSlow 3000',
      'routed A policy round-robin',
      'server-state A hung 1005 by 0',
    ]);
  });

  it('504 because people come faster than they are served', () => {
    const scenario = blind({
      people: { count: 3, think: ms(1000) },
      service: { page: ms(600), login: ms(600) },
      balancer: { answerTimeoutMs: 1000 },
    });
    expect(why(scenario, [{ atMs: 900, do: 'set-think-time', meanMs: 200 }])).toEqual([
      'answered 504 tooSlow 2000',
      'routed A policy round-robin',
      'server-busy A 1 1 1', // the second is still counted as busy, the third waits
      'traffic-changed 900 by 0',
    ]);
  });

  it('504 because the store is down and the balancer is less patient than the server', () => {
    const scenario = blind({
      sessions: { strategy: 'shared' },
      store: { latency: { kind: 'constant', meanMs: 0 } },
      balancer: { answerTimeoutMs: 2000 },
    });
    expect(why(scenario, [{ atMs: 1500, do: 'kill-store' }])).toEqual([
      'answered 504 tooSlow 4010',
      'routed A policy round-robin',
      'server-busy A 1 1 0',
      'store-down -2 1500 by 0',
    ]);
  });
});

describe('200', () => {
  it('because the person came to the server that knows the session', () => {
    const { answers } = record(blind({ servers: { count: 2 }, sessions: { strategy: 'sticky' } }), 2500);
    expect(chain(answers[1].causes)).toEqual([
      'answered 200 served 2020',
      'routed A affinity round-robin',
      'cookie-valid 1',
      'looked-in A true',
      'record-made A 1010',
    ]);
  });

  it('after a retry, which only the chain tells of', () => {
    const { answers } = record(blind({ servers: { count: 2 } }), 1500, [
      { atMs: 100, do: 'kill-server', server: 0 },
    ]);
    expect(chain(answers[0].causes)).toEqual([
      'answered 200 loggedIn 1010',
      'tried A refused',
      'server-state A down 100 by 0',
      'routed B policy round-robin',
    ]);
  });
});
