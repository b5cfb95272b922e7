/**
 * The CDN, in worlds in which pages take no time and a file 2 ms. An edge node is 10 ms away from those who ask and
 * 30 ms from the balancer, so that a file is there after 20 ms, or 82 when it has to be fetched.
 */
import { describe, expect, it } from 'vitest';
import type { Intervention } from '../intervention.ts';
import type { Cdn, Scenario } from '../scenario.ts';
import { createSimulation } from '../simulation.ts';
import { chain, lines, record } from '../testing/record.ts';
import { tinyScenario } from '../testing/scenarios.ts';

const tiny = tinyScenario();
const ms = (meanMs: number) => ({ kind: 'constant', meanMs }) as const;
const blind = { ...tiny.balancer, retries: 0, health: { intervalMs: 1e9, timeoutMs: 1, fall: 1, rise: 1 } };

/** Passing visitors at these times, whose page needs one file. */
function visits(
  times: number[],
  cdn: Partial<Cdn> = {},
  parts: Parameters<typeof tinyScenario>[0] = {},
): Scenario {
  return tinyScenario({
    people: { count: 0 },
    visitors: { ...tiny.visitors, shape: 'arrivals', arrivals: times.map((atMs) => ({ atMs })) },
    files: { perPage: 1, count: 1, zipf: 0 },
    cdn: { ...tiny.cdn, on: true, ttlMs: 1000, ...cdn },
    service: { ...tiny.service, page: ms(0), file: ms(2) },
    hops: { ...tiny.hops, edgeMs: 10, originMs: 30 },
    servers: { workers: 100 },
    balancer: blind,
    ...parts,
  });
}

/** When each file set out, when it arrived, and how its answer came about. */
const files = (scenario: Scenario, untilMs: number, interventions: Intervention[] = []) =>
  record(scenario, untilMs, interventions)
    .answers.filter((a) => a.kind === 'file')
    .map((a) => `${a.bornMs} ${a.atMs} ${a.server} ${a.status} ${a.reason}`);

const totals = (scenario: Scenario, untilMs: number) => record(scenario, untilMs).simulation.world.totals;

describe('files', () => {
  it('are asked for when a page has arrived, as many as it needs, all at once', () => {
    const scenario = visits([100], { on: false }, { files: { perPage: 3, count: 5, zipf: 0 } });
    const { answers } = record({ ...scenario, hops: { ...scenario.hops, userMs: 40 } }, 1000);
    // The page there and back 80 ms; then files there, 2 ms of work, and back.
    expect(lines(answers)).toEqual([
      '180 A visit 200 served',
      '262 A file 200 served',
      '262 A file 200 served',
      '262 A file 200 served',
    ]);
  });

  it('are not asked for when there is no page, and nobody waits for them', () => {
    const scenario = tinyScenario({
      files: { perPage: 2, count: 3, zipf: 0 },
      service: { ...tiny.service, file: ms(5000) },
      servers: { count: 2, workers: 9 },
    });
    const { answers, simulation } = record(scenario, 9000);
    // Login A, page B refused, login A, …: never a page, never a file.
    expect(answers.some((a) => a.kind === 'file')).toBe(false);
    const one = record({ ...scenario, servers: { ...scenario.servers, count: 1 } }, 6000);
    expect(one.answers.map((a) => `${a.bornMs} ${a.kind}`)).toEqual([
      '1000 login',
      '2010 page',
      '3020 page',
      '4030 page',
      '5040 page',
    ]);
    expect(one.simulation.world.requests.used).toBe(2 * 4);
    expect(simulation.world.totals.refused).toBeGreaterThan(2);
  });

  it('come without cookies: no session is looked for, and no affinity is followed or set', () => {
    const scenario = tinyScenario({
      people: {
        script: [
          { atMs: 0, user: 0, ask: 'login' },
          { atMs: 100, user: 0, ask: 'page' },
        ],
      },
      files: { perPage: 3, count: 3, zipf: 0 },
      servers: { count: 3 },
      sessions: { ...tiny.sessions, strategy: 'sticky' },
    });
    const { answers, simulation } = record(scenario, 5000);
    // The login used up A's turn; the files go on from there, the page goes where the person is bound.
    expect(answers.map((a) => `${a.kind} ${a.server}`)).toEqual([
      'login A',
      'page A',
      'file B',
      'file C',
      'file A',
    ]);
    expect(simulation.world.users.bound[0]).toBe(0);
  });

  it('are other ones for every page, and the same under every policy and cache', () => {
    const asked = (cdn: Partial<Cdn>) => {
      const scenario = visits([0, 50, 90, 300], cdn, { files: { perPage: 4, count: 100, zipf: 0.5 } });
      const objects: string[] = [];
      const simulation = createSimulation({ scenario, seed: 3, interventions: [] });
      simulation.observe({
        finished({ requests }, r) {
          objects.push(`${requests.visitor[r]} ${requests.object[r]} ${requests.luck[r]}`);
        },
      });
      simulation.runUntil(1000);
      return objects.filter((o) => !o.includes(' -1 ')).sort();
    };
    expect(new Set(asked({ on: false })).size).toBe(16);
    expect(asked({ on: true })).toEqual(asked({ on: false }));
  });
});

describe('an edge node', () => {
  it('has a file fetched once, gives it out for its lifetime, and has it fetched again', () => {
    // Filled at 0 + 10 + 30 + 2 + 30 = 72: fresh for what arrives before 1072, so for what sets out before 1062.
    expect(files(visits([0, 100, 1061, 1062]), 3000)).toEqual([
      '0 82 A 200 served',
      '100 120 - 200 cached',
      '1061 1081 - 200 cached',
      '1062 1144 A 200 served',
    ]);
    expect(totals(visits([0, 100, 1061, 1062]), 3000)).toMatchObject({
      edgeHits: 2,
      edgeMisses: 2,
      edgeFetches: 2,
    });
  });

  it('says since when it had it', () => {
    const { answers } = record(visits([0, 100]), 3000);
    expect(chain(answers[3].causes)).toEqual(['answered 200 cached 110', 'kept edge 0 72']);
  });

  it('lets those who ask meanwhile wait for the one fetch, who all get it when it comes', () => {
    expect(files(visits([0, 5, 61.9, 62]), 3000)).toEqual([
      '0 82 A 200 served',
      '5 82 - 200 cached',
      '61.9 82 - 200 cached',
      '62 82 - 200 cached', // arrives at the node with the file itself
    ]);
    expect(totals(visits([0, 5, 61.9, 62]), 3000)).toMatchObject({ edgeMisses: 3, edgeFetches: 1 });
  });

  it('sends everybody on where requests are not coalesced, and counts the lifetime from the first answer', () => {
    const stampede = visits([0, 5, 50, 1061, 1062], { coalesces: false });
    expect(files(stampede, 3000)).toEqual([
      '0 82 A 200 served',
      '5 87 A 200 served',
      '50 132 A 200 served',
      '1061 1081 - 200 cached',
      '1062 1144 A 200 served', // the third one's answer, at 122, did not make it fresh until 1122
    ]);
    expect(totals(stampede, 3000)).toMatchObject({ edgeMisses: 4, edgeFetches: 4 });
  });

  it('sends on who has waited long enough', () => {
    // At the node at 15, sent on at 35, back there at 97.
    expect(files(visits([0, 5], { longestWaitMs: 20 }), 3000)).toEqual([
      '0 82 A 200 served',
      '5 107 A 200 served',
    ]);
  });

  it('keeps nothing that failed, and sends the next one who waits', () => {
    // Refused at the balancer at 40 and back at the node at 70; the next is sent and fails the same way.
    const dead: Intervention[] = [{ atMs: 30, do: 'kill-server', server: 0 }];
    expect(files(visits([0, 5, 6]), 3000, dead)).toEqual([
      '0 80 A 503 unreachable',
      '5 140 A 503 unreachable',
      '6 200 A 503 unreachable',
    ]);
    // While it is away somebody else's fetch succeeds: that fills the node, though another was the first to be sent.
    const back: Intervention[] = [...dead, { atMs: 50, do: 'restart-server', server: 0, graceful: false }];
    const restarted = visits([0, 20, 200], { coalesces: false }, { servers: { workers: 9, restartMs: 5 } });
    expect(files(restarted, 3000, back)).toEqual([
      '0 80 A 503 unreachable',
      '20 102 A 200 served',
      '200 220 - 200 cached',
    ]);
  });

  it('gives out the old while it fetches the new by itself', () => {
    const scenario = visits([0, 1100, 1120, 1165, 1600], { staleWhileRevalidateMs: 500 });
    const { answers, simulation } = record(scenario, 1900);
    expect(
      answers.filter((a) => a.kind !== 'visit').map((a) => `${a.bornMs} ${a.atMs} ${a.kind} ${a.reason}`),
    ).toEqual([
      '0 82 file served',
      '1100 1120 file stale',
      '1120 1140 file stale',
      '1110 1172 refresh served', // sent when the first old one was given out
      '1165 1185 file cached',
      '1600 1620 file cached',
    ]);
    expect(simulation.world.totals).toMatchObject({ edgeHits: 4, edgeMisses: 1, edgeFetches: 2 });
    // Too old to be given out: 1072 + 500.
    expect(files(visits([0, 1562], { staleWhileRevalidateMs: 500 }), 1900)[1]).toBe('1562 1644 A 200 served');
  });

  it('gives out the old when the new cannot be had, for as long as that is allowed', () => {
    // Pages without files. The first fills the node at 10 + 30 + 30 = 70: fresh until 1070, usable until 3070.
    const rules = { keeps: 'public-pages', staleIfErrorMs: 2000 } as const;
    const scenario = visits([0, 1100, 1105, 9000], rules, { files: { perPage: 0, count: 1, zipf: 0 } });
    const { answers, causes } = record(scenario, 9900, [{ atMs: 500, do: 'kill-server', server: 0 }]);
    expect(answers.map((a) => `${a.bornMs} ${a.atMs} ${a.status} ${a.reason}`)).toEqual([
      '0 80 200 served',
      '1100 1180 200 stale',
      '1105 1180 200 stale',
      '9000 9080 503 unreachable',
    ]);
    expect(chain(answers[1].causes)).toEqual([
      'answered 200 stale 1170',
      'tried A refused',
      'server-state A down 500 by 0',
      'kept edge 0 70',
    ]);
    // Nobody has seen the failures that it stood in for.
    expect(causes).toHaveLength(1);
  });

  it('is not the same for everybody: each has content of its own', () => {
    const people = (user: number, atMs: number) => ({ atMs, user, ask: 'page' as const });
    const scenario = visits(
      [],
      { nodes: 2 },
      {
        people: {
          count: 3,
          script: [0, 1, 2].flatMap((user) => [
            { atMs: 0, user, ask: 'login' as const },
            people(user, 100 + user),
          ]),
        },
      },
    );
    const { answers } = record(scenario, 3000);
    const how = answers.filter((a) => a.kind === 'file').map((a) => `${a.user} ${a.reason}`);
    // The first and the third person are near the same node.
    expect(how.sort()).toEqual(['0 served', '1 served', '2 cached']);
  });

  it('is emptied by a purge, and fetches anew', () => {
    const purge: Intervention[] = [{ atMs: 150, do: 'purge-cache' }];
    expect(files(visits([0, 100, 200]), 1000, purge)[2]).toBe('200 282 A 200 served');
    const { happenings } = record(tinyScenario(), 500, [{ atMs: 150, do: 'purge-cache' }]);
    expect(happenings).toContainEqual({ atMs: 150, what: 'intervention', index: 0, ignored: true });
  });

  it('can be switched on in the middle of a run', () => {
    const on: Intervention[] = [{ atMs: 50, do: 'set', setting: 'cdn.on', value: true }];
    expect(files(visits([0, 100, 300], { on: false }), 1000, on)).toEqual([
      '0 2 A 200 served',
      '100 182 A 200 served',
      '300 320 - 200 cached',
    ]);
  });

  it('takes load off the servers: they only see what it has to fetch', () => {
    const load = (on: boolean) => {
      const times = Array.from({ length: 100 }, (_, i) => i * 10);
      const { simulation } = record(visits(times, { on, ttlMs: 1e6 }), 2000);
      return simulation.world.servers.answered[0];
    };
    // A page and a file for each of the hundred; with the CDN one file is enough.
    expect(load(false)).toBe(200);
    expect(load(true)).toBe(101);
  });
});

describe('pages that are the same for everybody', () => {
  it('are kept as well when the CDN keeps public pages', () => {
    const scenario = visits(
      [0, 200],
      { keeps: 'public-pages' },
      { files: { perPage: 0, count: 1, zipf: 0 } },
    );
    expect(lines(record(scenario, 1000).answers)).toEqual([
      '80 A visit 200 served',
      '220 - visit 200 cached',
    ]);
  });

  it('of the logged-in pass it, and are not kept', () => {
    const scenario = visits(
      [],
      { keeps: 'public-pages' },
      {
        people: {
          script: [0, 500, 1000].map((atMs, i) => ({ atMs, user: 0, ask: i === 0 ? 'login' : 'page' })),
        },
      },
    );
    const { answers } = record({ ...scenario, files: { ...scenario.files, perPage: 0 } }, 3000);
    expect(lines(answers)).toEqual([
      '90 A login 200 loggedIn',
      '580 A page 200 served',
      '1080 A page 200 served',
    ]);
  });
});

describe('the session page kept by mistake', () => {
  const login = (user: number, atMs: number) => ({ atMs, user, ask: 'login' as const });
  const page = (user: number, atMs: number) => ({ atMs, user, ask: 'page' as const });
  const cart = (user: number, atMs: number) => ({ atMs, user, ask: 'cart' as const });
  const script = [
    login(0, 0),
    login(1, 0),
    cart(0, 200),
    page(0, 400),
    page(1, 600),
    page(0, 700),
    cart(1, 800),
  ];
  const mistake = (strategy: 'memory' | 'sticky' = 'memory', count = 1): Scenario =>
    tinyScenario({
      people: { count: 2, script },
      cdn: { ...tiny.cdn, on: true, keeps: 'all-pages' },
      hops: { ...tiny.hops, edgeMs: 10, originMs: 30 },
      servers: { count, workers: 9 },
      sessions: { ...tiny.sessions, strategy },
    });

  it('is shown to somebody else, with a 200', () => {
    const { answers, simulation } = record(mistake(), 650);
    const [seen] = answers.filter((a) => a.user === 1 && a.kind === 'page');
    expect(seen).toMatchObject({ atMs: 620, server: '-', status: 200, reason: 'othersPage', cart: 1 });
    expect(chain(seen.causes)).toEqual([
      'answered 200 othersPage 610',
      'kept edge 0 480',
      'page-of 0',
      'key-without-cookie',
    ]);
    expect(simulation.world.users.sees[1]).toBe(0);
    // What the person has in the cart is not what the page shows.
    expect(simulation.world.users.cart[1]).toBe(0);
    expect(simulation.world.totals).toMatchObject({ ok: 5, wrongPages: 1 });
  });

  it('is right by accident for the person it was made for, though it may be old', () => {
    const { answers } = record(mistake(), 3000);
    const own = answers.filter((a) => a.user === 0 && a.kind === 'page');
    expect(own.map((a) => a.reason)).toEqual(['served', 'cached']);
  });

  it('is over with the next answer that no cache had', () => {
    const { simulation } = record(mistake(), 3000);
    expect(simulation.world.users.sees[1]).toBe(-1);
    expect(simulation.world.users.cart[1]).toBe(1);
  });

  it('never happens when the CDN is told not to keep it, from that moment on', () => {
    const set: Intervention[] = [{ atMs: 500, do: 'set', setting: 'cdn.keeps', value: 'public-pages' }];
    const { simulation } = record(mistake(), 3000, set);
    expect(simulation.world.totals.wrongPages).toBe(0);
  });

  it('names who made the mistake', () => {
    const set: Intervention[] = [{ atMs: 300, do: 'set', setting: 'cdn.keeps', value: 'all-pages' }];
    const scenario = mistake();
    scenario.cdn.keeps = 'files';
    const { answers } = record(scenario, 3000, set);
    const [seen] = answers.filter((a) => a.reason === 'othersPage');
    expect(chain(seen.causes)).toContain('setting-changed cdn.keeps all-pages 300 by 0');
  });

  it('brings the balancer’s cookie of the other along: the next request goes to a server that does not know one', () => {
    const { answers } = record(mistake('sticky', 2), 3000);
    // Logged in on A and B; then the page of the first, with a cookie that says A, is shown to the second.
    expect(answers.slice(0, 2).map((a) => `${a.user} ${a.server}`)).toEqual(['0 A', '1 B']);
    const last = answers.filter((a) => a.user === 1 && a.kind === 'cart')[0];
    expect(last).toMatchObject({ server: 'A', status: 401, reason: 'noRecord' });
    const why = chain(last.causes);
    expect(why).toContain('routed A affinity round-robin');
    expect(why).toContain('cookie-of-another');
    expect(why).toContain('record-elsewhere B');
  });
});
