/**
 * Several runs as players that play together: what each shows is its own, and whatever moves one moves all. Each has a
 * store, as a player alone has; one clock drives them.
 */
import type { Action, Intervention } from '../engine/intervention.ts';
import type { Run } from '../engine/simulation.ts';
import { createClock, untilWall } from '../player/clock.ts';
import {
  clampToRun,
  createPlayer,
  type FramePainter,
  glowMsAt,
  LONGEST_RUN_MS,
  type Player,
  type PlayerState,
  PUBLISH_CALMLY_MS,
} from '../player/createPlayer.ts';
import { viewMoment } from '../player/view.ts';
import { createLockstep, type Lockstep } from './core/lockstep.ts';
import { nextLookMs } from './core/telling.ts';

/** Wall time a frame may spend on simulating all of them; the rest is for drawing. */
const FRAME_BUDGET_MS = 8;
/** Wall time between two looks of React at playing runs, which are several stages. */
const PUBLISH_EVERY_MS = 150;
/** Simulated time per wall time at the most. */
const FASTEST = 100;

export interface LockstepPlayers {
  readonly players: readonly Player[];
  readonly lockstep: Lockstep;
  /** Where something happens that is done in one of them. */
  setScope(scope: 'all' | 'one'): void;
  /** How much of what was done here can be taken back, and how much of that made again. With it `revision` changes. */
  readonly back: number;
  readonly on: number;
  undo(): void;
  redo(): void;
  dispose(): void;
}

/** What was done in each of the runs, and from when on something else is. */
interface Step {
  done: readonly (readonly Intervention[])[];
  fromMs: number;
}

interface Options {
  atMs: number;
  speed: number;
  calm: boolean;
  /** Goes on to where the runs differ, if they do soon. */
  looks?: boolean;
}

/** The rules of all runs, and of whatever is done in them, must be at hand. */
export function createLockstepPlayers(
  runs: readonly Run[],
  { atMs, speed, calm, looks }: Options,
): LockstepPlayers {
  const single = runs.map((run) => createPlayer(run, 0, { speed, calm }));
  const lockstep = createLockstep(single.map((player) => player.timeline));
  const painters = runs.map(() => new Set<FramePainter>());
  const seen = runs.map(() => true);
  let scope: 'all' | 'one' = 'all';
  let sincePublishMs = 0;
  let stopAtMs = LONGEST_RUN_MS;
  /** Where the visitor wants to be when getting there takes more than a frame; NaN when nowhere. */
  let wantedMs = Number.NaN;

  /** Where the search for a moment that tells began; null without one. */
  let looksFromMs: number | null = null;

  /** What was done in the runs before each thing that was done here, the last one at the end. */
  const undoable: Step[] = [];
  let redoable: Step[] = [];

  const [{ store }] = single;
  const tellAll = (state: Partial<PlayerState>) => {
    for (const player of single) player.store.setState(state);
  };
  const glowMs = () => glowMsAt(store.getState().speed);
  const paint = () => {
    single.forEach(({ timeline }, i) => {
      if (seen[i]) for (const painter of painters[i]) painter(timeline, glowMs());
    });
  };
  const publish = (more: Partial<PlayerState> = {}) => {
    sincePublishMs = 0;
    for (const player of single) player.store.setState({ ...more, view: viewMoment(player.timeline) });
    paint();
  };

  const clock = createClock((wallMs) => {
    const { playing, speed: now, calm: calmly, behind } = store.getState();
    const seeking = !Number.isNaN(wantedMs);
    // Going as fast as one can is for one run: several are seen when all have arrived.
    const perWallMs = Math.min(now, FASTEST);
    const targetMs = seeking ? wantedMs : Math.min(stopAtMs, lockstep.nowMs + wallMs * perWallMs);
    // A stretch that takes longer than a frame is gone through to its end before the next one begins.
    const arrived = lockstep.goTo(targetMs, untilWall(FRAME_BUDGET_MS));
    wantedMs = arrived ? Number.NaN : targetMs;
    sincePublishMs += wallMs;
    if (!arrived) {
      if (!behind) tellAll({ behind: true });
      return;
    }
    if (looksFromMs !== null) {
      const nextMs = nextLookMs(lockstep, looksFromMs);
      // Back where it began there is nothing to see, and that is to be seen.
      if (nextMs === null || nextMs === looksFromMs) looksFromMs = null;
      if (nextMs !== null) {
        wantedMs = clampToRun(nextMs);
        return;
      }
    }
    const ended = playing && lockstep.nowMs >= stopAtMs;
    if (ended) publish({ playing: false, behind: false });
    else if (behind || sincePublishMs >= (calmly ? PUBLISH_CALMLY_MS : PUBLISH_EVERY_MS))
      publish({ behind: false });
    else if (!calmly) paint();
    if (ended || !playing) clock.stop();
  });

  const jump = (timeMs: number, more: Partial<PlayerState> = {}) => {
    looksFromMs = null;
    const targetMs = clampToRun(timeMs);
    const arrived = lockstep.goTo(targetMs, untilWall(FRAME_BUDGET_MS));
    wantedMs = arrived ? Number.NaN : targetMs;
    if (arrived) publish({ ...more, behind: false });
    else {
      tellAll({ ...more, behind: true });
      clock.start();
    }
  };
  const stepped = () => {
    looksFromMs = null;
    wantedMs = Number.NaN;
    clock.stop();
    publish({ playing: false, behind: false });
  };

  const together = {
    play() {
      // At their end runs begin anew.
      if (lockstep.nowMs >= LONGEST_RUN_MS) jump(0);
      stopAtMs = LONGEST_RUN_MS;
      looksFromMs = null;
      tellAll({ playing: true });
      clock.start();
    },
    playUntil(timeMs: number) {
      together.play();
      stopAtMs = clampToRun(timeMs);
    },
    pause() {
      // A moment at a whole millisecond has a short address.
      const restMs = single[0].store.getState().playing ? Math.ceil(lockstep.nowMs) : lockstep.nowMs;
      tellAll({ playing: false });
      jump(Number.isNaN(wantedMs) ? restMs : wantedMs);
      if (Number.isNaN(wantedMs)) clock.stop();
    },
    setSpeed(next: number) {
      tellAll({ speed: next });
      paint();
    },
    setCalm(next: boolean) {
      tellAll({ calm: next });
      paint();
    },
    seek(timeMs: number) {
      stopAtMs = LONGEST_RUN_MS;
      jump(timeMs);
    },
    stepForward() {
      lockstep.stepForward(LONGEST_RUN_MS);
      stepped();
    },
    stepBack() {
      lockstep.stepBack();
      stepped();
    },
    restart() {
      jump(0);
    },
    /** Which runs there are, and what was done in them, is not theirs to change; together they only go on. */
    load() {},
    setInterventions() {},
    playBackwards() {},
  };
  const act = (action: Action, run: number) => {
    // Whole milliseconds, so that a link can name the time exactly.
    lockstep.goTo(Math.ceil(lockstep.nowMs));
    undoable.push({ done: done(), fromMs: lockstep.nowMs });
    redoable = [];
    lockstep.act(action, scope === 'all' ? 'all' : run);
    wantedMs = Number.NaN;
    looksFromMs = null;
    tellChange();
    publish({ behind: false });
  };
  const done = () => lockstep.timelines.map(({ run }) => run.interventions);
  const tellChange = () => {
    for (const player of single) {
      const { revision } = player.store.getState();
      player.store.setState({ run: player.timeline.run, revision: revision + 1 });
    }
  };
  /** Takes one step back on the way of what was done here, and can take it again the other way. */
  const retrace = (from: Step[], to: Step[]) => {
    const step = from.pop();
    if (step === undefined) return;
    to.push({ done: done(), fromMs: step.fromMs });
    const hereMs = Number.isNaN(wantedMs) ? lockstep.nowMs : wantedMs;
    lockstep.change(step.done, step.fromMs);
    tellChange();
    jump(hereMs);
  };

  const players = single.map(
    (player, i): Player => ({
      ...player,
      ...together,
      get timeline() {
        return player.timeline;
      },
      act: (action) => act(action, i),
      onFrame(painter) {
        painters[i].add(painter);
        painter(player.timeline, glowMs());
        return () => painters[i].delete(painter);
      },
      setVisible(visible) {
        seen[i] = visible;
        if (visible) paint();
      },
    }),
  );
  jump(atMs);
  if (looks) {
    looksFromMs = clampToRun(atMs);
    wantedMs = looksFromMs;
    tellAll({ behind: true });
    clock.start();
  }

  return {
    players,
    lockstep,
    setScope(next) {
      scope = next;
    },
    get back() {
      return undoable.length;
    },
    get on() {
      return redoable.length;
    },
    undo: () => retrace(undoable, redoable),
    redo: () => retrace(redoable, undoable),
    dispose() {
      clock.stop();
      for (const player of single) player.dispose();
      for (const set of painters) set.clear();
    },
  };
}
