/**
 * A run one can move about in. Its world is the moment at the playhead; earlier moments are reached from
 * kept snapshots by replaying forward, so that every way to a moment gives the same bytes.
 */
import type { Action, Intervention } from '../engine/intervention.ts';
import type { Scenario } from '../engine/scenario.ts';
import type { Observer } from '../engine/sim.ts';
import { createSimulation, type Run, type Simulation } from '../engine/simulation.ts';
import { sizeOfWorld } from '../engine/snapshot.ts';
import { isAwaited } from '../engine/state/requests.ts';
import type { World } from '../engine/state/world.ts';
import { countAnswer, createHistory, type History, truncateHistory } from './history.ts';
import {
  clearRecent,
  createRecent,
  noteAnswer,
  noteCopy,
  noteHappening,
  noteLeg,
  noteRefusal,
  RECENT_MS,
  type Recent,
} from './recent.ts';
import { countTime, createSeries, nextSampleMs, type Series, takeSample, truncateSeries } from './series.ts';

/** Simulated time between snapshots at first; a multiple of the history's buckets. Doubles when there are many. */
const SNAPSHOT_MS = 2000;
const MOST_SNAPSHOTS = 240;
/** Memory all snapshots of a run may take together; with a crowd fewer are kept. */
const SNAPSHOT_BYTES = 200_000_000;
const FEWEST_SNAPSHOTS = 6;
/** Events between two looks at the clock of whoever waits. */
const SLICE_EVENTS = 2000;

export interface Timeline {
  readonly run: Run;
  /** The scenario that holds at the playhead. */
  readonly scenario: Scenario;
  /** The moment at the playhead. Read only; replaced when the playhead moves back. */
  readonly world: World;
  /** The playhead, in simulated milliseconds. */
  readonly nowMs: number;
  /** How far the run has been simulated. */
  readonly frontierMs: number;
  readonly history: History;
  /** null when nobody wants it. */
  readonly series: Series | null;
  readonly recent: Recent;
  /**
   * Moves the playhead to a time, forward or back. Works in slices while `keepOn()` says so; when it says
   * no, the playhead stays where it got to. Returns whether it arrived.
   */
  goTo(timeMs: number, keepOn?: () => boolean): boolean;
  /** Moves to the next time at which something visible happens, at most to `limitMs`. */
  stepForward(limitMs: number): void;
  /** Moves to the last time before the playhead at which something visible happened, or to 0. */
  stepBack(): void;
  /**
   * Runs a stretch of the run once more, apart from the playhead, for whoever wants to look at it closely. The observer
   * also sees the little that comes before `fromMs`, back to a kept snapshot. Works in slices as `goTo` does; returns
   * whether it came to `toMs`.
   */
  watch(fromMs: number, toMs: number, observer: Observer, keepOn?: () => boolean): boolean;
  /** Does something now: whatever was to come is dropped, and the run goes on from here. */
  act(action: Action): void;
}

export function createTimeline(initial: Run, series: Series | null = createSeries()): Timeline {
  let run = initial;
  let frontierMs = 0;
  let snapshotMs = SNAPSHOT_MS;
  /** True when something visible happened since it was last set to false. */
  let stirred = false;
  const history = createHistory();
  const recent = createRecent();

  const simulate = (from?: World): Simulation => {
    const simulation = createSimulation(run, from);
    simulation.observe({
      moved(world, r) {
        stirred = true;
        noteLeg(recent, world, r);
      },
      copied(world, copy, arrivesMs) {
        noteCopy(recent, world, copy, arrivesMs);
      },
      decided(world, r) {
        noteRefusal(recent, world, r, run);
      },
      finished(world, r) {
        // Files come along with pages and would drown them; what caches ask for by themselves is nobody's answer.
        if (!isAwaited(world.requests.kind[r])) return;
        noteAnswer(recent, world, r);
        if (world.nowMs <= frontierMs) return;
        const { status, bornMs } = world.requests;
        countAnswer(history, world.nowMs, status[r]);
        if (series && status[r] < 400) countTime(series, world.nowMs - bornMs[r]);
      },
      happened(world, happening) {
        stirred = true;
        noteHappening(recent, world, happening, run);
      },
    });
    return simulation;
  };

  let simulation = simulate();
  let snapshots: World[] = [simulation.snapshot()];

  const lastSnapshot = (atMs: number): World => {
    let i = snapshots.length - 1;
    while (i > 0 && snapshots[i].nowMs > atMs) i--;
    return snapshots[i];
  };

  const keepSnapshot = (): void => {
    snapshots.push(simulation.snapshot());
    const affordable = Math.max(FEWEST_SNAPSHOTS, SNAPSHOT_BYTES / sizeOfWorld(simulation.world));
    if (snapshots.length <= Math.min(MOST_SNAPSHOTS, affordable)) return;
    snapshotMs *= 2;
    snapshots = snapshots.filter((s) => s.nowMs % snapshotMs === 0);
  };

  /** Goes back to a moment early enough that everything recent is seen again on the way to `timeMs`. */
  const rewind = (timeMs: number): void => {
    clearRecent(recent);
    simulation.restore(lastSnapshot(timeMs - RECENT_MS));
  };

  /** Runs forward over at most one snapshot or sample. False when it was told to stop. */
  const runTo = (timeMs: number, keepOn: () => boolean): boolean => {
    while (!simulation.runSlice(timeMs, SLICE_EVENTS)) {
      if (keepOn()) continue;
      // Never stop between two events of the same time: the history would count the second one twice or not.
      simulation.runUntil(simulation.world.nowMs);
      return false;
    }
    return true;
  };

  const nextSnapshotMs = () => snapshots[snapshots.length - 1].nowMs + snapshotMs;
  const nextLookMs = () => (series ? nextSampleMs(series) : Number.POSITIVE_INFINITY);
  const forward = (timeMs: number, keepOn: () => boolean): boolean => {
    for (;;) {
      const stopMs = Math.min(timeMs, nextSnapshotMs(), nextLookMs());
      const arrived = runTo(stopMs, keepOn);
      if (simulation.world.nowMs > frontierMs) frontierMs = simulation.world.nowMs;
      if (!arrived) return false;
      if (series && stopMs === nextLookMs()) takeSample(series, simulation.world);
      if (stopMs === nextSnapshotMs()) keepSnapshot();
      if (stopMs === timeMs) return true;
      if (!keepOn()) return false;
    }
  };

  const always = () => true;

  return {
    get run() {
      return run;
    },
    get scenario() {
      return simulation.scenario;
    },
    get world() {
      return simulation.world;
    },
    get nowMs() {
      return simulation.world.nowMs;
    },
    get frontierMs() {
      return frontierMs;
    },
    history,
    series,
    recent,
    goTo(timeMs, keepOn = always) {
      if (timeMs < simulation.world.nowMs) rewind(timeMs);
      return forward(timeMs, keepOn);
    },
    watch(fromMs, toMs, observer, keepOn = always) {
      const apart = createSimulation(run, lastSnapshot(fromMs));
      apart.observe(observer);
      while (!apart.runSlice(toMs, SLICE_EVENTS)) if (!keepOn()) return false;
      return true;
    },
    stepForward(limitMs) {
      stirred = false;
      for (let stopMs = 0; !stirred && stopMs < limitMs; ) {
        // No step goes over a time at which the world is copied or looked at.
        stopMs = Math.min(limitMs, nextSnapshotMs(), nextLookMs());
        while (!stirred && simulation.step(stopMs));
        // Everything else of the same time belongs to the same moment.
        forward(stirred ? simulation.world.nowMs : stopMs, always);
      }
    },
    stepBack() {
      const before = simulation.world.nowMs;
      const previousMs = lastStirBefore(before);
      rewind(previousMs);
      forward(previousMs, always);
    },
    act(action) {
      const nowMs = simulation.world.nowMs;
      const past = run.interventions.filter((i) => i.atMs <= nowMs);
      const intervention: Intervention = { ...action, atMs: nowMs };
      run = { ...run, interventions: [...past, intervention] };
      snapshots = snapshots.filter((s) => s.nowMs < nowMs || s.nowMs === 0);
      // Counts of the stretch since the last snapshot are made again, because a bucket may be half full.
      const from = snapshots[snapshots.length - 1];
      truncateHistory(history, from.nowMs);
      if (series) truncateSeries(series, from.nowMs);
      frontierMs = from.nowMs;
      clearRecent(recent);
      const start = lastSnapshot(nowMs - RECENT_MS);
      simulation = simulate(start);
      forward(nowMs, always);
    },
  };

  function lastStirBefore(timeMs: number): number {
    for (let i = snapshots.length - 1; i >= 0; i--) {
      if (snapshots[i].nowMs >= timeMs) continue;
      simulation.restore(snapshots[i]);
      let found = -1;
      for (;;) {
        stirred = false;
        if (!simulation.step(timeMs) || simulation.world.nowMs >= timeMs) break;
        if (stirred) found = simulation.world.nowMs;
      }
      if (found >= 0) return found;
    }
    return 0;
  }
}
