/**
 * Peak EWMA, as in Finagle, Linkerd and tower: of two different servers drawn by chance, the one with the lower cost: what
 * an answer from it takes, estimated, times the requests it would then have. The estimate is a moving average that goes
 * up to a worse answer at once and down only slowly, so that a server that gets slow is avoided soon.
 *
 * Every answer counts, failures too: a server that refuses at once looks fast until a health check takes it out.
 */
import { exp } from '../math/portable.ts';
import { candidateAt, candidateCount } from './draws.ts';
import type { BalancerView, Draw, Policy } from './policy.ts';

/** Columns: the estimate in milliseconds, when it was worked out, and 1 when there is one. */
const ESTIMATE = 0;
const UPDATED = 1;
const KNOWN = 2;

export const peakEwma: Policy = {
  id: 'peak-ewma',
  pick(view, draw) {
    const count = candidateCount(view);
    if (count < 2) return count === 0 ? -1 : candidateAt(view, 0);
    const [first, second] = drawTwo(view, draw, count);
    return costOf(view, second) < costOf(view, first) ? second : first;
  },
  ended: learn,
};

/** Two different servers, in order of drawing. */
function drawTwo(view: BalancerView, draw: Draw, count: number): [number, number] {
  const first = Math.floor(draw.next() * count);
  const second = Math.floor(draw.next() * (count - 1));
  return [candidateAt(view, first), candidateAt(view, second < first ? second : second + 1)];
}

/** A look at the cost lets the estimate fade, as if an answer had taken no time: who is avoided gets another chance. */
function costOf(view: BalancerView, server: number): number {
  learn(view, server, 0);
  return view.perServer[ESTIMATE][server] * (view.inFlight[server] + 1);
}

function learn({ perServer, settings, nowMs }: BalancerView, server: number, tookMs: number): void {
  const estimate = perServer[ESTIMATE];
  const updated = perServer[UPDATED];
  if (perServer[KNOWN][server] === 0) {
    estimate[server] = settings.ewmaStartMs;
    updated[server] = nowMs;
    perServer[KNOWN][server] = 1;
  }
  if (tookMs > estimate[server]) estimate[server] = tookMs;
  else {
    const old = exp((updated[server] - nowMs) / settings.ewmaDecayMs);
    estimate[server] = estimate[server] * old + tookMs * (1 - old);
  }
  updated[server] = nowMs;
}
