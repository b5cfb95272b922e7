/**
 * Least time, as nginx's `least_time last_byte`: the server with the least time for its weight, which is the average of its
 * answers times the requests it would then have. Averages are sorted into classes of 20 ms, so that servers that are
 * about as fast take turns: a smooth weighted turn among those that tie.
 */
import { type BalancerView, type Policy, wasTried } from './policy.ts';
import { learnFromFailure, turnAmong } from './smoothWeights.ts';

/**
 * Columns beside those of the turns: the average in whole milliseconds, when the server was last tried, in seconds, and
 * how far the average's class is above the lowest, because every pick looks at that of every server.
 */
const AVERAGE = 2;
const CHECKED = 3;
const ABOVE_LOWEST = 4;

/** The width of a class of averages, and so the lowest that any server has. */
const CLASS_MS = 20;

/** nginx's `fail_timeout`: a server that was not picked for longer has its average halved, to give it a chance. */
const FAIL_TIMEOUT_S = 10;

export const leastTime: Policy = {
  id: 'least-time',
  pick(view) {
    const { usable, usableCount, noted, weight, inFlight } = view;
    const checked = view.perServer[CHECKED];
    const above = view.perServer[ABOVE_LOWEST];
    const nowS = seconds(view);
    let best = -1;
    let bestTime = 0;
    let tied = 0;
    for (let i = 0; i < usableCount; i++) {
      const server = usable[i];
      if (wasTried(view, server)) continue;
      const idleS = nowS - checked[server];
      const answerMs = idleS > FAIL_TIMEOUT_S ? halvedMs(view, server, idleS) : CLASS_MS + above[server];
      const time = answerMs * (1 + inFlight[server]);
      const less = best === -1 ? -1 : difference(time, weight[server], bestTime, weight[best]);
      if (less < 0) {
        best = server;
        bestTime = time;
        noted[0] = server;
        tied = 1;
      } else if (less === 0) noted[tied++] = server;
    }
    if (tied > 1) best = turnAmong(view, tied);
    if (best !== -1 && nowS - checked[best] > FAIL_TIMEOUT_S) checked[best] = nowS;
    return best;
  },
  ended(view, server, tookMs, failed) {
    learnFromFailure(view, server, tookMs, failed);
    if (failed) view.perServer[CHECKED][server] = seconds(view);
    else average(view, server, Math.floor(tookMs));
  },
};

/** Of two times for their weights, less than 0 when the first is shorter. Compared crosswise, so that no division rounds. */
function difference(timeA: number, weightA: number, timeB: number, weightB: number): number {
  return weightA === weightB ? timeA - timeB : timeA * weightB - timeB * weightA;
}

/** What an answer is taken to need where nobody was sent for long: the average, halved for every 11 s. */
function halvedMs({ perServer }: BalancerView, server: number, idleS: number): number {
  const averageMs = perServer[AVERAGE][server];
  const halvings = Math.floor(idleS / (FAIL_TIMEOUT_S + 1));
  return timeClass(halvings > 30 ? 0 : Math.floor(averageMs / (1 << halvings)));
}

/** What counts for an average: the next multiple of 20 ms; all above 5000 ms are equally bad. */
export function timeClass(averageMs: number): number {
  if (averageMs > 5000) return 5000;
  const ms = averageMs | 0; // a small whole number, which divides far faster when the compiler knows
  return ms + CLASS_MS - (ms % CLASS_MS);
}

/** One part in twenty is new, rounded to whole milliseconds. */
function average({ perServer }: BalancerView, server: number, tookMs: number): void {
  const averages = perServer[AVERAGE];
  const old = averages[server];
  averages[server] = old === 0 ? tookMs : Math.floor(0.5 + (tookMs * 0.05 + old * 0.95));
  perServer[ABOVE_LOWEST][server] = timeClass(averages[server]) - CLASS_MS;
}

/** nginx's clock has whole seconds. */
const seconds = (view: BalancerView): number => Math.floor(view.nowMs / 1000);
