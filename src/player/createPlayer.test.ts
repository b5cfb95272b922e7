/** How time passes, with frames that come when they are called for. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fingerprint } from '../engine/snapshot.ts';
import { SCENARIOS } from '../scenarios/library/index.ts';
import { createTimeline } from '../timeline/timeline.ts';
import { createPlayer, LONGEST_RUN_MS, type Player } from './createPlayer.ts';
import { type Frames, stubFrames } from './testing/frames.ts';

const run = { scenario: SCENARIOS['two-servers'], seed: 7, interventions: [] };
const state = (player: Player) => player.store.getState();

let frames: Frames;
beforeEach(() => {
  frames = stubFrames();
});

describe('playing', () => {
  it('backwards stops at the start, and shows what was', () => {
    const player = createPlayer(run, 90, { speed: 1 });
    vi.spyOn(performance, 'now').mockReturnValue(0);
    player.playBackwards();
    vi.restoreAllMocks();
    frames.next(40);
    expect(player.timeline.nowMs).toBe(50);
    const fresh = createTimeline(run);
    fresh.goTo(50);
    expect(fingerprint(player.timeline.world)).toBe(fingerprint(fresh.world));
    frames.next(100);
    expect(player.timeline.nowMs).toBe(0);
    expect(state(player)).toMatchObject({ playing: false, backwards: false });
    expect(frames.asked).toBe(0);
  });

  it('at the end of the longest run begins anew', () => {
    const player = createPlayer({ ...run, scenario: SCENARIOS['one-server'] }, LONGEST_RUN_MS - 50, {
      speed: 1,
    });
    player.play();
    frames.next(performance.now() + 100);
    frames.next(performance.now() + 200);
    expect(state(player)).toMatchObject({ playing: false, view: { nowMs: LONGEST_RUN_MS } });
    player.play();
    expect(state(player).playing).toBe(true);
    expect(player.timeline.nowMs).toBe(0);
  });

  it('as fast as it can is never behind, and can be paused anywhere', () => {
    const player = createPlayer(run, 0, { speed: Number.POSITIVE_INFINITY });
    player.play();
    const begun = performance.now();
    frames.next(begun); // no time has passed
    expect(player.timeline.nowMs).toBeGreaterThan(1000);
    frames.next(begun + 16);
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
    expect(frames.asked).toBe(0);
  });
});
