/**
 * Least time, as nginx's `least_time last_byte`: the server with the least time for its weight, which is the average of its
 * answers times the requests it would then have. Averages are sorted into classes of 20 ms, so that servers that are
 * about as fast take turns: a smooth weighted turn among those that tie.
 */
import { type BalancerView, type Policy, wasTried } from './policy.ts';
import { CREDIT, gain, learnFromFailure } from './smoothWeights.ts';

/** Columns beside those of the turns: the average in whole milliseconds, and when the server was last tried, in seconds. */
const AVERAGE = 2;
const CHECKED = 3;

/** nginx's `fail_timeout`: a server that was not picked for longer has its average halved, to give it a chance. */
const FAIL_TIMEOUT_S = 10;

export const leastTime: Policy = {
  id: 'least-time',
  pick(view) {
    const { usable, usableCount, weight, inFlight } = view;
    const averages = view.perServer[AVERAGE];
    const checked = view.perServer[CHECKED];
    const nowS = seconds(view);
    let best = -1;
    let bestTime = 0;
    let tied = 0;
    for (let i = 0; i < usableCount; i++) {
      const server = usable[i];
      if (wasTried(view, server)) continue;
      const time = answerMs(averages[server], nowS - checked[server]) * (1 + inFlight[server]);
      const less = best === -1 ? -1 : time * weight[best] - bestTime * weight[server];
      if (less < 0) {
        best = server;
        bestTime = time;
        tied = 1;
      } else if (less === 0) tied++;
    }
    if (tied > 1) best = turnAmong(view, best, bestTime, nowS);
    if (best !== -1 && nowS - checked[best] > FAIL_TIMEOUT_S) checked[best] = nowS;
    return best;
  },
  ended(view, server, tookMs, failed) {
    learnFromFailure(view, server, tookMs, failed);
    if (failed) view.perServer[CHECKED][server] = seconds(view);
    else average(view.perServer[AVERAGE], server, Math.floor(tookMs));
  },
};

/** A smooth weighted turn among those that tie with the first of them. */
function turnAmong(view: BalancerView, first: number, firstTime: number, nowS: number): number {
  const { usable, usableCount, weight, inFlight } = view;
  const credit = view.perServer[CREDIT];
  const averages = view.perServer[AVERAGE];
  const checked = view.perServer[CHECKED];
  let best = first;
  let total = 0;
  for (let i = 0; i < usableCount; i++) {
    const server = usable[i];
    if (wasTried(view, server)) continue;
    const time = answerMs(averages[server], nowS - checked[server]) * (1 + inFlight[server]);
    if (time * weight[first] !== firstTime * weight[server]) continue;
    total += gain(view, server);
    if (credit[server] > credit[best]) best = server;
  }
  credit[best] -= total;
  return best;
}

/** What an answer is taken to need: the average, halved for every 11 s for which nobody was sent there. */
function answerMs(averageMs: number, idleS: number): number {
  if (idleS <= FAIL_TIMEOUT_S) return timeClass(averageMs);
  const halvings = Math.floor(idleS / (FAIL_TIMEOUT_S + 1));
  return timeClass(halvings > 30 ? 0 : Math.floor(averageMs / (1 << halvings)));
}

/** What counts for an average: the next multiple of 20 ms; all above 5000 ms are equally bad. */
export function timeClass(averageMs: number): number {
  if (averageMs > 5000) return 5000;
  const ms = averageMs | 0; // a small whole number, which divides far faster when the compiler knows
  return ms + 20 - (ms % 20);
}

/** One part in twenty is new, rounded to whole milliseconds. */
function average(averages: Float64Array, server: number, tookMs: number): void {
  const old = averages[server];
  averages[server] = old === 0 ? tookMs : Math.floor(0.5 + (tookMs * 0.05 + old * 0.95));
}

/** nginx's clock has whole seconds. */
const seconds = (view: BalancerView): number => Math.floor(view.nowMs / 1000);
