/**
 * Weighted round robin, as HAProxy's `roundrobin`. It counts positions, one for each pick. A server that was picked is
 * due again a gap later, which is all weights together divided by its own, and whoever is due first is picked. Weights
 * 5, 1, 1 give a a a b a a c, where nginx has a a b a c a a; a server that comes back waits for a gap first.
 *
 * Positions are counted in rounds, as long as all weights together. Who is due after the next round stands in a line
 * for it, the heaviest first; when that round comes, those in the line fill positions at which nobody is due.
 */
import { type BalancerView, type Policy, wasTried } from './policy.ts';

/**
 * Of `own`: how often a server was lined up, the position, the length of this round and of the next one, and the state
 * of the rotation that was noticed last.
 */
const LINED_UP = 0;
const POSITION = 1;
const ROUND = 2;
const NEXT_ROUND = 3;
const NOTICED = 4;

/**
 * The columns of `perServer`: the line a server is in, where it is due, what its gaps left over, and when it was lined
 * up, as the how many-th.
 */
type Columns = readonly [line: Float64Array, due: Float64Array, remainder: Float64Array, place: Float64Array];
const columnsOf = ({ perServer }: BalancerView) => perServer as unknown as Columns;

/** The lines: none, those due in this round, those who fill its holes, those of the next round, and just picked. */
const OUT = 0;
const NOW = 1;
const FILLING = 2;
const LATER = 3;
const TAKEN = 4;

export const weightedRoundRobinHaproxy: Policy = {
  id: 'weighted-round-robin-haproxy',
  pick(view) {
    if (view.own[NOTICED] !== view.changes) noticeChanges(view);
    if (!isAnyoneLeft(view)) return -1;
    const passedOver: number[] = [];
    let server = take(view);
    // Who was tried in vain has had a turn all the same.
    for (; wasTried(view, server); server = take(view)) passedOver.push(server);
    lineUp(view, server);
    for (let i = passedOver.length - 1; i >= 0; i--) lineUp(view, passedOver[i]);
    return server;
  },
};

/** Is there a server that this request has not tried in vain? */
function isAnyoneLeft(view: BalancerView): boolean {
  for (let i = 0; i < view.usableCount; i++) if (!wasTried(view, view.usable[i])) return true;
  return false;
}

/** HAProxy's weights are whole numbers, 16 for each unit of the configured ones. */
const weightOf = ({ weight }: BalancerView, server: number): number =>
  Math.max(1, Math.round(16 * weight[server]));

/** Takes servers out and lets them in as the rotation has changed since the last pick. */
function noticeChanges(view: BalancerView): void {
  const { own, isUsable, usable, usableCount } = view;
  const [line, due] = columnsOf(view);
  own[NOTICED] = view.changes;
  own[NEXT_ROUND] = 0;
  for (let s = 0; s < line.length; s++) {
    if (line[s] === OUT) continue;
    if (isUsable[s] === 1) own[NEXT_ROUND] += weightOf(view, s);
    else line[s] = OUT;
  }
  const isStart = own[LINED_UP] === 0;
  for (let i = 0; i < usableCount; i++) {
    const s = usable[i];
    if (line[s] !== OUT) continue;
    const weight = weightOf(view, s);
    own[NEXT_ROUND] += weight;
    if (isStart) enter(view, s, FILLING);
    else {
      due[s] = own[POSITION] + Math.trunc((own[NEXT_ROUND] + own[ROUND] - own[POSITION]) / weight);
      lineUp(view, s);
    }
  }
  if (isStart || own[ROUND] === 0) own[ROUND] = own[POSITION] = own[NEXT_ROUND];
}

/** Picks the server whose turn it is, and works out when it is due again. There has to be one. */
function take(view: BalancerView): number {
  const { own } = view;
  const [line, due, remainder] = columnsOf(view);
  let server = firstIn(view, NOW);
  if (server === -1 || due[server] > own[POSITION]) {
    const filling = firstIn(view, FILLING);
    if (filling !== -1) {
      server = filling;
      due[server] = own[POSITION];
      remainder[server] = 0;
    } else if (server === -1) {
      beginRound(view);
      return take(view);
    }
  }
  const weight = weightOf(view, server);
  due[server] += Math.floor(own[NEXT_ROUND] / weight);
  remainder[server] += own[NEXT_ROUND] % weight;
  if (remainder[server] >= weight) {
    remainder[server] -= weight;
    due[server]++;
  }
  own[POSITION]++;
  line[server] = TAKEN;
  return server;
}

/** Those who waited for the next round are those who fill this one. */
function beginRound(view: BalancerView): void {
  const { own } = view;
  const [line] = columnsOf(view);
  for (let s = 0; s < line.length; s++) if (line[s] === LATER) line[s] = FILLING;
  own[ROUND] = own[POSITION] = own[NEXT_ROUND];
}

function lineUp(view: BalancerView, server: number): void {
  const { own } = view;
  const [, due] = columnsOf(view);
  const isLate = due[server] >= 2 * own[ROUND] || due[server] >= own[ROUND] + own[NEXT_ROUND];
  if (isLate) due[server] -= own[ROUND];
  enter(view, server, isLate ? LATER : NOW);
}

function enter(view: BalancerView, server: number, which: number): void {
  const [line, , , place] = columnsOf(view);
  line[server] = which;
  place[server] = ++view.own[LINED_UP];
}

/** The first server in a line, or -1: who is due first in this round; those who fill holes are due at any time. */
function firstIn(view: BalancerView, which: typeof NOW | typeof FILLING): number {
  const { usable, usableCount, perServer } = view;
  const line = perServer[0];
  const due = perServer[1];
  let first = -1;
  for (let i = 0; i < usableCount; i++) {
    const server = usable[i];
    if (line[server] !== which) continue;
    const later = first === -1 ? -1 : which === NOW ? due[server] - due[first] : 0;
    if (later < 0 || (later === 0 && isBefore(view, server, first, which))) first = server;
  }
  return first;
}

/** Of two that are due at the same time: who is heavier, in this round less what its gaps left over, then who came first. */
function isBefore(view: BalancerView, a: number, b: number, which: typeof NOW | typeof FILLING): boolean {
  const [, , remainder, place] = columnsOf(view);
  const rank = (s: number) =>
    which === NOW ? Math.floor((remainder[s] - weightOf(view, s)) / 16) : -weightOf(view, s);
  const later = rank(a) - rank(b);
  return later < 0 || (later === 0 && place[a] < place[b]);
}
