/** The part of a chain of causes that is about the session: what came along, where it was looked for, what became of it. */
import type { Cause, Story } from './causes.ts';
import { further } from './further.ts';
import { pushRerouting } from './routingCauses.ts';
import { keyOf } from './sessionAccess.ts';
import { pushAdded, pushAutoscaler } from './sharedCauses.ts';
import { findLogin, findRecord } from './shelves.ts';
import { Reason, RequestKind } from './state/requests.ts';
import { isStore, type Place, SESSION_ENDS, STORE, WITH_OWNER } from './state/sessions.ts';
import { NONE } from './state/table.ts';
import type { World } from './state/world.ts';
import { STRATEGIES } from './strategies/index.ts';

/** What the server knew of the session, and what became of the record if it was not there. */
export function pushSession(world: World, r: number, run: Story, chain: Cause[]): void {
  const { requests, sessions, records } = world;
  const session = requests.session[r];
  if (session === NONE) return;
  if (requests.lookedIn[r] === WITH_OWNER) {
    further().pushToken(world, r, run, chain);
    return;
  }
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
  } else if (found) {
    if (reason === Reason.staleCart) pushStale(world, r, chain);
    return;
  }
  pushWhereabouts(world, session, requests.token[r], place, run, chain);
}

/** What the person saw before, and where it is. */
export function pushStale(world: World, r: number, chain: Cause[]): void {
  const { requests, sessions, records, users } = world;
  const seen = users.cart[requests.user[r]];
  const shown = requests.cart[r] - Number(requests.kind[r] === RequestKind.cart);
  chain.push({ code: 'cart-seen', seen, shown });
  let newer = NONE;
  let items = shown;
  for (let k = sessions.firstRecord[requests.session[r]]; k !== NONE; k = records.next[k]) {
    if (records.place[k] === requests.lookedIn[r] || records.cart[k] <= items) continue;
    newer = k;
    items = records.cart[k];
  }
  if (newer === NONE) chain.push({ code: 'cart-overwritten' });
  else chain.push({ code: 'record-newer', place: records.place[newer], items });
}

/** Where the record of a session is, if not in the place where it was looked for. */
export function pushWhereabouts(
  world: World,
  session: number,
  token: number,
  looked: Place,
  run: Story,
  chain: Cause[],
): void {
  const record = findLogin(world, session);
  const kept = record !== NONE ? world.records.place[record] : token !== NONE ? WITH_OWNER : NONE;
  if (kept === NONE) {
    pushEnd(world, session, run, chain);
    return;
  }
  // It may have been put back where it was missing, by another request of the same session.
  if (kept === looked) return;
  chain.push({ code: 'record-elsewhere', place: kept });
  if (STRATEGIES[world.settings.strategy].spreads && kept >= 0 && looked >= 0) {
    const ms = Math.max(0, world.nowMs - world.records.writtenMs[record]);
    chain.push({ code: 'not-copied-yet', place: looked, from: kept, ms });
    return;
  }
  pushSeparation(world, session, looked, kept, run, chain);
}

/** Says so when it was not the owner of the cookie who asked, and who copied it. */
export function pushCopy({ requests, sessions }: World, r: number, run: Story, chain: Cause[]): void {
  const session = requests.session[r];
  if (requests.user[r] !== NONE || session === NONE) return;
  const user = sessions.user[session];
  const atMs = requests.bornMs[r];
  const by = run.interventions.findIndex(
    (i) => i.do === 'replay-cookie' && i.user === user && i.atMs === atMs,
  );
  chain.push({ code: 'cookie-copied', user, atMs, by });
}

/** Why the server does not accept the key that the cookie is signed with. */
export function pushKeys(world: World, r: number, chain: Cause[]): void {
  const { requests, servers, keys } = world;
  const server = requests.server[r];
  const ours = servers.key[server];
  const signer = keys.server[keyOf(world, r)];
  chain.push({ code: 'key-unknown', server });
  if (signer !== NONE && signer !== server && keys.server[ours] !== NONE) {
    chain.push({ code: 'key-of-server', server: signer });
    pushAdded(world, signer, chain);
    pushAdded(world, server, chain);
  } else chain.push({ code: 'key-changed', server, atMs: keys.madeMs[ours], by: keys.by[ours] });
}

/** The login that the cookie named before a server, which did not know it, put an empty session in its place. */
export function pushOverwritten(world: World, empty: number, run: Story, chain: Cause[]): void {
  const { sessions, records } = world;
  const madeAt = sessions.madeAt[empty];
  const login = sessions.instead[empty];
  chain.push({ code: 'cookie-overwritten', place: madeAt, atMs: sessions.madeMs[empty] });
  if (login === NONE) return;
  chain.push({ code: 'record-made', place: sessions.madeAt[login], atMs: sessions.madeMs[login] });
  const record = findLogin(world, login);
  if (record === NONE) pushEnd(world, login, run, chain);
  else {
    chain.push({ code: 'record-unnamed', place: records.place[record] });
    pushSeparation(world, login, madeAt, records.place[record], run, chain);
  }
}

function pushEnd(world: World, session: number, run: Story, chain: Cause[]): void {
  const { sessions } = world;
  chain.push({
    code: 'record-gone',
    place: sessions.endAt[session],
    end: SESSION_ENDS[sessions.end[session]],
    atMs: sessions.endMs[session],
    by: sessions.endBy[session],
  });
  pushAutoscaler(world, sessions.endBy[session], run, chain);
}

const kindOf = (place: Place): Place => (isStore(place) ? STORE : place === WITH_OWNER ? place : 0);

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
  const otherKind = kindOf(looked) !== kindOf(kept);
  if (!otherKind && isStore(kept)) return; // the store tells that itself
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
