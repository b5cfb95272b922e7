/** What is going on, in one word for the page to put into a sentence. */
import { WINDOW_MS } from '../timeline/numbers.ts';
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
  // What the numbers beside the sentence count, and nothing else.
  const { failed, refused } = view.numbers;
  if (failed > 0) return { is: 'failing', count: failed };
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

/** A success of the last moments that was none: somebody else was served, or an old cart was shown. */
function doubtOf(view: MomentView): Situation | null {
  let latest: Situation | null = null;
  for (const n of view.notices) {
    if (n.what !== 'answer' || n.status >= 400 || n.atMs <= view.nowMs - WINDOW_MS) continue;
    const copied = n.causes.find((c) => c.code === 'cookie-copied');
    const shown = n.causes.find((c) => c.code === 'page-of');
    if (shown) latest = { is: 'others-page', user: n.user, of: shown.user };
    else latest = copied ? { is: 'impostor', user: copied.user } : { is: 'stale', user: n.user };
  }
  return latest;
}

export function serves(server: ServerView): boolean {
  return server.state === 'up' || server.state === 'draining' || server.state === 'restarting';
}
