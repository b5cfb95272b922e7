/**
 * One running visualization: a timeline, a playhead that the clock moves, and what the page shows of it.
 * The store is what React reads; it is written a few times a second and at every change a visitor makes.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Action, Intervention } from '../engine/intervention.ts';
import type { Run } from '../engine/simulation.ts';
import { momentAt } from '../timeline/moment.ts';
import { createTimeline, type Timeline } from '../timeline/timeline.ts';
import { createClock, untilWall } from './clock.ts';
import type { AnswerNotice } from './describe.ts';
import type { TimeWindow } from './timeWindow.ts';
import { type MomentView, viewMoment } from './view.ts';

/** Simulated seconds per wall second that a visitor can choose; the last is as fast as it can be computed. */
export const SPEEDS = [
  1 / 200,
  1 / 100,
  1 / 40,
  1 / 20,
  1 / 10,
  1 / 4,
  1 / 2,
  1,
  2,
  5,
  10,
  30,
  100,
  Number.POSITIVE_INFINITY,
] as const;
export const DEFAULT_SPEED = 1 / 4;

/** A run is followed for at most this long; enough for every lesson, little enough to stay quick. */
export const LONGEST_RUN_MS = 60 * 60 * 1000;

/** Wall time a frame may spend on simulating; the rest is for drawing. */
const FRAME_BUDGET_MS = 9;
/** The same once, when somebody changes the past: what was known of the future shall be known again. */
const CHANGE_BUDGET_MS = 80;
/** Wall time between two looks of React at a playing run. */
const PUBLISH_EVERY_MS = 100;
/** The same when little shall move. */
export const PUBLISH_CALMLY_MS = 600;

export interface PlayerState {
  playing: boolean;
  /** Time runs backwards. */
  backwards: boolean;
  speed: number;
  /** Little moves: the page changes in steps instead of gliding. */
  calm: boolean;
  /** True while the wanted time has not been reached because simulating takes long. */
  behind: boolean;
  /** The time that is wanted, while getting there takes longer than a frame; otherwise null. */
  wantedMs: number | null;
  view: MomentView;
  /** The part of the run that the timeline and the charts show; null for all of it. Nothing but what is seen depends on it. */
  window: TimeWindow | null;
  run: Run;
  /** The rules that the last command needs could not be fetched; it was dropped. */
  unfetched: boolean;
  /** What a part of the page has to say to those who listen; said once for each time that it changes. */
  said: string;
  /** What is looked at closely, as a link has it, and who was followed before that; null for nothing. */
  closer: { subject: string; followed: number } | null;
  /** Where the playhead was before a story led it elsewhere that was closed since; null for nowhere else. */
  leftMs: number | null;
  /** The request that is looked at closely, whose way the stage shows; null for none. */
  traced: AnswerNotice | null;
  /** Parts of the page that are open and that a link tells of: see `link/openParts.ts`. */
  open: readonly string[];
  /** Counts runs loaded and changes made; lets charts know that the past may have changed. */
  revision: number;
}

/** Draws one moment on the canvas. `glowMs` is how long, in simulated time, a short leg stays visible. */
export type FramePainter = (timeline: Timeline, glowMs: number) => void;

export interface Player {
  readonly store: StoreApi<PlayerState>;
  readonly timeline: Timeline;
  play(): void;
  /** Plays towards the past, and stops at the start. */
  playBackwards(): void;
  /** Plays until the playhead reaches a time, then pauses. */
  playUntil(timeMs: number): void;
  pause(): void;
  setSpeed(speed: number): void;
  setCalm(calm: boolean): void;
  seek(timeMs: number): void;
  stepForward(): void;
  stepBack(): void;
  /** Something the visitor does now. What was to come is dropped. */
  act(action: Action): void;
  /**
   * The run gets other interventions, in order of time. The playhead stays. What comes after it is simulated as far as
   * `knownMs`, if that does not take long.
   */
  setInterventions(interventions: readonly Intervention[], knownMs?: number): void;
  /** Another run, shown at a moment. */
  load(run: Run, atMs?: number): void;
  /** Back to the start of the same run; what the visitor did is done again at its time. */
  restart(): void;
  /** Registers what draws each frame. Returns a function that takes it off again. */
  onFrame(paint: FramePainter): () => void;
  /** Tells whether anybody can see it; unseen, nothing works. */
  setVisible(visible: boolean): void;
  dispose(): void;
}

/** Wall milliseconds for which a leg too short to be seen moving stays on screen as a streak. */
const GLOW_WALL_MS = 320;

/** The same in simulated milliseconds; at high speeds streaks are gone sooner. */
export const glowMsAt = (speed: number): number => GLOW_WALL_MS * Math.min(speed, 4);

/** The run's rules must be at hand, and those of what is commanded later: see `waitForRules.ts`. */
export function createPlayer(run: Run, atMs = 0, options: { speed?: number; calm?: boolean } = {}): Player {
  let timeline = createTimeline(run);
  timeline.goTo(clampToRun(atMs));
  const painters = new Set<FramePainter>();
  let sincePublishMs = 0;
  let visible = true;
  let stopAtMs = LONGEST_RUN_MS;
  /** Where the visitor wants to be when getting there takes more than a frame; NaN when nowhere. */
  let wantedMs = Number.NaN;

  const store = createStore<PlayerState>(() => ({
    playing: false,
    backwards: false,
    speed: options.speed ?? DEFAULT_SPEED,
    calm: options.calm ?? false,
    behind: false,
    wantedMs: null,
    view: viewMoment(timeline),
    window: null,
    run,
    unfetched: false,
    said: '',
    closer: null,
    leftMs: null,
    traced: null,
    open: [],
    revision: 0,
  }));

  const paint = () => {
    const glowMs = glowMsAt(store.getState().speed);
    for (const painter of painters) painter(timeline, glowMs);
  };
  const publish = (more: Partial<PlayerState> = {}) => {
    sincePublishMs = 0;
    store.setState({
      ...more,
      wantedMs: Number.isNaN(wantedMs) ? null : wantedMs,
      view: viewMoment(timeline),
    });
    paint();
  };
  const budget = (wallMs = FRAME_BUDGET_MS) => untilWall(wallMs);

  const clock = createClock((wallMs) => {
    const { playing, backwards, speed, calm, behind } = store.getState();
    const seeking = !Number.isNaN(wantedMs);
    // As fast as it can is far in any frame, the first one as well, in which no time has passed.
    const passedMs = speed === Number.POSITIVE_INFINITY ? speed : wallMs * speed;
    const there = timeline.nowMs + (backwards ? -passedMs : passedMs);
    const targetMs = seeking ? wantedMs : Math.max(0, Math.min(stopAtMs, there));
    const arrived = timeline.goTo(targetMs, budget());
    if (arrived && seeking) wantedMs = Number.NaN;
    const ended = arrived && playing && (backwards ? timeline.nowMs <= 0 : timeline.nowMs >= stopAtMs);
    // As fast as it can is never too slow.
    const late = !arrived && (seeking || speed < Number.POSITIVE_INFINITY);
    sincePublishMs += wallMs;
    if (ended) {
      publish({ playing: false, backwards: false, behind: false });
      rest();
    } else if (sincePublishMs >= (calm ? PUBLISH_CALMLY_MS : PUBLISH_EVERY_MS) || behind !== late) {
      publish({ behind: late });
    } else if (!calm) paint();
    if (!playing && Number.isNaN(wantedMs)) rest();
  });

  const wake = () => {
    if (visible) clock.start();
  };
  const rest = () => clock.stop();

  const jump = (timeMs: number, more: Partial<PlayerState> = {}) => {
    const targetMs = clampToRun(timeMs);
    const arrived = timeline.goTo(targetMs, budget());
    wantedMs = arrived ? Number.NaN : targetMs;
    if (!arrived) wake();
    publish({ ...more, behind: !arrived });
  };

  const player: Player = {
    store,
    get timeline() {
      return timeline;
    },
    play() {
      // At its end a run begins anew.
      if (timeline.nowMs >= LONGEST_RUN_MS) timeline.goTo(0);
      stopAtMs = LONGEST_RUN_MS;
      wantedMs = Number.NaN;
      store.setState({ playing: true, backwards: false });
      wake();
    },
    playBackwards() {
      if (timeline.nowMs <= 0) return;
      wantedMs = Number.NaN;
      store.setState({ playing: true, backwards: true });
      wake();
    },
    playUntil(timeMs) {
      player.play();
      stopAtMs = clampToRun(timeMs);
    },
    pause() {
      // On the way to somewhere it stops where it is. A moment at a whole millisecond has a short address.
      timeline.goTo(clampToRun(store.getState().playing ? Math.ceil(timeline.nowMs) : timeline.nowMs));
      wantedMs = Number.NaN;
      publish({ playing: false, backwards: false, behind: false });
      rest();
    },
    setSpeed(speed) {
      store.setState({ speed });
      paint();
    },
    setCalm(calm) {
      store.setState({ calm });
      paint();
    },
    seek(timeMs) {
      stopAtMs = LONGEST_RUN_MS;
      jump(timeMs);
    },
    stepForward() {
      timeline.stepForward(LONGEST_RUN_MS);
      publish({ playing: false, backwards: false });
      rest();
    },
    stepBack() {
      timeline.stepBack();
      publish({ playing: false, backwards: false });
      rest();
    },
    act(action) {
      // Whole milliseconds, so that a link can name the time exactly.
      timeline.goTo(Math.ceil(timeline.nowMs));
      timeline.act(action);
      stopAtMs = LONGEST_RUN_MS;
      publish({ run: timeline.run, backwards: false, revision: store.getState().revision + 1 });
    },
    setInterventions(interventions, knownMs = 0) {
      const keepOn = budget(CHANGE_BUDGET_MS);
      const targetMs = Number.isNaN(wantedMs) ? timeline.nowMs : wantedMs;
      const arrived =
        timeline.setInterventions(interventions, keepOn) &&
        timeline.goTo(Math.max(targetMs, clampToRun(knownMs)), keepOn) &&
        timeline.goTo(targetMs, keepOn);
      // Too far for a frame: the playhead comes first, and the future when somebody goes there.
      const there = arrived || timeline.goTo(targetMs, budget());
      wantedMs = there ? Number.NaN : targetMs;
      if (!there) wake();
      publish({ run: timeline.run, behind: !there, revision: store.getState().revision + 1 });
    },
    load(next, at = 0) {
      timeline = createTimeline(next);
      stopAtMs = LONGEST_RUN_MS;
      jump(at, {
        run: next,
        window: null,
        revision: store.getState().revision + 1,
        playing: false,
        backwards: false,
      });
      if (Number.isNaN(wantedMs)) rest();
    },
    restart() {
      jump(0);
    },
    onFrame(painter) {
      painters.add(painter);
      painter(timeline, glowMsAt(store.getState().speed));
      return () => painters.delete(painter);
    },
    setVisible(next) {
      visible = next;
      if (!visible) rest();
      else if (store.getState().playing || !Number.isNaN(wantedMs)) wake();
    },
    dispose() {
      rest();
      painters.clear();
    },
  };
  return player;
}

/** The nearest moment that a run can be followed to. */
export function clampToRun(timeMs: number): number {
  return momentAt(Math.max(0, Math.min(LONGEST_RUN_MS, timeMs)));
}
