/** The part of a chain of causes that is about the session: what came along, where it was looked for, what became of it. */
import type { Cause, Story } from './causes.ts';
import { pushRerouting } from './routingCauses.ts';
import { pushAdded } from './sharedCauses.ts';
import { findLogin, findRecord } from './shelves.ts';
import { Reason } from './state/requests.ts';
import { type Place, SESSION_ENDS, STORE } from './state/sessions.ts';
import { NONE } from './state/table.ts';
import type { World } from './state/world.ts';
import { STRATEGIES } from './strategies/index.ts';

/** What the server knew of the session, and what became of the record if it was not there. */
export function pushSession(world: World, r: number, run: Story, chain: Cause[]): void {
  const { requests, sessions, records } = world;
  const session = requests.session[r];
  if (session === NONE) return;
  const reason = requests.reason[r];
  const place = requests.lookedIn[r];
  const found = reason !== Reason.noRecord && reason !== Reason.expired;
  chain.push({ code: 'cookie-valid', session: sessions.serial[session] });
  chain.push({ code: 'looked-in', place, found });
  if (sessions.empty[session] === 1) {
    pushOverwritten(world, session, run, chain);
    return;
  }
  chain.push({ code: 'record-made', place: sessions.madeAt[session], atMs: sessions.madeMs[session] });
  if (reason === Reason.emptySession) {
    const empty = findRecord(world, session, place);
    if (empty !== NONE) chain.push({ code: 'record-empty', place, atMs: records.madeMs[empty] });
  } else if (found) return;
  const record = findLogin(world, session);
  if (record === NONE) pushEnd(world, session, chain);
  // It may have been put back where it was missing, by another request of the same session.
  else if (records.place[record] !== place) {
    chain.push({ code: 'record-elsewhere', place: records.place[record] });
    pushSeparation(world, session, place, records.place[record], run, chain);
  }
}

/** Why the server does not accept the key that the cookie is signed with. */
export function pushKeys(world: World, r: number, chain: Cause[]): void {
  const { requests, sessions, servers, keys } = world;
  const session = requests.session[r];
  const server = requests.server[r];
  const ours = servers.key[server];
  const signer = keys.server[sessions.key[session]];
  chain.push({ code: 'key-unknown', server });
  if (signer !== NONE && signer !== server && keys.server[ours] !== NONE) {
    chain.push({ code: 'key-of-server', server: signer });
    pushAdded(world, signer, chain);
    pushAdded(world, server, chain);
  } else chain.push({ code: 'key-changed', server, atMs: keys.madeMs[ours], by: keys.by[ours] });
}

/** The login that the cookie named before a server, which did not know it, put an empty session in its place. */
function pushOverwritten(world: World, empty: number, run: Story, chain: Cause[]): void {
  const { sessions, records } = world;
  const madeAt = sessions.madeAt[empty];
  const login = sessions.instead[empty];
  chain.push({ code: 'cookie-overwritten', place: madeAt, atMs: sessions.madeMs[empty] });
  if (login === NONE) return;
  chain.push({ code: 'record-made', place: sessions.madeAt[login], atMs: sessions.madeMs[login] });
  const record = findLogin(world, login);
  if (record === NONE) pushEnd(world, login, chain);
  else {
    chain.push({ code: 'record-unnamed', place: records.place[record] });
    pushSeparation(world, login, madeAt, records.place[record], run, chain);
  }
}

function pushEnd({ sessions }: World, session: number, chain: Cause[]): void {
  chain.push({
    code: 'record-gone',
    place: sessions.endAt[session],
    end: SESSION_ENDS[sessions.end[session]],
    atMs: sessions.endMs[session],
    by: sessions.endBy[session],
  });
}

/** How it came about that a session's record is in one place and is looked for in another. */
function pushSeparation(
  world: World,
  session: number,
  looked: Place,
  kept: Place,
  run: Story,
  chain: Cause[],
): void {
  const { settings, sessions } = world;
  const noAffinity = STRATEGIES[settings.strategy].affinity === 'none';
  const otherKind = (looked === STORE) !== (kept === STORE);
  if (
    settings.strategyBy !== NONE &&
    settings.strategySinceMs >= sessions.madeMs[session] &&
    (otherKind || noAffinity)
  ) {
    chain.push({
      code: 'strategy-changed',
      strategy: settings.strategy,
      atMs: settings.strategySinceMs,
      by: settings.strategyBy,
    });
  } else if (noAffinity && !otherKind) {
    pushAdded(world, kept, chain);
    pushAdded(world, looked, chain);
    pushRerouting(world, sessions.madeMs[session], run, chain);
  }
}
