/**
 * Looks for the next or the last time at which something happened, in pieces, so that nothing waits for it. It works
 * apart from the playhead, which goes there when it is found.
 */
import type { Observer } from '../engine/sim.ts';
import type { Simulation } from '../engine/simulation.ts';
import { isAwaited } from '../engine/state/requests.ts';
import type { World } from '../engine/state/world.ts';
import { momentAt } from '../timeline/moment.ts';
import { isNews } from '../timeline/recent.ts';
import type { Timeline } from '../timeline/timeline.ts';

/** `refusal`: an answer that is told, a failure as well. `request`: a request that this person makes. */
export type Wanted = { what: 'refusal' } | { what: 'request'; user: number };

/** Simulated time that is looked through for something that has not happened yet. */
export const LOOK_AHEAD_MS = 10 * 60 * 1000;

const SLICE_EVENTS = 1000;

export interface Search {
  /** Goes on while it may. Returns whether it is done. */
  go(keepOn: () => boolean): boolean;
  /** The moment, once it is done; null when there is none. */
  readonly foundMs: number | null;
  /** Does it look at what is to come? */
  readonly ahead: boolean;
}

export function searchNext(timeline: Timeline, wanted: Wanted, limitMs: number): Search {
  const fromMs = timeline.nowMs;
  const simulation = timeline.apart(fromMs);
  let foundMs: number | null = null;
  simulation.observe(
    watchFor(wanted, ({ nowMs }) => {
      if (momentAt(nowMs) > fromMs) foundMs ??= momentAt(nowMs);
    }),
  );
  const untilMs = Math.min(limitMs, fromMs + LOOK_AHEAD_MS);
  return {
    ahead: true,
    get foundMs() {
      return foundMs;
    },
    go(keepOn) {
      for (;;) {
        const isOver = simulation.runSlice(untilMs, SLICE_EVENTS);
        if (foundMs !== null || isOver) return true;
        if (!keepOn()) return false;
      }
    },
  };
}

export function searchPrevious(timeline: Timeline, wanted: Wanted): Search {
  const beforeMs = timeline.nowMs;
  let untilMs = beforeMs;
  let foundMs: number | null = null;
  let simulation: Simulation;
  let startMs: number;
  /** The stretch between two kept moments that ends at `untilMs`. */
  const nextStretch = () => {
    simulation = timeline.apart(untilMs - Number.EPSILON * Math.max(1, untilMs));
    startMs = simulation.world.nowMs;
    simulation.observe(
      watchFor(wanted, ({ nowMs }) => {
        if (momentAt(nowMs) < beforeMs) foundMs = momentAt(nowMs);
      }),
    );
  };
  nextStretch();
  return {
    ahead: false,
    get foundMs() {
      return foundMs;
    },
    go(keepOn) {
      for (;;) {
        if (simulation.runSlice(untilMs, SLICE_EVENTS)) {
          if (foundMs !== null || startMs === 0) return true;
          untilMs = startMs;
          nextStretch();
        }
        if (!keepOn()) return false;
      }
    },
  };
}

function watchFor(wanted: Wanted, found: (world: World) => void): Observer {
  if (wanted.what === 'refusal') {
    return {
      decided(world, r) {
        if (isNews(world.requests, r)) found(world);
      },
      happened(world, happening) {
        if (happening.what === 'gave-up') found(world);
      },
    };
  }
  return {
    moved(world, r) {
      const { requests } = world;
      if (
        requests.user[r] === wanted.user &&
        isAwaited(requests.kind[r]) &&
        requests.bornMs[r] === world.nowMs
      )
        found(world);
    },
  };
}
