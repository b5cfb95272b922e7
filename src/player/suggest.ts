/**
 * What would be worth trying next, for the moment that is shown. It leads a newcomer from one server through every cure
 * to its price.
 */
import type { Action } from '../engine/intervention.ts';
import { POLICIES } from '../engine/policies/index.ts';
import { serves } from './situation.ts';
import { breakStore, mendStore, type StoreSuggestion } from './suggestStore.ts';
import type { MomentView, ServerView } from './view.ts';

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

/** Does a hash keep everybody on one server, and has nobody been refused lately all the same? */
function hashes(view: MomentView): boolean {
  return POLICIES[view.policy].family === 'hash' && view.numbers.refused === 0;
}
