/**
 * Why an answer is what it is: a chain of facts from the answer down to what the visitor did. The chain
 * is worked out from the world at the moment when the answer is decided; words for it are made elsewhere.
 */
import { findRecordAnywhere } from './shelves.ts';
import {
  AttemptFailure,
  REASONS,
  Reason,
  type ReasonName,
  RequestPhase,
  RoutedBy,
} from './state/requests.ts';
import { SERVER_STATES, ServerState, type ServerStateName } from './state/servers.ts';
import { type Place, SESSION_ENDS, type SessionEndName, STORE } from './state/sessions.ts';
import { NONE } from './state/table.ts';
import type { World } from './state/world.ts';

/** One link of the chain. `by` is the index of the intervention behind it, or -1. Times are simulated ms. */
export type Cause =
  | { code: 'answered'; status: number; reason: ReasonName; atMs: number }
  | { code: 'cookie-missing' }
  | { code: 'cookie-valid'; session: number }
  /** Where the server looked, and whether the record was there. */
  | { code: 'looked-in'; place: Place; found: boolean }
  | { code: 'record-made'; place: Place; atMs: number }
  /** The record exists, but in a place where this server does not look. */
  | { code: 'record-elsewhere'; place: Place }
  | { code: 'record-gone'; place: Place; end: SessionEndName; atMs: number; by: number }
  | { code: 'routed'; server: number; how: 'policy' | 'affinity'; policy: string }
  | { code: 'tried'; server: number; failure: 'refused' | 'unanswered' }
  /** The person is bound to a server that the balancer does not use now. */
  | { code: 'bound-server-out'; server: number }
  | { code: 'server-state'; server: number; state: ServerStateName; atMs: number; by: number }
  | { code: 'server-added'; server: number; atMs: number; by: number }
  | { code: 'store-down'; atMs: number; by: number }
  | { code: 'strategy-changed'; strategy: string; atMs: number; by: number };

/** The chain of causes behind the answer to a request whose status has been decided. */
export function causesOf(world: World, r: number): Cause[] {
  const { requests, servers, store, settings } = world;
  const reason = requests.reason[r];
  const server = requests.server[r];
  const chain: Cause[] = [
    { code: 'answered', status: requests.status[r], reason: REASONS[reason], atMs: world.nowMs },
  ];
  if (
    reason === Reason.noRecord ||
    reason === Reason.expired ||
    reason === Reason.served ||
    reason === Reason.loggedOut
  ) {
    pushSession(world, r, chain);
  } else if (reason === Reason.noCookie) chain.push({ code: 'cookie-missing' });
  else if (reason === Reason.storeDown) chain.push({ code: 'store-down', atMs: store.sinceMs, by: store.by });
  pushAttempts(world, r, chain);
  if (
    server !== NONE &&
    requests.routedBy[r] !== RoutedBy.nobody &&
    reason !== Reason.unreachable &&
    reason !== Reason.noServer
  ) {
    const how = requests.routedBy[r] === RoutedBy.affinity ? 'affinity' : 'policy';
    chain.push({ code: 'routed', server, how, policy: settings.policy });
    const bound = requests.bound[r];
    if (settings.strategy === 'sticky' && bound !== NONE && bound !== server) {
      chain.push({ code: 'bound-server-out', server: bound });
      pushState(world, bound, chain);
    }
    if (reason === Reason.noRecord && servers.addedBy[server] !== NONE) {
      chain.push({
        code: 'server-added',
        server,
        atMs: servers.addedMs[server],
        by: servers.addedBy[server],
      });
    }
    if (reason === Reason.serverDied || reason === Reason.tooSlow) pushState(world, server, chain);
  }
  if (reason === Reason.noServer) for (let s = 0; s < servers.length; s++) pushState(world, s, chain);
  return chain;
}

function pushSession(world: World, r: number, chain: Cause[]): void {
  const { requests, sessions, records, settings } = world;
  const session = requests.session[r];
  if (session === NONE) return;
  const found = requests.reason[r] === Reason.served || requests.reason[r] === Reason.loggedOut;
  const place = settings.strategy === 'shared' ? STORE : requests.server[r];
  chain.push({ code: 'cookie-valid', session: sessions.serial[session] });
  chain.push({ code: 'looked-in', place, found });
  chain.push({ code: 'record-made', place: sessions.madeAt[session], atMs: sessions.madeMs[session] });
  if (found) return;
  const record = findRecordAnywhere(world, session);
  if (record !== NONE) {
    chain.push({ code: 'record-elsewhere', place: records.place[record] });
    if (settings.strategyBy !== NONE && settings.strategySinceMs >= sessions.madeMs[session]) {
      chain.push({
        code: 'strategy-changed',
        strategy: settings.strategy,
        atMs: settings.strategySinceMs,
        by: settings.strategyBy,
      });
    }
  } else {
    chain.push({
      code: 'record-gone',
      place: sessions.madeAt[session],
      end: SESSION_ENDS[sessions.end[session]],
      atMs: sessions.endMs[session],
      by: sessions.endBy[session],
    });
  }
}

function pushAttempts(world: World, r: number, chain: Cause[]): void {
  const { requests } = world;
  const tried = [requests.tried0[r], requests.tried1[r], requests.tried2[r]];
  for (let i = 0; i < Math.min(requests.attempts[r], tried.length); i++) {
    const failure = (requests.failures[r] >> (2 * i)) & 3;
    chain.push({
      code: 'tried',
      server: tried[i],
      failure: failure === AttemptFailure.refused ? 'refused' : 'unanswered',
    });
    pushState(world, tried[i], chain);
  }
}

/** Says what is wrong with a server, if anything is. */
function pushState(world: World, server: number, chain: Cause[]): void {
  const { servers } = world;
  const state = servers.state[server];
  if (state === ServerState.up) return;
  chain.push({
    code: 'server-state',
    server,
    state: SERVER_STATES[state],
    atMs: servers.sinceMs[server],
    by: servers.by[server],
  });
}

/** Is a request's answer on its way back? */
export function isAnswered(world: World, r: number): boolean {
  const phase = world.requests.phase[r];
  return phase === RequestPhase.fromServer || phase === RequestPhase.toUser;
}
