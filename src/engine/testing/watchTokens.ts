/**
 * An observer with a model of its own of who carries which token, kept from what can be seen from outside (answers
 * that arrive, logouts, copies, what becomes of keys and of the list of revoked sessions). For runs under `token`.
 */
import type { Run } from '../simulation.ts';
import { CacheKind, needsSession, REASONS, Reason, RequestKind, RequestPhase } from '../state/requests.ts';
import { NONE } from '../state/table.ts';
import type { World } from '../state/world.ts';
import { watchKeys } from './watchKeys.ts';
import type { SessionWatch } from './watchSessions.ts';
import { type Known, watchStore } from './watchStore.ts';

/** A token: whose it is, what it says, and what it is good for. Each is made once and carried about. */
interface Sealed {
  session: number;
  isEmpty: boolean;
  cart: number;
  bornMs: number;
  endMs: number;
}

export function watchTokens(run: Run): SessionWatch {
  const { onMiss, token, size, lifetimeMs } = run.scenario.sessions;
  const keys = watchKeys<Sealed>(run);
  const held = new Map<number, Sealed>();
  const old = new Map<number, Sealed>();
  /** The list of what was revoked is kept by the store, which may be short of room and may die. */
  const revoked = new Map<number, Known>();
  const store = watchStore(run.scenario.store);
  /** By request: the token that came along, and the one that the answer brings. */
  const brought = new Map<number, Sealed>();
  const brings = new Map<number, Sealed>();
  const trusted = new Map<number, boolean>();
  const seen = new Set<number>();
  const watch: SessionWatch = { observer: {}, broken: [], lookups: 0 };

  const expected = (world: World, r: number): Reason => {
    const { requests: q, nowMs } = world;
    const carried = brought.get(q.serial[r]);
    if (carried === undefined) return Reason.noCookie;
    if (!trusted.get(q.serial[r])) return Reason.unknownKey;
    // Its end is looked at before the list is asked.
    if ((startedMs.get(q.serial[r]) as number) > carried.endMs) return Reason.tokenExpired;
    const entry = token.revocation === 'list' ? revoked.get(carried.session) : undefined;
    if (entry !== undefined) {
      entry.usedMs = nowMs;
      return Reason.revoked;
    }
    if (carried.isEmpty) return Reason.emptySession;
    if (q.cart[r] !== carried.cart)
      watch.broken.push(`cart ${q.cart[r]}, not ${carried.cart}, at ${nowMs} ms`);
    return Reason.none;
  };
  const startedMs = new Map<number, number>();

  const seal = (world: World, r: number, cart: number): void => {
    const { requests: q, sessions, nowMs } = world;
    const isNew = q.newSession[r] !== NONE;
    const session = isNew ? q.newSession[r] : q.session[r];
    const bornMs = isNew ? nowMs : (brought.get(q.serial[r])?.bornMs ?? nowMs);
    const endMs = Math.min(nowMs + (token.ttlMs ?? Infinity), bornMs + (lifetimeMs ?? Infinity));
    const isEmpty = sessions.empty[session] === 1;
    const sealed = { session: sessions.serial[session], isEmpty, cart, bornMs, endMs };
    keys.sign(q.server[r], sealed);
    brings.set(q.serial[r], sealed);
    if (q.newToken[r] === NONE) watch.broken.push(`no new token at ${nowMs} ms`);
  };

  /** What a server has sealed for the one it answered. */
  const noteSealed = (world: World, r: number): void => {
    const { requests: q } = world;
    const carried = brought.get(q.serial[r]);
    const isMiss = q.status[r] === 401 && q.reason[r] !== Reason.emptySession;
    if (isMiss && onMiss === 'replace') seal(world, r, 0);
    const isNew = q.cache[r] === CacheKind.none; // what a cache had brings no cookie
    if (q.status[r] !== 200 || !isNew) return;
    if (q.kind[r] !== RequestKind.login && !needsSession(q.kind[r])) return;
    if (q.kind[r] === RequestKind.login) seal(world, r, 0);
    else if (carried === undefined) watch.broken.push('served without a token');
    else if (q.kind[r] === RequestKind.logout) {
      if (token.revocation === 'list' && !revoked.has(carried.session)) {
        store.makeRoom(revoked, world.nowMs);
        revoked.set(carried.session, { usedMs: world.nowMs, loggedIn: false });
        store.wrote(revoked, carried.session, world.nowMs);
      }
    } else {
      const cart = carried.cart + Number(q.kind[r] === RequestKind.cart);
      seal(world, r, cart);
      if (cart > carried.cart && size.base + size.item * cart > 4096) watch.broken.push('too large a cookie');
    }
  };

  watch.observer = {
    moved(world, r) {
      const { requests: q, sessions, nowMs } = world;
      // What caches may keep is decided when it has left the last of them, and sealed by its server long before.
      if (q.phase[r] === RequestPhase.fromServer && q.object[r] !== NONE) noteSealed(world, r);
      const serial = q.serial[r];
      const kind = q.kind[r];
      if (q.phase[r] === RequestPhase.toBalancer && !brought.has(serial) && q.session[r] !== NONE) {
        const owner = sessions.user[q.session[r]];
        const carried = q.user[r] === NONE && old.has(owner) ? old.get(owner) : held.get(owner);
        if (carried === undefined || carried.session !== sessions.serial[q.session[r]]) {
          watch.broken.push(`request ${serial} brings a token of nobody at ${nowMs} ms`);
        } else brought.set(serial, carried);
      }
      const carried = brought.get(serial);
      if (q.working[r] === 1 && carried !== undefined && !trusted.has(serial)) {
        trusted.set(serial, keys.accepts(q.server[r], carried));
        startedMs.set(serial, nowMs);
      }
      if (q.phase[r] === RequestPhase.retrying) {
        // Sent to another server, it is looked up anew.
        seen.delete(serial);
        trusted.delete(serial);
      }
      if (q.phase[r] !== RequestPhase.serving || seen.has(serial)) return;
      seen.add(serial);
      if (!needsSession(kind)) return;
      watch.lookups++;
      const reason = expected(world, r);
      if (q.reason[r] !== reason) {
        watch.broken.push(`token: ${REASONS[q.reason[r]]}, not ${REASONS[reason]}, at ${nowMs} ms`);
      }
    },
    decided(world, r) {
      if (world.requests.object[r] === NONE) noteSealed(world, r);
    },
    finished(world, r) {
      const { requests: q } = world;
      const user = q.user[r];
      const serial = q.serial[r];
      const gaveUp = q.reason[r] === Reason.gaveUp;
      if (user === NONE || gaveUp || q.abandoned[r] === 1) return;
      const isOut = q.kind[r] === RequestKind.logout && (q.status[r] === 200 || q.status[r] === 401);
      const cookie = held.get(user);
      if (isOut) {
        if (cookie === undefined) old.delete(user);
        else old.set(user, cookie);
        held.delete(user);
      }
      const sealed = brings.get(serial);
      if (sealed !== undefined && (q.status[r] === 200 || q.status[r] === 401)) held.set(user, sealed);
    },
    happened(world, happening) {
      if (happening.what === 'store-state' && !happening.up) store.crash(revoked, world.nowMs);
      keys.happened(happening);
    },
  };
  return watch;
}
