/** Stories of people, sessions and servers, in worlds with exact times. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Intervention } from '../engine/intervention.ts';
import { createSimulation } from '../engine/simulation.ts';
import { arbitraryRun } from '../engine/testing/arbitraries.ts';
import { record } from '../engine/testing/record.ts';
import { tinyScenario } from '../engine/testing/scenarios.ts';
import { personStory } from './personStory.ts';
import { createRing } from './ring.ts';
import { keptBy, serverStory } from './serverStory.ts';
import { placesOf, type SessionEvent, sessionOf, sessionStory } from './sessionStory.ts';

// Many runs each; a busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

type Parts = Parameters<typeof tinyScenario>[0];
const BLIND = { intervalMs: 1e9, timeoutMs: 1000, fall: 1, rise: 1 };
const made = (parts: Parts, interventions: Intervention[] = []) => ({
  scenario: tinyScenario({ ...parts, balancer: { health: BLIND, ...parts?.balancer } }),
  seed: 1,
  interventions,
});

describe('a person', () => {
  it('has visits from login to logout, with what was done in them', () => {
    const telling = personStory(made({ people: { pagesPerVisit: 2, cartShare: 1 } }), 0, 6000);
    expect(telling.go()).toBe(true);
    // Login 1000, cart 2010, cart 3020, logout 4030, login 5040; each takes 10 ms.
    expect(telling.story.visits.last).toEqual([
      {
        fromMs: 1010,
        toMs: 4040,
        login: 1,
        forced: false,
        pages: 0,
        added: 2,
        cart: 2,
        failures: 0,
        end: 'loggedOut',
      },
      {
        fromMs: 5050,
        toMs: null,
        login: 5,
        forced: false,
        pages: 0,
        added: 0,
        cart: 0,
        failures: 0,
        end: null,
      },
    ]);
    expect(telling.story.deeds.last.map((d) => `${d.bornMs} ${d.kind} ${d.status}`)).toEqual([
      '1000 login 200',
      '2010 cart 200',
      '3020 cart 200',
      '4030 logout 200',
      '5040 login 200',
    ]);
  });

  it('is refused, logs in again, and leaves', () => {
    const run = made({ servers: { count: 2 }, people: { leaveAfter: 1 } });
    const { story, go } = personStory(run, 0, 60_000);
    go();
    expect(story.visits.last.map(({ forced, end }) => [forced, end])).toEqual([
      [false, 'refused'],
      [true, 'refused'],
    ]);
    expect(story).toMatchObject({ refused: 2, forcedLogins: 1, left: true });
  });

  it('counts as the engine counts', () => {
    fc.assert(
      fc.property(arbitraryRun(fc), (run) => {
        if (run.scenario.people.count === 0) return;
        const { story, go } = personStory(run, 0, 3000);
        go();
        const simulation = createSimulation(run);
        simulation.runUntil(3000);
        const { users } = simulation.world;
        expect(story.forcedLogins).toBe(users.forcedLogins[0]);
        // All that was sent is answered, or one is under way.
        expect(users.sent[0] - story.answered).toBeGreaterThanOrEqual(0);
        expect(users.sent[0] - story.answered).toBeLessThanOrEqual(1);
        expect(story.deeds.earlier + story.deeds.last.length).toBe(story.answered);
        expect(story.left).toBe(users.phase[0] === 2);
      }),
      { seed: 1, numRuns: 40 },
    );
  });
});

/** `1010 made A`: places as letters. */
const line = ({ atMs, what, ...rest }: SessionEvent) =>
  [
    atMs,
    what,
    ...Object.entries(rest).map(([name, value]) => (name === 'place' ? place(value as number) : value)),
  ].join(' ');
const place = (at: number) =>
  at >= 0 && at < 26 ? 'ABCDEFG'[at] : at === -2 ? 'store' : at === 1_000_000 ? 'owner' : '-';

function session(parts: Parts, serial: number, untilMs: number, interventions: Intervention[] = []) {
  const { story, go } = sessionStory(made(parts, interventions), serial, untilMs);
  expect(go()).toBe(true);
  return { story, lines: [...(story.made ? [story.made] : []), ...story.events.last].map(line) };
}

describe('a session', () => {
  it('is made by a login, found, missed elsewhere, and left behind', () => {
    const { story, lines } = session({ servers: { count: 2 } }, 1, 3100);
    expect(lines).toEqual([
      '1010 made A false',
      '2011 missed B 1 2 noRecord',
      // The next login is on A again: the old record goes, and the cookie names the new one.
      '3021 ended A replaced -1',
      '3021 unnamed',
    ]);
    expect(story).toMatchObject({ user: 0, reads: [] });
  });

  it('is copied to the others, and its cart after it', () => {
    const parts: Parts = {
      servers: { count: 3 },
      people: { cartShare: 1 },
      sessions: { strategy: 'replicated' },
    };
    const { story, lines } = session(parts, 1, 2500);
    expect(lines).toEqual([
      '1010 made A false',
      '1015 copied B 0',
      '1015 copied C 0',
      '2020 cart B 1',
      '2025 cart A 1',
      '2025 cart C 1',
    ]);
    const { world } = record(made(parts).scenario, 2500).simulation;
    const places = placesOf(world, 1).map((p) => `${place(p.place)} ${p.cart}`);
    expect(places.sort()).toEqual(['A 1', 'B 1', 'C 1']);
    expect(placesOf(world, 99), 'of one that is not there').toEqual([]);
    expect(story.reads).toEqual([{ place: 1, count: 1 }]);
  });

  it('is read stale where the newer copy has not come', () => {
    const script = (['login', 'cart', 'page'] as const).map((ask, i) => ({
      atMs: [1000, 2000, 2100][i],
      user: 0,
      ask,
    }));
    const parts: Parts = {
      servers: { count: 2 },
      people: { script },
      sessions: {
        strategy: 'replicated',
        copies: { lag: { kind: 'constant', meanMs: 500 }, perCopyMs: 0, waits: false },
      },
    };
    expect(session(parts, 1, 20_000).lines).toEqual([
      '1010 made A false',
      '1510 copied B 0',
      '2010 cart B 1',
      // Request 3, on A: one thing had been seen, none is shown.
      '2110 stale A 3 1 0',
      '2510 cart A 1',
    ]);
  });

  it('moves into the store when the strategy changes, and ends when the store dies', () => {
    const { lines } = session({}, 1, 4000, [
      { atMs: 1500, do: 'set-strategy', strategy: 'shared' },
      { atMs: 1700, do: 'kill-store' },
    ]);
    expect(lines.slice(0, 3)).toEqual([
      '1010 made A false',
      '1500 moved store 0',
      '1700 ended store storeKilled 1',
    ]);
  });

  it('is lost with its server', () => {
    const { lines } = session({ servers: { count: 2 }, sessions: { strategy: 'sticky' } }, 1, 2500, [
      { atMs: 1500, do: 'kill-server', server: 0 },
    ]);
    expect(lines).toEqual(['1010 made A false', '1500 ended A serverKilled 0', '2011 missed B 1 2 noRecord']);
  });

  it('tells the places as they are, in every run', () => {
    fc.assert(
      fc.property(arbitraryRun(fc), (run) => {
        const simulation = createSimulation(run);
        simulation.runSlice(3000, 2000);
        simulation.runUntil(simulation.world.nowMs);
        const { world } = simulation;
        if (run.scenario.people.count === 0) return;
        const serial = sessionOf(world, 0, null);
        if (serial === null) return;
        const { story, go } = sessionStory(run, serial, world.nowMs);
        go();
        const row = world.sessions.serial.indexOf(serial);
        const places: [number, number][] = [];
        for (let k = world.sessions.firstRecord[row]; k !== -1; k = world.records.next[k])
          places.push([world.records.place[k], world.records.cart[k]]);
        expect(placesOf(world, serial).map((p) => [p.place, p.cart])).toEqual(places);
        expect(story.user).toBe(0);
        expect(story.made).toMatchObject({ atMs: world.sessions.madeMs[row] });
      }),
      { seed: 1, numRuns: 40 },
    );
  });

  it('is found by its place, where it is no longer the one that the cookie names', () => {
    const { simulation } = record(made({ servers: { count: 2 } }).scenario, 5000);
    const { world } = simulation;
    const named = sessionOf(world, 0, null);
    expect(named).not.toBeNull();
    expect(sessionOf(world, 0, 0)).toBe(named);
    expect(sessionOf(world, 0, 1)).toBe(named);
  });
});

describe('a server', () => {
  it('is out and in again, loses what it had, and says what it has now', () => {
    const run = made(
      {
        servers: { count: 1, restartMs: 500 },
        balancer: { health: { intervalMs: 100, timeoutMs: 100, fall: 1, rise: 1 } },
      },
      [
        { atMs: 1500, do: 'kill-server', server: 0 },
        { atMs: 2500, do: 'restart-server', server: 0, graceful: false },
      ],
    );
    const { story, go } = serverStory(run, 0, 6000);
    go();
    expect(
      story.events.last.map(
        (e) => `${e.what} ${'state' in e ? e.state : 'healthy' in e ? e.healthy : e.wanted}`,
      ),
    ).toEqual(['state down', 'lost 1', 'health false', 'state starting', 'state up', 'health true']);
    expect(story).toMatchObject({ made: 2 });
    const { world } = record(run.scenario, 1500).simulation;
    expect(keptBy(world, 0, 5)).toEqual({ kept: [{ session: 1, user: 0, cart: 0 }], count: 1 });
  });
});

describe('a ring', () => {
  it('keeps the last ones and counts the rest', () => {
    const ring = createRing<number>(2);
    for (const i of [1, 2, 3, 4, 5]) ring.add(i);
    expect(ring.last).toEqual([4, 5]);
    expect(ring.earlier).toBe(3);
  });
});
