/**
 * A moment is the same picture whichever way it was reached: by playing, by seeking forward or back, by branching off
 * there, from a link, or after walking about at random, with changes made, taken back and made again. Compared are the
 * pixels of the canvas and all that the rest of the stage is drawn from.
 * `SAME_PIXELS_WALKS=2000 npx vitest run src/stage/samePixels` walks for longer.
 */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Action, Intervention } from '../engine/intervention.ts';
import type { Run } from '../engine/simulation.ts';
import { fingerprint } from '../engine/snapshot.ts';
import { STRATEGY_IDS } from '../engine/strategies/index.ts';
import { arbitraryRun } from '../engine/testing/arbitraries.ts';
import { keepBranches } from '../player/branching.ts';
import { createPlayer, type Player } from '../player/createPlayer.ts';
import { formatActions } from '../player/link/actions.ts';
import * as details from '../player/link/details.ts';
import { formatLink } from '../player/link/formatLink.ts';
import { parseLink } from '../player/link/link.ts';
import { type Frames, stubFrames } from '../player/testing/frames.ts';
import { SCENARIO_IDS, SCENARIOS, type ScenarioId } from '../scenarios/library/index.ts';
import { newest } from './Callout.tsx';
import { WIDE_IN_ROOM_FROM_PX } from './layout.ts';
import { type Colours, readColours } from './paintFrames.ts';
import { type StageLook, type StubStage, stubStage } from './testing/stubStage.ts';

const WALKS = Number(process.env.SAME_PIXELS_WALKS ?? 30);
/** Moments lie within the first so many simulated milliseconds; walks go further. */
const UNTIL_MS = 12_000;

/** The colours of a theme as its style sheet has them. */
function coloursOf(selector: string): Colours {
  const sheet = readFileSync('src/shell/theme.css', 'utf8');
  const rule = sheet.slice(sheet.indexOf(`${selector} {`)).split('}')[0];
  return readColours((name) => new RegExp(`${name}: (#[0-9a-f]+);`).exec(rule)?.[1] ?? expect.fail(name));
}
const THEMES = { light: coloursOf(':root'), dark: coloursOf(':root[data-theme="dark"]') };

let frames: Frames;
let wallMs = 0;
/** Wall time that every look at the clock takes: with much of it, nothing is done within one frame. */
let toil = 0;
beforeEach(() => {
  frames = stubFrames();
  vi.spyOn(performance, 'now').mockImplementation(() => {
    wallMs += toil;
    return wallMs;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
});

const nextFrame = (passedMs: number) => {
  wallMs += passedMs;
  frames.next(wallMs);
};

/** Until nothing is on its way any more. */
function settle(player: Player): void {
  player.pause();
  expect(player.store.getState().wantedMs).toBeNull();
}

function seek(player: Player, timeMs: number): void {
  player.seek(timeMs);
  while (player.store.getState().wantedMs !== null) nextFrame(16);
}

interface Moment {
  scenario: ScenarioId;
  seed: number;
  interventions: readonly Intervention[];
  atMs: number;
  speed: number;
  calm: boolean;
  look: StageLook;
}

const runOf = ({ scenario, seed, interventions }: Moment): Run => ({
  scenario: SCENARIOS[scenario],
  seed,
  interventions,
});

interface Visit {
  player: Player;
  stage: StubStage;
}

function visit(moment: Moment, run = runOf(moment), atMs = 0): Visit & ReturnType<typeof keepBranches> {
  const { speed, calm, look } = moment;
  const kept = keepBranches(createPlayer(run, atMs, { speed, calm }));
  return { ...kept, stage: stubStage(kept.player, look) };
}

/** All that the page shows of a moment. How much of the future is known is not of the moment. */
function shown({ player, stage }: Visit) {
  const { view, speed, calm } = player.store.getState();
  const { frontierMs: _, ...rest } = view;
  const { width, height, pixels } = stage.picture();
  return {
    world: fingerprint(player.timeline.world),
    view: rest,
    callout: newest(view.notices, view.nowMs, 4000 * Math.min(speed, 2)),
    speed,
    calm,
    size: [width, height],
    pixels: Buffer.from(pixels.buffer, pixels.byteOffset, pixels.byteLength),
  };
}

function expectSame(way: string, one: ReturnType<typeof shown>, other: ReturnType<typeof shown>): void {
  const { pixels, ...rest } = one;
  const { pixels: otherPixels, ...otherRest } = other;
  expect(rest, way).toEqual(otherRest);
  // Told in a few words: a difference of millions of bytes is nothing to print.
  if (!pixels.equals(otherPixels)) expect.fail(`${way}: other pixels at ${one.size.join(' × ')}`);
}

// The ways to a moment.

function fromLink(moment: Moment): Visit {
  const { scenario, seed, atMs, speed, look } = moment;
  const state = { scenario, start: [], seed, run: runOf(moment), atMs, speed, follow: look.followed };
  const text = formatLink(state).toString();
  const { state: read, problems } = parseLink(new URLSearchParams(text), details);
  expect(problems).toEqual([]);
  const its = { ...moment, speed: read.speed, look: { ...look, followed: read.follow } };
  return visit(its, read.run, read.atMs);
}

function byPlaying(moment: Moment, pace: number, frameMs: number): Visit {
  const there = visit(moment);
  const { player } = there;
  player.setSpeed(pace);
  player.playUntil(moment.atMs);
  for (let i = 0; player.store.getState().playing; i++) {
    nextFrame(frameMs);
    if (i > 100_000) expect.fail('it should arrive');
  }
  player.setSpeed(moment.speed);
  return there;
}

function bySeeking(moment: Moment, fromMs: number): Visit {
  const there = visit(moment);
  seek(there.player, fromMs);
  seek(there.player, moment.atMs);
  return there;
}

/** Somebody had done other things, comes back, and does now what was done, thing by thing; the last one there. */
function byBranching(moment: Moment, others: readonly Intervention[], wentToMs: number): Visit {
  const { interventions, atMs } = moment;
  const done = interventions.filter((i) => i.atMs <= atMs);
  const kept = Math.floor(done.length / 2);
  // The first thing that is done again drops what others did after it.
  const fromMs = done[kept]?.atMs ?? Number.POSITIVE_INFINITY;
  const future = others.filter((i) => i.atMs > fromMs);
  const there = visit(moment, { ...runOf(moment), interventions: [...done.slice(0, kept), ...future] });
  seek(there.player, wentToMs);
  for (const { atMs: itsMs, ...action } of done.slice(kept)) {
    seek(there.player, itsMs);
    there.player.act(action);
  }
  seek(there.player, atMs);
  return there;
}

type Step =
  | { go: 'seek'; toMs: number }
  | { go: 'play' | 'backwards'; frames: number; frameMs: number; speed: number }
  | { go: 'on' | 'back' | 'undo' | 'redo' | 'remove' }
  | { go: 'branch'; nth: number }
  | { go: 'act'; what: Intervention };

function walk(moment: Moment, steps: readonly Step[]): Visit {
  const there = visit(moment);
  const { player, branching } = there;
  const first = branching.store.getState().branches.current;
  for (const step of steps) take(step, player, branching);
  settle(player);
  player.setSpeed(moment.speed);
  branching.goToBranch(first);
  // What was done on the way may have become part of it.
  branching.edit(moment.interventions);
  seek(player, moment.atMs);
  return there;
}

function take(step: Step, player: Player, branching: ReturnType<typeof keepBranches>['branching']): void {
  switch (step.go) {
    case 'seek':
      player.seek(step.toMs);
      return;
    case 'play':
    case 'backwards':
      player.setSpeed(step.speed);
      if (step.go === 'play') player.play();
      else player.playBackwards();
      for (let i = 0; i < step.frames; i++) nextFrame(step.frameMs);
      return;
    case 'on':
      player.stepForward();
      return;
    case 'back':
      player.stepBack();
      return;
    case 'undo':
      branching.undo();
      return;
    case 'redo':
      branching.redo();
      return;
    case 'remove':
      branching.branchOff(player.timeline.run.interventions.slice(1), player.timeline.nowMs);
      return;
    case 'branch': {
      const { list } = branching.store.getState().branches;
      branching.goToBranch(list[step.nth % list.length].id);
      return;
    }
    case 'act': {
      const { atMs: _, ...action } = step.what;
      player.act(action);
    }
  }
}

// What there is to walk through.

/** What the page offers a visitor to do, a link can say. */
const isOffered = (i: Intervention) => details.parseActions(formatActions([i])).wrong.length === 0;
const interventions = arbitraryRun(fc).map((run) =>
  run.interventions.filter((i) => i.atMs <= UNTIL_MS && isOffered(i)),
);
const speed = fc.constantFrom(1 / 100, 1 / 4, 1, 5);

/** What is done first: few random runs would have their sessions elsewhere, or the network cut. */
const first: fc.Arbitrary<Action[]> = fc.constantFrom(
  [],
  [],
  [],
  ...STRATEGY_IDS.map((id): Action[] => [{ do: 'set-strategy', strategy: id }]),
  [{ do: 'partition' }],
);

const moments: fc.Arbitrary<Moment> = fc.record({
  scenario: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...SCENARIO_IDS) },
    { weight: 1, arbitrary: fc.constantFrom('cut-available' as const, 'cut-consistent' as const) },
  ),
  seed: fc.nat(1000),
  interventions: fc
    .tuple(first, interventions)
    .map(([at0, more]) => [...at0.map((action) => ({ ...action, atMs: 0 })), ...more]),
  atMs: fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 0, max: UNTIL_MS }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 7 * UNTIL_MS }).map((n) => n / 7) },
  ),
  speed,
  calm: fc.boolean(),
  look: fc.record({
    room: fc.record({
      widthPx: fc.constantFrom(358, 390, 560, 700, 940, 1124),
      heightPx: fc.constantFrom(330, 560, 640),
      given: fc.boolean(),
    }),
    dpr: fc.constantFrom(1, 1, 1.25, 2),
    colours: fc.constantFrom(THEMES.light, THEMES.dark),
    followed: fc.constantFrom(-1, -1, 0),
  }),
});

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({ go: fc.constant('seek' as const), toMs: fc.integer({ min: 0, max: UNTIL_MS + 5000 }) }),
    fc.record({
      go: fc.constantFrom('play' as const, 'backwards' as const),
      frames: fc.integer({ min: 1, max: 8 }),
      frameMs: fc.integer({ min: 1, max: 90 }),
      speed,
    }),
    fc.record({ go: fc.constantFrom('on' as const, 'back' as const) }),
    fc.record({ go: fc.constantFrom('undo' as const, 'redo' as const, 'remove' as const) }),
    fc.record({ go: fc.constant('branch' as const), nth: fc.nat(5) }),
    fc
      .tuple(interventions, fc.nat(23))
      .filter(([list]) => list.length > 0)
      .map(([list, i]): Step => ({ go: 'act', what: list[i % list.length] })),
  ),
  { minLength: 1, maxLength: 12 },
);

describe('the same pixels', () => {
  it(`whichever way a moment was reached, ${WALKS} times`, () => {
    const kinds = new Set<string>();
    const seen = ({ look, calm }: Moment, { view, pixels }: ReturnType<typeof shown>) => {
      // An empty canvas is the same whatever one does.
      if (pixels.every((byte) => byte === 0)) return;
      kinds.add(view.strategy).add(look.room.widthPx < WIDE_IN_ROOM_FROM_PX ? 'narrow' : 'wide');
      kinds.add(look.colours === THEMES.light ? 'light' : 'dark').add(calm ? 'calm' : 'gliding');
      if (view.scenario.cdn.on) kinds.add('cdn');
      if (view.store.cut) kinds.add('cut');
    };
    fc.assert(
      fc.property(
        moments,
        fc.record({
          steps,
          others: interventions,
          before: fc.double({ min: 0, max: 1, noNaN: true }),
          later: fc.integer({ min: 1, max: 8000 }),
          pace: fc.constantFrom(2, 5, 30, Number.POSITIVE_INFINITY),
          frameMs: fc.integer({ min: 16, max: 100 }),
          toil: fc.constantFrom(0, 1, 5),
        }),
        (moment, { steps: way, others, before, later, pace, frameMs, toil: load }) => {
          toil = load;
          const there = shown(fromLink(moment));
          seen(moment, there);
          expectSame('playing', shown(byPlaying(moment, pace, frameMs)), there);
          expectSame('forward', shown(bySeeking(moment, before * moment.atMs)), there);
          expectSame('back', shown(bySeeking(moment, moment.atMs + later)), there);
          expectSame('walking about', shown(walk(moment, way)), there);
          const isThere = moment.interventions.filter((i) => i.atMs <= moment.atMs);
          const known = { ...moment, interventions: isThere };
          expectSame(
            'branching',
            shown(byBranching(moment, others, moment.atMs + later)),
            shown(fromLink(known)),
          );
        },
      ),
      { seed: 8, numRuns: WALKS },
    );
    const all = [...STRATEGY_IDS, 'narrow', 'wide', 'light', 'dark', 'calm', 'gliding', 'cdn', 'cut'];
    expect([...kinds].sort()).toEqual(all.sort());
  }, 600_000);
});
