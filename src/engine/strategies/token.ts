/**
 * The session itself is in the cookie, sealed and signed, so that nobody has to be asked. What cannot be taken back is
 * the price: a copy of an old token is as good as the token, unless a list in the store says otherwise.
 */
import { dropRecord, findLogin, findRecord, makeEmptySession, makeSession, putRecord } from '../shelves.ts';
import type { Sim } from '../sim.ts';
import { Reason, RequestKind, RequestPhase } from '../state/requests.ts';
import { SessionEnd, WITH_OWNER } from '../state/sessions.ts';
import { NONE } from '../state/table.ts';
import type { World } from '../state/world.ts';
import { askStore, placeAsked } from '../store/commands.ts';
import { forgetCopies } from '../store/copies.ts';
import { openStore } from '../store/topology.ts';
import { COOKIE_LIMIT_BYTES, dropToken, holdToken, sealToken, tokenBytes } from '../tokens.ts';
import { refuse, serve } from '../work.ts';
import { STRATEGIES } from './index.ts';
import type { SessionStrategy } from './strategy.ts';

export const token: SessionStrategy = {
  ...STRATEGIES.token,
  id: 'token',
  open: (sim) => openStore(sim, NONE),
  find(sim, r) {
    const { requests, tokens, nowMs } = sim.world;
    const carried = requests.token[r];
    requests.lookedIn[r] = WITH_OWNER;
    if (carried === NONE) refuse(sim, r, Reason.noRecord);
    else if (nowMs > tokens.endMs[carried]) refuse(sim, r, Reason.tokenExpired);
    else if (hasList(sim)) askStore(sim, r, RequestPhase.readingStore);
    else admit(sim, r);
  },
  storeAnswered(sim, r) {
    const { requests } = sim.world;
    requests.lookedIn[r] = WITH_OWNER;
    if (requests.token[r] === NONE) {
      refuse(sim, r, Reason.noRecord);
      return;
    }
    const list = placeAsked(sim.world, r);
    const entry = findRecord(sim.world, requests.session[r], list);
    if (entry === NONE) admit(sim, r);
    else {
      // Being asked about keeps an entry from being the one that makes room.
      sim.world.records.usedMs[entry] = sim.world.nowMs;
      requests.lookedIn[r] = list;
      refuse(sim, r, Reason.revoked);
    }
  },
  keepsInStore: (sim, r) => hasList(sim) && isLogout(sim, r),
  keep(sim, r) {
    const { world, scenario } = sim;
    const { requests, servers } = world;
    const key = servers.key[requests.server[r]];
    const user = requests.user[r];
    const session = requests.session[r];
    if (requests.status[r] !== 0) {
      if (scenario.sessions.onMiss !== 'replace') return;
      requests.newSession[r] = makeEmptySession(world, user, WITH_OWNER, key, session);
      requests.newToken[r] = sealToken(sim, requests.newSession[r], 0, key);
    } else if (requests.kind[r] === RequestKind.login) {
      requests.newSession[r] = makeSession(world, user, WITH_OWNER, key);
      requests.newToken[r] = sealToken(sim, requests.newSession[r], 0, key);
    } else if (requests.kind[r] === RequestKind.logout) endSession(sim, r);
    else if (requests.kind[r] === RequestKind.cart && !fits(sim, requests.cart[r] + 1)) {
      requests.status[r] = 500;
      requests.reason[r] = Reason.cookieTooLarge;
    } else {
      if (requests.kind[r] === RequestKind.cart) requests.cart[r]++;
      // Even a page seals a new token, so that whoever comes back in time stays logged in.
      requests.newToken[r] = sealToken(sim, session, requests.cart[r], key);
    }
  },
  takeOver(sim) {
    const { world } = sim;
    const { users, requests } = world;
    openStore(sim, world.settings.strategyBy);
    for (let user = 0; user < users.length; user++) {
      const sealed = sealRecord(sim, users.session[user]);
      if (sealed === NONE) continue;
      dropToken(world, users.token[user]);
      users.token[user] = sealed;
    }
    for (let r = 0; r < requests.length; r++) {
      if (requests.serial[r] === 0 || requests.user[r] === NONE) continue;
      giveAlong(world, r, users.session[requests.user[r]], users.token[requests.user[r]]);
      // A login whose cookie is still on its way to its owner.
      const sealed = sealRecord(sim, requests.newSession[r]);
      if (sealed === NONE) continue;
      dropToken(world, requests.newToken[r]);
      requests.newToken[r] = sealed;
    }
  },
};

const hasList = (sim: Sim): boolean => sim.scenario.sessions.token.revocation === 'list';

function isLogout({ world }: Sim, r: number): boolean {
  return world.requests.status[r] === 0 && world.requests.kind[r] === RequestKind.logout;
}

function fits({ scenario }: Sim, cart: number): boolean {
  return tokenBytes(scenario, cart) <= COOKIE_LIMIT_BYTES;
}

/** The token is good: the session is what it says. */
function admit(sim: Sim, r: number): void {
  const { requests, tokens, sessions } = sim.world;
  if (sessions.empty[requests.session[r]] === 1) {
    refuse(sim, r, Reason.emptySession);
    return;
  }
  requests.cart[r] = tokens.cart[requests.token[r]];
  serve(sim, r);
}

/** A logout tells the browser to delete the cookie. Only a list of what was revoked makes copies of it worthless. */
function endSession(sim: Sim, r: number): void {
  const { world } = sim;
  const { sessions } = world;
  const session = world.requests.session[r];
  sessions.end[session] = SessionEnd.loggedOut;
  sessions.endAt[session] = WITH_OWNER;
  sessions.endMs[session] = world.nowMs;
  sessions.endBy[session] = NONE;
  if (!hasList(sim)) return;
  const list = placeAsked(world, r);
  if (findRecord(world, session, list) === NONE) putRecord(world, session, list, 0, 0);
}

/** Seals what the servers or the store have of a session into a token, and takes it from them; NONE if that is nothing. */
function sealRecord(sim: Sim, session: number): number {
  const { world } = sim;
  const { records, sessions, servers, settings } = world;
  const login = session === NONE ? NONE : findLogin(world, session);
  if (login === NONE) return NONE;
  if (sessions.key[session] === NONE) sessions.key[session] = servers.key[0];
  const sealed = sealToken(sim, session, records.cart[login], sessions.key[session]);
  if (world.copies.used > 0) forgetCopies(world, (_from, _to, s) => s === session);
  for (let record = sessions.firstRecord[session]; record !== NONE; record = sessions.firstRecord[session]) {
    dropRecord(world, record, SessionEnd.sealed, settings.strategyBy);
  }
  return sealed;
}

/** A request on its way carries the token too, as if it had set out with it. */
function giveAlong(world: World, r: number, session: number, sealed: number): void {
  const { requests } = world;
  if (requests.session[r] !== session || requests.token[r] === sealed) return;
  holdToken(world, sealed);
  dropToken(world, requests.token[r]);
  requests.token[r] = sealed;
}
