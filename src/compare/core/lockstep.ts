/**
 * Several runs at one playhead: whatever moves one of them moves all. It works in slices, so that whoever shows them
 * keeps its frames; it knows no clock.
 */
import type { Action, Intervention } from '../../engine/intervention.ts';
import type { Timeline } from '../../timeline/timeline.ts';
import { createTally, type RunNumbers } from './tally.ts';

export interface Lockstep {
  readonly timelines: readonly Timeline[];
  /** The playhead: where all of them were when they last arrived together. */
  readonly nowMs: number;
  /**
   * Moves all to a time, forward or back, while `keepOn()` says so. Until it returns true, they may be at different
   * times; the next call goes on from there.
   */
  goTo(timeMs: number, keepOn?: () => boolean): boolean;
  /** Moves to the next time at which something visible happens in one of them, at most to `limitMs`. */
  stepForward(limitMs: number): void;
  /** Moves to the last time before the playhead at which something visible happened in one of them, or to 0. */
  stepBack(): void;
  /**
   * Does something at the playhead in one of them, or in all: there it changes nothing where it makes no sense. What is
   * done later in them stays: a comparison is about it.
   */
  act(action: Action, where: number | 'all'): void;
  /**
   * Other things are done in them, one list for each, which are the same up to a time; the playhead is just before it.
   */
  change(done: readonly (readonly Intervention[])[], fromMs: number): void;
  /** The numbers of each from its start to the playhead; while they are on the way elsewhere, those from before. */
  numbers(): RunNumbers[];
}

/** @param timelines at their beginning, which nobody else moves */
export function createLockstep(timelines: readonly Timeline[]): Lockstep {
  const tallies = timelines.map(createTally);
  let nowMs = 0;
  let together = false;
  /** The numbers at the playhead, once somebody asked; while they are on the way elsewhere, the last ones. */
  let known: RunNumbers[] | null = null;

  const note = (i: number, complete: boolean) =>
    tallies[i].note(timelines[i].recent, timelines[i].nowMs, complete);
  const always = () => true;
  let goesOn = always;
  // Details are bounded: what they hold is taken down before they hold something else.
  const noteAndAsk = timelines.map((_, i) => () => {
    note(i, false);
    return goesOn();
  });
  const goTo = (timeMs: number, keepOn: () => boolean = always): boolean => {
    goesOn = keepOn;
    together = true;
    for (let i = 0; i < timelines.length; i++) {
      const arrived = timelines[i].goTo(timeMs, noteAndAsk[i]);
      note(i, arrived);
      if (!arrived) together = false;
    }
    if (together) {
      nowMs = timeMs;
      known = null;
    }
    return together;
  };

  goTo(0);

  const lockstep: Lockstep = {
    timelines,
    get nowMs() {
      return nowMs;
    },
    goTo,
    stepForward(limitMs) {
      goTo(nowMs);
      timelines.forEach((timeline, i) => {
        timeline.stepForward(limitMs);
        note(i, true);
      });
      goTo(Math.min(...timelines.map((timeline) => timeline.nowMs)));
    },
    stepBack() {
      goTo(nowMs);
      for (const timeline of timelines) timeline.stepBack();
      goTo(Math.max(...timelines.map((timeline) => timeline.nowMs)));
    },
    act(action, where) {
      const atMs = nowMs;
      const done = timelines.map(({ run: { interventions } }, i) => {
        if (where !== 'all' && where !== i) return interventions;
        const isPast = (x: Intervention) => x.atMs <= atMs;
        return [
          ...interventions.filter(isPast),
          { ...action, atMs },
          ...interventions.filter((x) => !isPast(x)),
        ];
      });
      lockstep.change(done, atMs);
      goTo(atMs);
    },
    change(done, fromMs) {
      goTo(Math.max(0, fromMs - 1));
      timelines.forEach((timeline, i) => {
        if (timeline.run.interventions === done[i]) return;
        tallies[i].forgetAfter(nowMs);
        timeline.setInterventions(done[i]);
        note(i, true);
      });
      known = null;
    },
    numbers() {
      if (together)
        known ??= tallies.map((tally, i) => tally.read(timelines[i].world, timelines[i].scenario));
      return known ?? [];
    },
  };
  return lockstep;
}
