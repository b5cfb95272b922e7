/**
 * A run one can move about in. Its world is the moment at the playhead; earlier moments are reached from
 * kept snapshots by replaying forward, so that every way to a moment gives the same bytes.
 */
import type { Action, Intervention } from '../engine/intervention.ts';
import type { Scenario } from '../engine/scenario.ts';
import { createSimulation, type Run, type Simulation } from '../engine/simulation.ts';
import { isAwaited } from '../engine/state/requests.ts';
import type { World } from '../engine/state/world.ts';
import { BUCKET_MS, countAnswer, createHistory, type History, truncateHistory } from './history.ts';
import { createKeptMoments, type KeptMoment, keepMoment } from './keptMoments.ts';
import { momentAt } from './moment.ts';
import { countSame, partMs } from './parting.ts';
import {
  createRecent,
  noteAnswer,
  noteCopy,
  noteHappening,
  noteLeg,
  noteRefusal,
  type Recent,
} from './recent.ts';
import { copyRecent, restoreRecent } from './recentCopy.ts';
import {
  countTime,
  createSeries,
  nextSampleMs,
  type Series,
  takeSample,
  truncateSeries,
  wholeUntilMs,
} from './series.ts';

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
  /** Of each intervention whose time has come, by its place in the list: did it make no sense then, and change nothing? */
  readonly inVain: readonly boolean[];
  /**
   * Moves the playhead to a time, forward or back. Works in slices while `keepOn()` says so; when it says
   * no, the playhead stays where it got to. Returns whether it arrived.
   */
  goTo(timeMs: number, keepOn?: () => boolean): boolean;
  /** Moves to the next time at which something visible happens, at most to `limitMs`. */
  stepForward(limitMs: number): void;
  /** Moves to the last time before the playhead at which something visible happened, or to 0. */
  stepBack(): void;
  /** The same run at a kept moment at or before a time, to go on apart from the playhead. */
  apart(timeMs: number): Simulation;
  /** Does something now: whatever was to come is dropped, and the run goes on from here. */
  act(action: Action): void;
  /**
   * The same run with other interventions, in order of time. The playhead stays, and all before the first difference
   * need not be simulated again. Works in slices as `goTo` does; returns whether it came back to the playhead.
   */
  setInterventions(interventions: readonly Intervention[], keepOn?: () => boolean): boolean;
}

export function createTimeline(initial: Run, series: Series | null = createSeries()): Timeline {
  let run = initial;
  let frontierMs = 0;
  /** True when something visible happened since it was last set to false. */
  let stirred = false;
  const history = createHistory();
  const recent = createRecent();
  let inVain: boolean[] = [];

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
        if (happening.what === 'intervention') inVain[happening.index] = happening.ignored;
        noteHappening(recent, world, happening, run);
      },
    });
    return simulation;
  };

  let simulation = simulate();
  const keptNow = (): KeptMoment =>
    keepMoment(simulation.snapshot(), copyRecent(recent, simulation.world.nowMs));
  const kept = createKeptMoments(keptNow());

  const goBackTo = ({ world, recent: then }: KeptMoment): void => {
    simulation.restore(world);
    restoreRecent(recent, then);
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

  const nextLookMs = () => (series ? nextSampleMs(series) : Number.POSITIVE_INFINITY);
  const forward = (timeMs: number, keepOn: () => boolean): boolean => {
    for (;;) {
      // Moments are kept at the edge of a bucket, so that the history of what comes after can be counted anew.
      const fromMs = Math.max(simulation.world.nowMs, kept.last.world.nowMs);
      const edgeMs = (Math.floor(fromMs / BUCKET_MS) + 1) * BUCKET_MS;
      const stopMs = Math.min(timeMs, edgeMs, nextLookMs());
      const arrived = runTo(stopMs, keepOn);
      if (simulation.world.nowMs > frontierMs) frontierMs = simulation.world.nowMs;
      if (!arrived) return false;
      if (series && stopMs === nextLookMs()) takeSample(series, simulation.world, simulation.scenario);
      if (stopMs % BUCKET_MS === 0 && kept.wants(simulation.world)) kept.keep(keptNow());
      if (stopMs === timeMs) return true;
      if (!keepOn()) return false;
    }
  };

  const always = () => true;

  const timeline: Timeline = {
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
    get inVain() {
      return inVain;
    },
    goTo(timeMs, keepOn = always) {
      const { nowMs } = simulation.world;
      const nearest = kept.before(timeMs);
      if (timeMs < nowMs || nearest.world.nowMs > nowMs) goBackTo(nearest);
      return forward(timeMs, keepOn);
    },
    apart: (timeMs) => createSimulation(run, kept.before(timeMs).world),
    stepForward(limitMs) {
      stirred = false;
      for (let stopMs = 0; !stirred && stopMs < limitMs; ) {
        // No step goes over a time at which the world is looked at.
        stopMs = Math.min(limitMs, nextLookMs());
        while (!stirred && simulation.step(stopMs));
        // Everything else of the same moment belongs to it.
        forward(stirred ? momentAt(simulation.world.nowMs) : stopMs, always);
      }
    },
    stepBack() {
      const before = simulation.world.nowMs;
      const previousMs = lastStirBefore(before);
      goBackTo(kept.before(previousMs));
      forward(previousMs, always);
    },
    act(action) {
      const { nowMs } = simulation.world;
      const past = run.interventions.filter((i) => i.atMs <= nowMs);
      timeline.setInterventions([...past, { ...action, atMs: nowMs }]);
    },
    setInterventions(interventions, keepOn = always) {
      const { nowMs } = simulation.world;
      const same = countSame(run.interventions, interventions);
      const changedMs = partMs(run.interventions, interventions);
      inVain = inVain.slice(0, same);
      run = { ...run, interventions };
      kept.dropFrom(changedMs);
      // What was counted is counted again from where every bucket is whole.
      frontierMs = Math.min(frontierMs, kept.last.world.nowMs);
      if (series) frontierMs = wholeUntilMs(series, frontierMs);
      truncateHistory(history, frontierMs);
      if (series) truncateSeries(series, frontierMs);
      simulation = simulate(kept.last.world);
      goBackTo(kept.before(Math.min(nowMs, frontierMs)));
      return forward(nowMs, keepOn);
    },
  };
  return timeline;

  function lastStirBefore(timeMs: number): number {
    for (const { world } of kept.backwards()) {
      if (world.nowMs >= timeMs) continue;
      simulation.restore(world);
      let found = -1;
      for (;;) {
        stirred = false;
        if (!simulation.step(timeMs) || momentAt(simulation.world.nowMs) >= timeMs) break;
        if (stirred) found = momentAt(simulation.world.nowMs);
      }
      if (found >= 0) return found;
    }
    return 0;
  }
}
