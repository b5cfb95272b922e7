/** What is kept of the ways a run went, and how one returns to them. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fingerprint } from '../engine/snapshot.ts';
import { SCENARIOS } from '../scenarios/library/index.ts';
import { createTimeline } from '../timeline/timeline.ts';
import { begin, firstBranch } from './branches.ts';
import { type Branching, keepBranches } from './branching.ts';
import { createPlayer, type Player } from './createPlayer.ts';
import { type Frames, stubFrames } from './testing/frames.ts';

const run = { scenario: SCENARIOS['two-servers'], seed: 7, interventions: [] };

let frames: Frames;
beforeEach(() => {
  frames = stubFrames();
  // However busy the machine is, a frame has time for what these runs need.
  vi.spyOn(performance, 'now').mockReturnValue(0);
});
afterEach(() => {
  vi.restoreAllMocks();
});

const begun = (atMs: number) => keepBranches(createPlayer(run, atMs));
const branchesOf = ({ store }: Branching) => store.getState().branches;
const steps = ({ store }: Branching) => [store.getState().back, store.getState().on];
const state = (player: Player) => player.store.getState();
const told = (player: Player) => state(player).run.interventions.map((i) => `${i.atMs} ${i.do}`);

/** The bytes of the moment, which must be those of a fresh run with the same interventions. */
function checkMoment(player: Player): void {
  frames.rest();
  const { timeline } = player;
  const fresh = createTimeline(timeline.run);
  fresh.goTo(timeline.nowMs);
  expect(fingerprint(timeline.world)).toBe(fingerprint(fresh.world));
  expect(state(player).run).toBe(timeline.run);
}

describe('acting', () => {
  it('at the front goes on with the same branch', () => {
    const { player, branching } = begun(3000);
    player.act({ do: 'add-server' });
    player.seek(5000);
    frames.rest();
    player.act({ do: 'kill-server', server: 0 });
    expect(branchesOf(branching).list).toHaveLength(1);
    expect(told(player)).toEqual(['3000 add-server', '5000 kill-server']);
  });

  it('in the past begins another branch and keeps the one that was, which can be returned to', () => {
    const { player, branching } = begun(3000);
    player.act({ do: 'add-server' });
    player.seek(8000);
    frames.rest();
    player.seek(2000);
    frames.rest();
    player.act({ do: 'kill-server', server: 1 });
    expect(told(player)).toEqual(['2000 kill-server']);
    expect(branchesOf(branching)).toMatchObject({
      current: 2,
      list: [{ id: 1 }, { left: { id: 1, atMs: 2000 } }],
    });
    player.seek(6000);
    frames.rest();
    checkMoment(player);
    branching.goToBranch(1);
    expect(told(player)).toEqual(['3000 add-server']);
    frames.rest();
    expect(player.timeline.nowMs).toBe(6000);
    expect(player.timeline.frontierMs).toBe(8000);
    checkMoment(player);
    branching.goToBranch(2);
    frames.rest();
    expect(player.timeline.nowMs).toBe(6000);
    checkMoment(player);
  });
});

describe('what comes later', () => {
  const later = { atMs: 9000, do: 'kill-server' as const, server: 1 };

  it('is kept by acting before it, even if nobody has seen it', () => {
    const { player, branching } = keepBranches(createPlayer({ ...run, interventions: [later] }, 5000));
    player.act({ do: 'add-server' });
    expect(told(player)).toEqual(['5000 add-server']);
    expect(branchesOf(branching).list.map((b) => b.interventions)).toEqual([
      [later],
      [{ atMs: 5000, do: 'add-server' }],
    ]);
    checkMoment(player);
    branching.goToBranch(1);
    expect(told(player)).toEqual(['9000 kill-server']);
    checkMoment(player);
  });
});

describe('taking back', () => {
  it('leads first to the run in which it was done', () => {
    const { player, branching } = begun(8000);
    player.seek(2000);
    player.act({ do: 'kill-server', server: 1 });
    branching.goToBranch(1);
    expect(branching.undo()).toEqual({ ledTo: branchesOf(branching).list[1] });
    expect(told(player)).toEqual(['2000 kill-server']);
    expect(branching.undo()).toBeNull();
    expect(branchesOf(branching)).toMatchObject({ current: 1, list: [{ id: 1 }] });
    expect(branching.redo()).toBeNull();
    expect(branchesOf(branching)).toMatchObject({ current: 2, list: [{ id: 1 }, { id: 2 }] });
    checkMoment(player);
  });
});

it('takes something out without losing the run it was taken out of', () => {
  const { player, branching } = begun(3000);
  player.act({ do: 'kill-server', server: 0 });
  player.seek(8000);
  frames.rest();
  branching.branchOff([], 3000);
  expect(told(player)).toEqual([]);
  expect(branchesOf(branching)).toMatchObject({
    current: 2,
    list: [{ id: 1, interventions: [{ do: 'kill-server' }] }, { left: { id: 1, atMs: 3000 } }],
  });
  checkMoment(player);
  branching.undo();
  expect(told(player)).toEqual(['3000 kill-server']);
  checkMoment(player);
});

describe('taking back', () => {
  it('leads through all changes and on again, wherever the playhead is', () => {
    const { player, branching } = begun(3000);
    player.act({ do: 'add-server' });
    player.seek(8000);
    frames.rest();
    player.seek(5000);
    frames.rest();
    player.act({ do: 'kill-server', server: 0 });
    player.seek(9000);
    frames.rest();
    branching.edit([]);
    expect(steps(branching)).toEqual([3, 0]);
    branching.undo();
    expect(told(player)).toEqual(['3000 add-server', '5000 kill-server']);
    branching.undo();
    expect(told(player)).toEqual(['3000 add-server']);
    expect(branchesOf(branching).list).toHaveLength(1);
    checkMoment(player);
    branching.undo();
    expect(told(player)).toEqual([]);
    frames.rest();
    expect(player.timeline.nowMs).toBe(9000);
    branching.undo();
    expect(steps(branching)).toEqual([0, 3]);
    for (let i = 0; i < 3; i++) branching.redo();
    expect(told(player)).toEqual([]);
    expect(branchesOf(branching).list).toHaveLength(2);
    checkMoment(player);
  });

  it('ends where something new is done, and where another run begins', () => {
    const { player, branching } = begun(3000);
    player.act({ do: 'add-server' });
    branching.undo();
    player.act({ do: 'hang-server', server: 0 });
    expect(steps(branching)).toEqual([1, 0]);
    player.load(run);
    expect(steps(branching)).toEqual([0, 0]);
    expect(branchesOf(branching).current).toBe(1);
  });
});

it('shows the moment of the run that is told, whatever was done', () => {
  const step = fc.oneof(
    fc.record({ what: fc.constant('seek' as const), at: fc.nat(12_000) }),
    fc.record({ what: fc.constantFrom('act', 'undo', 'redo', 'edit', 'branch'), at: fc.nat(5) }),
  );
  fc.assert(
    fc.property(fc.array(step, { minLength: 3, maxLength: 14 }), (steps) => {
      const { player, branching } = begun(0);
      for (const { what, at } of steps) {
        if (what === 'seek') player.seek(at);
        else if (what === 'act')
          player.act(at % 2 === 0 ? { do: 'add-server' } : { do: 'kill-server', server: 0 });
        else if (what === 'undo') branching.undo();
        else if (what === 'redo') branching.redo();
        else if (what === 'branch') branching.goToBranch(at);
        else branching.edit(state(player).run.interventions.filter((_, i) => i !== at));
        frames.rest();
      }
      checkMoment(player);
    }),
    { seed: 5, numRuns: 40 },
  );
});

describe('names', () => {
  it('stay with their runs, whatever is taken back and made again', () => {
    const { player, branching } = begun(3000);
    player.act({ do: 'add-server' });
    player.seek(8000);
    frames.rest();
    player.seek(2000);
    frames.rest();
    player.act({ do: 'kill-server', server: 1 });
    const names = () => branchesOf(branching).list.map((b) => b.name);
    branching.rename(1, 'as it was');
    branching.rename(2, 'without B');
    branching.rename(99, 'nobody');
    expect(names()).toEqual(['as it was', 'without B']);
    expect(steps(branching), 'a name is nothing that was done').toEqual([2, 0]);
    branching.undo();
    expect(names()).toEqual(['as it was']);
    branching.rename(1, 'first');
    branching.redo();
    expect(names()).toEqual(['first', 'without B']);
    branching.undo();
    player.seek(8000);
    frames.rest();
    player.seek(1000);
    frames.rest();
    // Another run with the number that one had which is gone.
    player.act({ do: 'kill-server', server: 0 });
    expect(names()).toEqual(['first', '']);
    checkMoment(player);
  });
});

describe('a run that came with a link', () => {
  const done = [
    { atMs: 1000, do: 'add-server' as const },
    { atMs: 2000, do: 'kill-server' as const, server: 0 },
  ];
  const opened = () => keepBranches(createPlayer({ ...run, interventions: done }, 3000));

  it('is taken back from its last intervention on, and made again', () => {
    const { player, branching } = opened();
    expect(steps(branching)).toEqual([2, 0]);
    branching.undo();
    expect(told(player)).toEqual(['1000 add-server']);
    checkMoment(player);
    branching.undo();
    branching.undo();
    expect(told(player)).toEqual([]);
    expect(steps(branching)).toEqual([0, 2]);
    branching.redo();
    branching.redo();
    expect(told(player)).toEqual(['1000 add-server', '2000 kill-server']);
    checkMoment(player);
  });

  it('and what is done in it comes off first', () => {
    const { player, branching } = opened();
    player.act({ do: 'add-server' });
    branching.undo();
    expect(told(player)).toEqual(['1000 add-server', '2000 kill-server']);
    branching.undo();
    expect(told(player)).toEqual(['1000 add-server']);
  });

  it('the same when other ways that it went came with it, which stay', () => {
    const { player, branching } = opened();
    const first = firstBranch([]);
    branching.restore(begin(first, done, 1000, 5000));
    expect(steps(branching)).toEqual([2, 0]);
    branching.undo();
    expect(told(player)).toEqual(['1000 add-server']);
    expect(branchesOf(branching).list).toHaveLength(2);
    checkMoment(player);
  });
});
