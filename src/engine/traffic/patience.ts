/**
 * How long people and passing visitors wait, and what they do when an answer fails them: ask again, pause, or
 * leave. Servers never learn that somebody stopped waiting: they go on working for nobody.
 */
import { uniform } from '../random/streams.ts';
import type { Patience } from '../scenario.ts';
import { after, EventKind, type Sim, tell } from '../sim.ts';
import { BROKEN_STATUS, GAVE_UP_STATUS, Reason } from '../state/requests.ts';
import { addRow, NONE } from '../state/table.ts';

/** Sets the time at which whoever asks stops waiting, if anybody ever does. */
export function startPatience(sim: Sim, r: number): void {
  const { waitMs } = sim.scenario.patience;
  if (waitMs !== null) sim.world.requests.patience[r] = after(sim, waitMs, EventKind.patience, r);
}

/**
 * Whoever asked waits no longer. For them the request ends here, as a failure; its row goes on without them, through
 * queues and work, until its answer finds nobody. What the servers and the balancer know of it stays as it was.
 */
export function stopWaiting(sim: Sim, r: number): void {
  const { world, observer } = sim;
  const { requests, totals } = world;
  const { [r]: status } = requests.status;
  const { [r]: reason } = requests.reason;
  requests.patience[r] = 0;
  requests.abandoned[r] = 1;
  totals.failed++;
  // Observers see what the one who asked got.
  requests.status[r] = GAVE_UP_STATUS;
  requests.reason[r] = Reason.gaveUp;
  tell(sim, { what: 'gave-up', user: requests.user[r], request: r });
  if (observer?.finished) observer.finished(world, r);
  world.abandoned++;
  requests.status[r] = status;
  requests.reason[r] = reason;
}

/** Was the answer a failure, for which somebody may ask again at once? */
export const isFailure = (status: number): boolean =>
  status >= 500 || status === GAVE_UP_STATUS || status === BROKEN_STATUS;

/**
 * The pause before trying again for the `nth` time, from 0. It may double each time up to a limit, and be drawn
 * between nothing and that ("full jitter"), so that those who failed together don't come back together.
 */
export function retryPauseMs(patience: Patience, luck: number, nth: number): number {
  const { delayMs, longestDelayMs, backoff, jitter } = patience;
  let pauseMs = Math.min(delayMs, longestDelayMs);
  if (backoff) for (let i = 0; i < nth && pauseMs < longestDelayMs; i++) pauseMs *= 2;
  pauseMs = Math.min(pauseMs, longestDelayMs);
  return jitter ? luck * pauseMs : pauseMs;
}

/** A passing visitor whose request failed comes back after a pause, if there are tries left. */
export function comeBack(sim: Sim, r: number): void {
  const { world } = sim;
  const { requests, returning } = world;
  const { patience } = sim.scenario;
  const tries = requests.tries[r];
  if (requests.user[r] !== NONE || tries >= patience.retries) return;
  const visitor = requests.visitor[r];
  const row = addRow(returning);
  returning.visitor[row] = visitor;
  returning.tries[row] = tries + 1;
  after(
    sim,
    retryPauseMs(patience, uniform(sim.streams.visitorRetry, tries, visitor), tries),
    EventKind.returning,
    row,
  );
}
