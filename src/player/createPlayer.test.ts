/** What a player keeps of the ways a run went, with frames that come when they are called for. */
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fingerprint } from '../engine/snapshot.ts';
import { SCENARIOS } from '../scenarios/library/index.ts';
import { createTimeline } from '../timeline/timeline.ts';
import { createPlayer, type Player } from './createPlayer.ts';

const run = { scenario: SCENARIOS['two-servers'], seed: 7, interventions: [] };

let frames: ((nowMs: number) => void)[] = [];
beforeEach(() => {
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (frame: (nowMs: number) => void) => frames.push(frame));
  vi.stubGlobal('cancelAnimationFrame', () => {
    frames = [];
  });
});

/** Lets frames pass until nothing asks for one more, as a browser does. Time stands still meanwhile. */
function rest(): void {
  for (let frame = frames.shift(); frame !== undefined; frame = frames.shift()) frame(0);
}

const state = (player: Player) => player.store.getState();
const told = (player: Player) => state(player).run.interventions.map((i) => `${i.atMs} ${i.do}`);

/** The bytes of the moment, which must be those of a fresh run with the same interventions. */
function checkMoment(player: Player): void {
  rest();
  const { timeline } = player;
  const fresh = createTimeline(timeline.run);
  fresh.goTo(timeline.nowMs);
  expect(fingerprint(timeline.world)).toBe(fingerprint(fresh.world));
  expect(state(player).run).toBe(timeline.run);
}

describe('acting', () => {
  it('at the front goes on with the same branch', () => {
    const player = createPlayer(run, 3000);
    player.act({ do: 'add-server' });
    player.seek(5000);
    rest();
    player.act({ do: 'kill-server', server: 0 });
    expect(state(player).branches.list).toHaveLength(1);
    expect(told(player)).toEqual(['3000 add-server', '5000 kill-server']);
  });

  it('in the past begins another branch and keeps the one that was, which can be returned to', () => {
    const player = createPlayer(run, 3000);
    player.act({ do: 'add-server' });
    player.seek(8000);
    rest();
    player.seek(2000);
    rest();
    player.act({ do: 'kill-server', server: 1 });
    expect(told(player)).toEqual(['2000 kill-server']);
    expect(state(player).branches).toMatchObject({
      current: 2,
      list: [{ id: 1 }, { left: { id: 1, atMs: 2000 } }],
    });
    player.seek(6000);
    rest();
    checkMoment(player);
    player.goToBranch(1);
    expect(told(player)).toEqual(['3000 add-server']);
    expect(player.timeline.nowMs).toBe(2000);
    checkMoment(player);
    player.goToBranch(2);
    expect(player.timeline.nowMs).toBe(6000);
    checkMoment(player);
  });
});

describe('taking back', () => {
  it('leads through all changes and on again, wherever the playhead is', () => {
    const player = createPlayer(run, 3000);
    player.act({ do: 'add-server' });
    player.seek(8000);
    rest();
    player.seek(5000);
    rest();
    player.act({ do: 'kill-server', server: 0 });
    player.seek(9000);
    rest();
    player.setInterventions([]);
    expect(state(player).undone).toEqual({ back: 3, on: 0 });
    player.undo();
    expect(told(player)).toEqual(['3000 add-server', '5000 kill-server']);
    player.undo();
    expect(told(player)).toEqual(['3000 add-server']);
    expect(state(player).branches.list).toHaveLength(1);
    checkMoment(player);
    player.undo();
    expect(told(player)).toEqual([]);
    expect(player.timeline.nowMs).toBe(9000);
    player.undo();
    expect(state(player).undone).toEqual({ back: 0, on: 3 });
    for (let i = 0; i < 3; i++) player.redo();
    expect(told(player)).toEqual([]);
    expect(state(player).branches.list).toHaveLength(2);
    checkMoment(player);
  });

  it('ends where something new is done, and where another run begins', () => {
    const player = createPlayer(run, 3000);
    player.act({ do: 'add-server' });
    player.undo();
    player.act({ do: 'hang-server', server: 0 });
    expect(state(player).undone).toEqual({ back: 1, on: 0 });
    player.load(run);
    expect(state(player)).toMatchObject({ undone: { back: 0, on: 0 }, branches: { current: 1 } });
  });
});

it('shows the moment of the run that is told, whatever was done', () => {
  const step = fc.oneof(
    fc.record({ what: fc.constant('seek' as const), at: fc.nat(12_000) }),
    fc.record({ what: fc.constantFrom('act', 'undo', 'redo', 'edit', 'branch'), at: fc.nat(5) }),
  );
  fc.assert(
    fc.property(fc.array(step, { minLength: 3, maxLength: 14 }), (steps) => {
      const player = createPlayer(run);
      for (const { what, at } of steps) {
        if (what === 'seek') player.seek(at);
        else if (what === 'act')
          player.act(at % 2 === 0 ? { do: 'add-server' } : { do: 'kill-server', server: 0 });
        else if (what === 'undo') player.undo();
        else if (what === 'redo') player.redo();
        else if (what === 'branch') player.goToBranch(at);
        else player.setInterventions(state(player).run.interventions.filter((_, i) => i !== at));
        rest();
      }
      checkMoment(player);
    }),
    { seed: 5, numRuns: 40 },
  );
});

describe('playing', () => {
  /** A frame after so much wall time. */
  const frame = (nowMs: number) => frames.shift()?.(nowMs);

  it('backwards stops at the start, and shows what was', () => {
    const player = createPlayer(run, 90, { speed: 1 });
    vi.spyOn(performance, 'now').mockReturnValue(0);
    player.playBackwards();
    vi.restoreAllMocks();
    frame(40);
    expect(player.timeline.nowMs).toBe(50);
    const fresh = createTimeline(run);
    fresh.goTo(50);
    expect(fingerprint(player.timeline.world)).toBe(fingerprint(fresh.world));
    frame(100);
    expect(player.timeline.nowMs).toBe(0);
    expect(state(player)).toMatchObject({ playing: false, backwards: false });
    expect(frames).toEqual([]);
  });

  it('as fast as it can is never behind, and can be paused anywhere', () => {
    const player = createPlayer(run, 0, { speed: Number.POSITIVE_INFINITY });
    player.play();
    frame(16);
    frame(32);
    expect(player.timeline.nowMs).toBeGreaterThan(1000);
    expect(state(player)).toMatchObject({ playing: true, behind: false });
    player.pause();
    expect(state(player).playing).toBe(false);
    expect(Number.isInteger(player.timeline.nowMs)).toBe(true);
  });

  it('on the way to somewhere far is told, and stops where it is when paused', () => {
    const player = createPlayer({ ...run, scenario: SCENARIOS['busy-crowd'] });
    player.seek(3_000_000);
    expect(state(player)).toMatchObject({ behind: true, wantedMs: 3_000_000 });
    player.pause();
    expect(state(player)).toMatchObject({ behind: false, wantedMs: null });
    expect(player.timeline.nowMs).toBeLessThan(3_000_000);
    expect(frames).toEqual([]);
  });
});
