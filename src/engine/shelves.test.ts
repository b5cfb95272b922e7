/** Records and the shelves they stand on, one call at a time. */
import { beforeEach, describe, expect, it } from 'vitest';
import {
  clearShelf,
  dropRecord,
  dropSession,
  findLogin,
  findRecord,
  firstOnShelf,
  holdSession,
  makeSession,
  moveRecord,
  putRecord,
  shelfCount,
} from './shelves.ts';
import { createSimulation } from './simulation.ts';
import { SessionEnd, STORE } from './state/sessions.ts';
import { NONE } from './state/table.ts';
import type { World } from './state/world.ts';
import { checkWorld } from './testing/checkWorld.ts';
import { tinyScenario } from './testing/scenarios.ts';

const A = 0;
const B = 1;
const scenario = tinyScenario({
  people: { count: 3 },
  servers: { count: 2 },
  sessions: { strategy: 'shared' },
});
let world: World;

beforeEach(() => {
  world = createSimulation({ scenario, seed: 1, interventions: [] }).world;
});

/** A session of a person, with the cookie at its owner and a record at each of the places. */
function login(user: number, ...places: number[]): number {
  const session = makeSession(world, user, places[0], NONE);
  for (const place of places) putRecord(world, session, place, 0);
  world.users.session[user] = session; // takes over the reference of its maker
  return session;
}

function shelf(place: number): number[] {
  const { records, sessions } = world;
  const found: number[] = [];
  for (let r = firstOnShelf(world, place); r !== NONE; r = records.shelfNext[r]) {
    found.push(sessions.user[records.session[r]]);
  }
  expect(found).toHaveLength(shelfCount(world, place));
  return found;
}

describe('a record', () => {
  it('is found where it was put, and nowhere else', () => {
    const session = login(0, A);
    expect(findRecord(world, session, A)).not.toBe(NONE);
    expect(findRecord(world, session, B)).toBe(NONE);
    expect(findRecord(world, session, STORE)).toBe(NONE);
    expect(findLogin(world, session)).toBe(findRecord(world, session, A));
  });

  it('stands behind older ones, and leaves from wherever it stands', () => {
    const sessions = [0, 1, 2].map((user) => login(user, A));
    expect(shelf(A)).toEqual([0, 1, 2]);
    dropRecord(world, findRecord(world, sessions[1], A), SessionEnd.expired, NONE);
    expect(shelf(A)).toEqual([0, 2]);
    dropRecord(world, findRecord(world, sessions[0], A), SessionEnd.expired, NONE);
    dropRecord(world, findRecord(world, sessions[2], A), SessionEnd.expired, NONE);
    expect(shelf(A)).toEqual([]);
    expect(checkWorld(world, scenario)).toEqual([]);
  });

  it('can be carried to another shelf', () => {
    const session = login(0, A);
    login(1, STORE);
    moveRecord(world, findRecord(world, session, A), STORE);
    expect([shelf(A), shelf(STORE)]).toEqual([[], [1, 0]]);
    expect(checkWorld(world, scenario)).toEqual([]);
  });
});

describe('a session', () => {
  it('remembers where and why its last record went', () => {
    const session = login(0, A, STORE);
    world.nowMs = 700;
    dropRecord(world, findRecord(world, session, A), SessionEnd.serverKilled, 4);
    expect(world.sessions.end[session]).toBe(SessionEnd.none);
    dropRecord(world, findRecord(world, session, STORE), SessionEnd.storeKilled, 5);
    const { end, endAt, endMs, endBy } = world.sessions;
    expect([end[session], endAt[session], endMs[session], endBy[session]]).toEqual([
      SessionEnd.storeKilled,
      STORE,
      700,
      5,
    ]);
  });

  it('has not ended when it is put down again', () => {
    const session = login(0, STORE);
    dropRecord(world, findRecord(world, session, STORE), SessionEnd.storeKilled, 5);
    putRecord(world, session, STORE, 3);
    expect(world.sessions.end[session]).toBe(SessionEnd.none);
  });

  it('is kept as long as a cookie, a request or a record refers to it', () => {
    const session = login(0, A);
    holdSession(world, session);
    dropRecord(world, findRecord(world, session, A), SessionEnd.expired, NONE);
    expect(world.sessions.serial[session]).toBe(1);
    dropSession(world, session);
    expect(world.sessions.serial[session]).toBe(1);
    world.users.session[0] = NONE;
    dropSession(world, session);
    expect([world.sessions.serial[session], world.sessions.used]).toEqual([0, 0]);
  });
});

describe('clearing a shelf', () => {
  it('loses the sessions that somebody has a cookie for, but not leftovers', () => {
    login(0, A);
    const old = login(1, A);
    login(1, B); // logged in anew; nobody has a cookie for the old one
    dropSession(world, old);
    expect(clearShelf(world, A, SessionEnd.serverKilled, 0)).toBe(1);
    expect(world.totals.sessionsLost).toBe(1);
    expect([shelf(A), shelf(B)]).toEqual([[], [1]]);
    expect(checkWorld(world, scenario)).toEqual([]);
  });

  it('loses no session that has a record elsewhere', () => {
    login(0, A, STORE);
    expect(clearShelf(world, A, SessionEnd.serverKilled, 0)).toBe(0);
    expect(clearShelf(world, STORE, SessionEnd.storeKilled, 1)).toBe(1);
  });
});
