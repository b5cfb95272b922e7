/**
 * What becomes of people while the network between two zones is cut, and after: for each kind of store, for people
 * on the side of the minority (server A, where the first leader is) and on the side of the majority (server B).
 * Cut at 10 s, mended at 100 s. Person 0 logged in at 1 s through A, person 1 at 1.1 s through B.
 */
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../scenario.ts';
import { placeOfNode } from '../state/sessions.ts';
import { contents } from '../testing/checkWorld.ts';
import { doAt, type Line, play, twoSides } from '../testing/twoSides.ts';

const CUT = doAt(10_000, { do: 'partition' });
const HEAL = doAt(100_000, { do: 'heal' });
const BEFORE: Line[] = [
  [1000, 'A', 0, 'login'],
  [1100, 'B', 1, 'login'],
];

/** The answers to lines after the two logins. */
function answersTo(store: Partial<Scenario['store']>, lines: Line[], interventions = [CUT, HEAL]): string[] {
  return play(twoSides(store, [...BEFORE, ...lines]), interventions).told.slice(2);
}

describe('a single Redis', () => {
  const store = { kind: 'redis', replicas: 0 } as const;

  it('is out of reach for the other side: slow, then 500', () => {
    expect(
      answersTo(store, [
        [20_000, 'B', 1, 'page'],
        [30_000, 'B', 2, 'login'],
      ]),
    ).toEqual(['B page 500 after 5000', 'B login 500 after 5000']);
  });

  it('serves its own side', () => {
    expect(
      answersTo(store, [
        [20_000, 'A', 0, 'page'],
        [30_000, 'A', 2, 'login'],
      ]),
    ).toEqual(['A page 200', 'A login 200']);
  });

  it('loses nobody', () => {
    expect(
      answersTo(store, [
        [30_000, 'A', 2, 'login'],
        [110_000, 'B', 2, 'page'],
        [111_000, 'B', 1, 'page'],
      ]),
    ).toEqual(['A login 200', 'B page 200', 'B page 200']);
  });
});

describe('Redis with Sentinel, as it comes', () => {
  const store = { kind: 'redis-sentinel' } as const;

  it('goes on working for the minority, on the old master', () => {
    expect(
      answersTo(store, [
        [20_000, 'A', 0, 'page'],
        [60_000, 'A', 0, 'cart'],
        [70_000, 'A', 2, 'login'],
      ]),
    ).toEqual(['A page 200', 'A cart 200', 'A login 200']);
  });

  it('fails the majority for 31 s, and then serves it from a new master', () => {
    expect(
      answersTo(store, [
        [20_000, 'B', 1, 'page'],
        [38_000, 'B', 1, 'page'], // waits for 3 s, until somebody leads at 41 s
        [50_000, 'B', 1, 'page'],
        [51_000, 'B', 2, 'login'],
      ]),
    ).toEqual(['B page 500 after 5000', 'B page 200 after 3002', 'B page 200', 'B login 200']);
  });

  it('may miss the latest logins on the new master', () => {
    // Written at 9997, the copy would arrive at 10 002.
    const { answers, causes } = play(
      twoSides(store, [
        [9996, 'A', 2, 'login'],
        [50_000, 'B', 2, 'page'],
      ]),
      [CUT],
    );
    expect(answers.map((a) => a.status)).toEqual([200, 401]);
    const codes = causes.filter((c) => c.some((one) => one.code === 'never-copied'));
    expect(codes[0].slice(-3)).toEqual([
      { code: 'network-cut', atMs: 10_000, by: 0 },
      { code: 'took-over', place: -3, from: -2, atMs: 41_000, by: 0 },
      { code: 'never-copied', place: -3, from: -2, ms: 3 },
    ]);
  });

  it('discards after healing what the old master was told: new logins are lost, logouts undone', () => {
    const lines: Line[] = [
      [60_000, 'A', 2, 'login'],
      [61_000, 'A', 0, 'logout'],
      [110_000, 'A', 2, 'page'],
    ];
    const { told, causes, simulation, happenings } = play(twoSides(store, [...BEFORE, ...lines]), [
      CUT,
      HEAL,
    ]);
    expect(told.slice(2)).toEqual(['A login 200', 'A logout 200', 'A page 401']);
    const chain = causes.find((c) => c.some((one) => one.code === 'made-apart')) ?? [];
    expect(chain.slice(-3)).toEqual([
      { code: 'record-gone', place: -2, end: 'overwritten', atMs: 100_000, by: 1 },
      { code: 'took-over', place: -3, from: -2, atMs: 41_000, by: 0 },
      { code: 'made-apart', place: -2, atMs: 10_000 },
    ]);
    expect(happenings.filter((h) => h.what === 'logouts-undone')).toMatchObject([
      { atMs: 100_000, count: 1, by: 1 },
    ]);
    // The session of person 0 is on both nodes again, and so is that of person 1.
    expect(Array.from(simulation.world.stores.shelfCount.subarray(0, 2))).toEqual([2, 2]);
  });
});

describe('Redis Cluster with three shards, one leader of which is on the side of the minority', () => {
  const store = { kind: 'redis-cluster', shards: 3 } as const;
  // Which shard a session leads to is drawn: of these logins the last one leads to that leader.
  const LOGINS: Line[] = [2, 3, 4, 5].map((user, i) => [12_000 + 50 * i, 'A', user, 'login']);
  const REFUSED = ['A login 500 after 5000', 'A login 500 after 5000', 'A login 500 after 5000'];

  it('works for the minority for 15 s, as far as its own leader goes, and is then an error', () => {
    const told = answersTo(store, [
      ...LOGINS,
      [24_900, 'A', 5, 'page'],
      [25_100, 'A', 5, 'page'],
      [60_000, 'A', 5, 'page'],
      [61_000, 'A', 6, 'login'],
    ]);
    expect(told).toEqual([
      ...REFUSED,
      'A login 200',
      'A page 200',
      'A page 500',
      'A page 500',
      'A login 500',
    ]);
  });

  it('serves the majority from its own leaders, fails it whole for 1.5 s, and then has a new leader', () => {
    const told = answersTo(store, [
      [24_000, 'B', 1, 'page'],
      [25_100, 'B', 1, 'page'],
      [26_400, 'B', 1, 'page'],
      [26_600, 'B', 1, 'page'],
      [60_000, 'B', 7, 'login'],
    ]);
    expect(told).toEqual(['B page 200', 'B page 500', 'B page 500', 'B page 200', 'B login 200']);
  });

  it('loses after healing what the minority was told in those 15 s', () => {
    const { told, causes, happenings } = play(
      twoSides(store, [...BEFORE, ...LOGINS, [110_000, 'A', 5, 'page'], [111_000, 'A', 0, 'page']]),
      [CUT, HEAL],
    );
    expect(told.slice(2)).toEqual([...REFUSED, 'A login 200', 'A page 401', 'A page 200']);
    const chain = causes.find((c) => c.some((one) => one.code === 'made-apart')) ?? [];
    expect(chain.at(-1)).toEqual({ code: 'made-apart', place: -6, atMs: 10_000 });
    expect(happenings.filter((h) => h.what === 'store-leader')).toMatchObject([
      { place: -7, from: -6, atMs: 26_500 },
    ]);
  });

  it('goes on with the shards that are there, when it need not cover all', () => {
    const cluster = { nodeTimeoutMs: 15_000, failoverMs: 1500, fullCoverage: false };
    expect(answersTo({ ...store, cluster }, [[25_100, 'B', 1, 'page']])).toEqual(['B page 200']);
  });
});

describe('Redis with Sentinel and min-replicas-to-write 1', () => {
  const store = { kind: 'redis-sentinel', minReplicas: 1 } as const;

  it('lets the minority read, and write only for 10 s', () => {
    expect(
      answersTo(store, [
        [15_000, 'A', 2, 'login'],
        [19_990, 'A', 3, 'login'],
        [20_010, 'A', 4, 'login'],
        [30_000, 'A', 0, 'page'], // read; its renewal is refused
        [31_000, 'A', 0, 'cart'],
      ]),
    ).toEqual(['A login 200', 'A login 200', 'A login 500', 'A page 200', 'A cart 500']);
  });

  it('serves the majority as above', () => {
    expect(
      answersTo(store, [
        [20_000, 'B', 1, 'page'],
        [50_000, 'B', 1, 'page'],
      ]),
    ).toEqual(['B page 500 after 5000', 'B page 200']);
  });

  it('loses little: those of the first 10 s', () => {
    expect(
      answersTo(store, [
        [15_000, 'A', 2, 'login'],
        [110_000, 'A', 2, 'page'],
        [111_000, 'A', 0, 'page'],
      ]),
    ).toEqual(['A login 200', 'A page 401', 'A page 200']);
  });
});

describe('a consistent store', () => {
  const store = { kind: 'cp', replicas: 2 } as const;

  it('answers the minority with errors, reads included', () => {
    expect(
      answersTo(store, [
        [20_000, 'A', 0, 'page'],
        [21_000, 'A', 2, 'login'],
      ]),
    ).toEqual(['A page 500', 'A login 500']);
  });

  it('serves the majority after an election of 1 s', () => {
    expect(
      answersTo(store, [
        [10_200, 'B', 1, 'page'], // waits for 800 ms
        [12_000, 'B', 1, 'page'],
        [13_000, 'B', 2, 'login'],
      ]),
    ).toEqual(['B page 200 after 803', 'B page 200', 'B login 200']);
  });

  it('does not trouble the majority at all when the leader is on its side', () => {
    const scenario = twoSides(store, [...BEFORE, [10_200, 'B', 1, 'page'], [20_000, 'A', 0, 'page']]);
    scenario.zones.leaders = 2;
    expect(play(scenario, [CUT, HEAL]).told.slice(2)).toEqual(['B page 200', 'A page 500']);
  });

  it('never loses what it confirmed, nor brings back what was logged out', () => {
    const { told, simulation } = play(
      twoSides(store, [
        ...BEFORE,
        [9999.4, 'A', 2, 'login'], // confirmed at 10 001.4 at the earliest: never
        [9990, 'A', 3, 'login'],
        [50_000, 'B', 3, 'page'],
        [51_000, 'B', 1, 'logout'],
        [110_000, 'A', 3, 'page'],
      ]),
      [CUT, HEAL],
    );
    expect(told.slice(2)).toEqual([
      'A login 200',
      'A login 500 after 1001.6',
      'B page 200',
      'B logout 200',
      'A page 200',
    ]);
    expect(simulation.world.totals).toMatchObject({ logoutsUndone: 0, sessionsLost: 0 });
    expect(Array.from(simulation.world.stores.shelfCount.subarray(0, 3))).toEqual([2, 2, 2]);
  });

  it('answers reads on both sides when stale ones will do, and no writes', () => {
    const stale = { ...store, consensus: { electionMs: 1000, staleReads: true } };
    expect(
      answersTo(stale, [
        [20_000, 'A', 0, 'page'],
        [21_000, 'A', 2, 'login'],
        [50_000, 'B', 0, 'cart'],
        [51_000, 'A', 0, 'page'],
      ]),
    ).toEqual(['A page 200', 'A login 500', 'B cart 200', 'A page 200']);
    const { answers } = play(
      twoSides(stale, [
        ...BEFORE,
        [50_000, 'B', 0, 'cart'],
        [51_000, 'A', 0, 'page'],
        [110_000, 'A', 0, 'page'],
      ]),
      [CUT, HEAL],
    );
    expect(answers.slice(2).map((a) => a.cart)).toEqual([1, 0, 1]);
  });
});

describe('an available store', () => {
  const store = { kind: 'ap' } as const;

  it('works on both sides', () => {
    expect(
      answersTo(store, [
        [20_000, 'A', 0, 'page'],
        [21_000, 'A', 2, 'login'],
        [22_000, 'B', 1, 'page'],
        [23_000, 'B', 3, 'login'],
      ]),
    ).toEqual(['A page 200', 'A login 200', 'B page 200', 'B login 200']);
  });

  it('is stale: logged in on one side, unknown on the other; carts differ', () => {
    const { answers } = play(
      twoSides(store, [
        ...BEFORE,
        [20_000, 'A', 2, 'login'],
        [21_000, 'B', 2, 'page'],
        [22_000, 'A', 0, 'cart'],
        [23_000, 'B', 0, 'page'],
      ]),
      [CUT],
    );
    expect(answers.slice(2).map((a) => [a.status, a.cart])).toEqual([
      [200, 0],
      [401, 0],
      [200, 1],
      [200, 0],
    ]);
    // The old cart is explained by the cut, which the visitor made.
    expect(answers[5].causes.map((c) => c.code)).toContain('record-newer');
    expect(answers[5].causes.find((c) => c.code === 'network-cut')).toMatchObject({ by: 0 });
  });

  it('agrees after healing: of two versions the later counts', () => {
    const { answers } = play(
      twoSides(store, [
        ...BEFORE,
        [20_000, 'A', 0, 'cart'],
        [21_000, 'A', 0, 'cart'],
        [22_000, 'B', 0, 'cart'], // one thing, written last
        [110_000, 'A', 0, 'page'],
        [111_000, 'B', 0, 'page'],
      ]),
      [CUT, HEAL],
    );
    expect(answers.slice(2).map((a) => a.cart)).toEqual([1, 2, 1, 1, 1]);
  });

  it('forgets on both sides who logged out on one', () => {
    const { simulation } = play(twoSides(store, [...BEFORE, [20_000, 'A', 0, 'logout']]), [CUT, HEAL]);
    expect(Array.from(simulation.world.stores.shelfCount.subarray(0, 2))).toEqual([1, 1]);
    expect(simulation.world.totals.logoutsUndone).toBe(0);
    expect(simulation.world.tombstones.used).toBe(0);
  });
});

describe('two changes at one time at one node', () => {
  it('count in their order for all nodes', () => {
    const store = { kind: 'ap', latency: { kind: 'constant', meanMs: 0 } } as const;
    const lines: Line[] = [
      [1000, 'A', 0, 'login'],
      [2000, 'B', 0, 'logout'],
    ];
    const scenario = twoSides(store, lines);
    const adopts = { ...scenario, sessions: { ...scenario.sessions, onMiss: 'adopt' as const } };
    // With copies of the cookie: through A, whose node has not heard of the logout, and through B, whose node has.
    const replay = doAt(2000, { do: 'replay-cookie', user: 0 });
    const { world } = play(adopts, [replay, replay], 3000).simulation;
    // The other one is of somebody without a cookie, who asked in between.
    const shelves = [0, 1].map((node) => contents(world, placeOfNode(node)));
    expect(shelves).toEqual(['1:0:0,2:0:0', '1:0:0,2:0:0']);
  });
});

describe('a copy that becomes the leader', () => {
  it('takes nothing any more of what the one before it had sent', () => {
    const store = {
      kind: 'redis-sentinel',
      lag: { kind: 'constant', meanMs: 5000 },
      sentinel: { downAfterMs: 500, failoverMs: 500 },
      replicas: 2,
    } as const;
    // Cut off, the first one goes on as a leader for its side. The one that the others chose dies, so that its own copy
    // is chosen when the network is mended, with a login still on its way.
    const scenario = twoSides(store, [[9000, 'A', 0, 'login']]);
    const { world } = play(
      scenario,
      [
        doAt(1000, { do: 'partition' }),
        doAt(5000, { do: 'kill-store', node: 1 }),
        doAt(10_000, { do: 'heal' }),
      ],
      20_000,
    ).simulation;
    const shelves = [0, 2].map((node) => contents(world, placeOfNode(node)));
    expect(world.shards.leader[0]).toBe(2);
    expect(shelves).toEqual(['', '']);
  });
});
