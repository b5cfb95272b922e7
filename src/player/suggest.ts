/**
 * What is going on, in one word for the page to put into a sentence, and what would be worth trying next.
 * It leads a newcomer from one server through every cure to its price.
 */
import type { Action } from '../engine/intervention.ts';
import { POLICIES } from '../engine/policies/index.ts';
import { WINDOW_MS } from '../timeline/numbers.ts';
import { breakStore, mendStore, type StoreSuggestion } from './suggestStore.ts';
import type { MomentView, ServerView } from './view.ts';

export type Situation =
  | { is: 'no-balancer' }
  | { is: 'no-server' }
  | { is: 'no-rotation' }
  | { is: 'store-down' }
  | { is: 'store-fails-over'; inMs: number }
  | { is: 'cut' }
  | { is: 'unnoticed'; server: number }
  | { is: 'failing'; count: number }
  | { is: 'refusing'; count: number }
  | { is: 'waiting'; count: number }
  | { is: 'impostor'; user: number }
  | { is: 'stale'; user: number }
  | { is: 'others-page'; user: number; of: number }
  | { is: 'server-out'; server: number }
  | { is: 'fine' };

export type Suggestion =
  | { id: 'add'; action: Action }
  | { id: 'sticky'; action: Action }
  | { id: 'shared'; action: Action }
  | { id: 'kill'; server: number; action: Action }
  | { id: 'start'; server: number; action: Action }
  | { id: 'resume'; server: number; action: Action }
  | { id: 'token'; action: Action }
  | { id: 'log-out'; user: number; action: Action }
  | { id: 'replay'; user: number; action: Action }
  | { id: 'revocation'; action: Action }
  | { id: 'keep-less'; action: Action }
  | { id: 'start-balancer'; action: Action }
  | { id: 'kill-balancer'; action: Action }
  | StoreSuggestion;

/** What belongs to one person is kept by nobody else. */
const KEEP_LESS: Suggestion = {
  id: 'keep-less',
  action: { do: 'set', setting: 'cdn.keeps', value: 'public-pages' },
};

/** With so many servers it has been seen what one more does to a hash. */
const MOST_BY_HASH = 5;

/** Refusals that are not older than this make the situation: as far back as the numbers beside it look. */
const RECENTLY_MS = WINDOW_MS;

/** Whoever has waited for an answer for so long would say so. */
const LONG_MS = 2000;

export function situationOf(view: MomentView): Situation {
  const serving = view.servers.filter(serves);
  if (!view.balancers.inCharge) return { is: 'no-balancer' };
  if (serving.length === 0) return { is: 'no-server' };
  if (view.store.used && !view.store.up) {
    const { nextLeaderMs } = view.store;
    return nextLeaderMs === null
      ? { is: 'store-down' }
      : { is: 'store-fails-over', inMs: nextLeaderMs - view.nowMs };
  }
  if (view.usable.length === 0) return { is: 'no-rotation' };
  const silent = view.servers.find((s) => !serves(s) && view.usable.includes(s.index));
  if (silent) return { is: 'unnoticed', server: silent.index };
  const failed = recently(view, (status) => status >= 400 && status !== 401);
  if (failed > 0) return { is: 'failing', count: failed };
  const refused = recently(view, (status) => status === 401);
  if (refused > 0) return { is: 'refusing', count: refused };
  const longMs = Math.max(LONG_MS, 8 * view.scenario.hops.userMs);
  const waiting = view.people.filter((p) => p.waitingMs > longMs).length;
  if (waiting > 0) return { is: 'waiting', count: waiting };
  const doubtful = doubtOf(view);
  if (doubtful !== null) return doubtful;
  const out = view.servers.find((s) => s.state === 'down' || s.state === 'hung');
  if (out) return { is: 'server-out', server: out.index };
  return { is: view.store.used && view.store.cut ? 'cut' : 'fine' };
}

export function suggestionFor(view: MomentView): Suggestion {
  const serving = view.servers.filter(serves);
  const dead = view.servers.find((s) => s.state === 'down' || s.state === 'hung');
  if (view.balancers.running === 0) return { id: 'start-balancer', action: { do: 'restart-balancer' } };
  const mending = mendStore(view.store);
  if (mending !== null) return mending;
  if (view.usable.length === 0 && !view.servers.some((s) => s.state === 'starting')) {
    const drained = view.servers.find((s) => s.state === 'draining');
    if (drained)
      return { id: 'resume', server: drained.index, action: { do: 'resume-server', server: drained.index } };
    if (!dead) return { id: 'add', action: { do: 'add-server' } };
    const action: Action = { do: 'restart-server', server: dead.index, graceful: false };
    return { id: 'start', server: dead.index, action };
  }
  if (serving.some((s) => s.queue > 0 && s.load > 0.95 && view.store.up))
    return { id: 'add', action: { do: 'add-server' } };
  const coming = view.servers.filter((s) => s.state === 'starting').length;
  if (serving.length === 0 || serving.length + coming < 2) return { id: 'add', action: { do: 'add-server' } };
  const seesOther = view.people.some((p) => p.sees !== null);
  if (view.scenario.cdn.on && view.scenario.cdn.keeps === 'all-pages' && seesOther) return KEEP_LESS;
  // A pair is there to be seen when one of them dies.
  if (view.balancers.count > 1 && !view.balancers.hasDied)
    return { id: 'kill-balancer', action: { do: 'kill-balancer' } };
  switch (view.strategy) {
    case 'memory':
      // Where a hash decides, nobody is refused until there are more servers.
      if (hashes(view) && serving.length + coming < MOST_BY_HASH)
        return { id: 'add', action: { do: 'add-server' } };
      return { id: 'sticky', action: { do: 'set-strategy', strategy: 'sticky' } };
    case 'sticky':
    case 'replicated':
      return dead
        ? { id: 'shared', action: { do: 'set-strategy', strategy: 'shared' } }
        : killBusiest(serving);
    case 'shared':
      // A store of several nodes is there to be seen when one of them fails, so that comes first.
      if (!dead && view.store.nodes.length === 1 && !view.store.nodes[0].hasDied) return killBusiest(serving);
      return breakStore(view.store) ?? { id: 'token', action: { do: 'set-strategy', strategy: 'token' } };
    case 'token':
      return dead ? priceOfTokens(view, serving) : killBusiest(serving);
  }
}

/** Nothing is lost with tokens, so what is worth seeing is that nothing can be taken back; and what the cure costs. */
function priceOfTokens(view: MomentView, serving: ServerView[]): Suggestion {
  const breaking = view.store.used ? breakStore(view.store) : null;
  if (breaking !== null) return breaking;
  const replayed = view.notices.some(
    (n) => n.what === 'answer' && n.status < 400 && n.causes.some((c) => c.code === 'cookie-copied'),
  );
  if (replayed)
    return {
      id: 'revocation',
      action: { do: 'set', setting: 'sessions.token.revocation', value: 'list' },
    };
  const old = view.people.find((p) => p.hasOldCookie);
  if (old) return { id: 'replay', user: old.index, action: { do: 'replay-cookie', user: old.index } };
  const here = view.people.find((p) => p.session === 'alive' && !p.refused && p.phase !== 'left');
  if (here) return { id: 'log-out', user: here.index, action: { do: 'log-out', user: here.index } };
  return killBusiest(serving);
}

function killBusiest(serving: ServerView[]): Suggestion {
  const target = serving.reduce((a, b) => (b.shelf.count > a.shelf.count ? b : a));
  return { id: 'kill', server: target.index, action: { do: 'kill-server', server: target.index } };
}

/** A success of the last moments that was none: somebody else was served, or an old cart was shown. */
function doubtOf(view: MomentView): Situation | null {
  let latest: Situation | null = null;
  for (const n of view.notices) {
    if (n.what !== 'answer' || n.status >= 400 || n.atMs <= view.nowMs - RECENTLY_MS) continue;
    const copied = n.causes.find((c) => c.code === 'cookie-copied');
    const shown = n.causes.find((c) => c.code === 'page-of');
    if (shown) latest = { is: 'others-page', user: n.user, of: shown.user };
    else latest = copied ? { is: 'impostor', user: copied.user } : { is: 'stale', user: n.user };
  }
  return latest;
}

function recently(view: MomentView, which: (status: number) => boolean): number {
  const sinceMs = view.nowMs - RECENTLY_MS;
  return view.notices.filter(
    (n) => n.what === 'answer' && which(n.status) && n.atMs > sinceMs && n.atMs <= view.nowMs,
  ).length;
}

/** Does a hash keep everybody on one server, and has nobody been refused lately all the same? */
function hashes(view: MomentView): boolean {
  return POLICIES[view.policy].family === 'hash' && recently(view, (status) => status === 401) === 0;
}

export function serves(server: ServerView): boolean {
  return server.state === 'up' || server.state === 'draining' || server.state === 'restarting';
}
